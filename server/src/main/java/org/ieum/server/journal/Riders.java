package org.ieum.server.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names and telephone numbers of one area's riders. For any thread; every method waits for the
 * database and throws {@link JournalUnavailable} when it does not answer.
 */
public final class Riders {
  private static final String WHAT = "riders";

  private final String area;
  private final Database database;

  Riders(String area, Database database) {
    this.area = area;
    this.database = database;
  }

  /** Adds a rider, or changes name and phone of one who is there; on disk when this returns. */
  public void put(Rider rider) {
    int unused =
        SqlQuery.write(
            database,
            WHAT,
            connection -> {
              try (PreparedStatement put =
                  connection.prepareStatement(
                      "INSERT INTO rider (area, rider_id, name, phone, created)"
                          + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (area, rider_id) DO UPDATE"
                          + " SET name = excluded.name, phone = excluded.phone")) {
                put.setString(1, area);
                put.setString(2, rider.id());
                put.setString(3, rider.name());
                put.setString(4, rider.phone());
                put.setLong(5, rider.created());
                return put.executeUpdate();
              }
            });
  }

  /** The rider with this id. */
  public Optional<Rider> find(String id) {
    return select("= ?", id, 1).stream().findFirst();
  }

  /** Up to so many riders with greater ids, in the database's order of ids. */
  public List<Rider> list(String after, int limit) {
    return select("> ?", after, limit);
  }

  /** Forgets a rider; false when there was none. The journal keeps the bare id. */
  public boolean delete(String id) {
    return SqlQuery.write(
        database,
        WHAT,
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM rider WHERE area = ? AND rider_id = ?")) {
            delete.setString(1, area);
            delete.setString(2, id);
            return delete.executeUpdate() > 0;
          }
        });
  }

  private List<Rider> select(String condition, String id, int limit) {
    return SqlQuery.read(
        database,
        WHAT,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT rider_id, name, phone, created FROM rider WHERE area = ? AND rider_id "
                      + condition
                      + " ORDER BY rider_id LIMIT ?")) {
            select.setString(1, area);
            select.setString(2, id);
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
    return new Rider(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
  }
}
