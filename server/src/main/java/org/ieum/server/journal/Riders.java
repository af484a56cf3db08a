package org.ieum.server.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Names, telephone numbers and places of one area's riders. For any thread; every method waits for
 * the database and throws {@link JournalUnavailable} when it does not answer.
 */
public final class Riders {
  private static final String WHAT = "riders";

  /** Riders whose numbers end alike. */
  private static final int MOST_ALIKE = 1_000;

  private final String area;
  private final Database database;
  private final Eraser eraser;

  Riders(String area, Database database, Eraser eraser) {
    this.area = area;
    this.database = database;
    this.eraser = eraser;
  }

  /**
   * Adds a rider, or replaces what is known of one who is there and when it was noted; on disk when
   * this returns.
   */
  public void put(Rider rider) {
    int unused =
        SqlQuery.write(
            database,
            WHAT,
            connection -> {
              try (PreparedStatement put =
                  connection.prepareStatement(
                      "INSERT INTO rider (area, rider_id, name, phone, places, phone_tail, created)"
                          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (area, rider_id) DO UPDATE"
                          + " SET name = excluded.name, phone = excluded.phone,"
                          + " places = excluded.places, phone_tail = excluded.phone_tail,"
                          + " created = excluded.created")) {
                put.setString(1, area);
                put.setString(2, rider.id());
                put.setString(3, rider.name());
                put.setString(4, rider.phone());
                put.setString(5, rider.places());
                String phone = rider.phone();
                put.setString(6, phone == null ? null : PhoneNumber.of(phone).tail());
                put.setLong(7, rider.created());
                return put.executeUpdate();
              }
            });
  }

  /** The rider with this id. */
  public Optional<Rider> find(String id) {
    return select("rider_id = ?", id, 1).stream().findFirst();
  }

  /** Up to so many riders with greater ids, in the database's order of ids. */
  public List<Rider> list(String after, int limit) {
    return select("rider_id > ?", after, limit);
  }

  /** Up to so many riders with a telephone number, however it is written. */
  public List<Rider> findByPhone(String phone, int limit) {
    PhoneNumber number = PhoneNumber.of(phone);
    return select("phone_tail = ?", number.tail(), MOST_ALIKE).stream()
        .filter(rider -> number.matches(PhoneNumber.of(String.valueOf(rider.phone()))))
        .limit(limit)
        .toList();
  }

  /**
   * Forgets a rider and leaves no trace of them on disk; false when there was none. The journal
   * keeps the bare id.
   *
   * @throws JournalUnavailable also when traces are left; then it is to be done again
   */
  public boolean delete(String id) {
    return delete(List.of(id)) > 0;
  }

  /** Forgets many riders like that at once; returns how many there were. */
  public int delete(Collection<String> ids) {
    int deleted =
        SqlQuery.write(
            database,
            WHAT,
            connection -> {
              int count = 0;
              try (PreparedStatement delete =
                  connection.prepareStatement(
                      "DELETE FROM rider WHERE area = ? AND rider_id = ?")) {
                for (String id : ids) {
                  delete.setString(1, area);
                  delete.setString(2, id);
                  count += delete.executeUpdate();
                }
              }
              return count;
            });
    eraser.erase();
    return deleted;
  }

  private List<Rider> select(String condition, String value, int limit) {
    return SqlQuery.read(
        database,
        WHAT,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT rider_id, name, phone, places, created FROM rider WHERE area = ? AND "
                      + condition
                      + " ORDER BY rider_id LIMIT ?")) {
            select.setString(1, area);
            select.setString(2, value);
            select.setInt(3, limit);
            List<Rider> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(rider(rows));
              }
            }
            return found;
          }
        });
  }

  private static Rider rider(ResultSet row) throws SQLException {
    return new Rider(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
  }
}
