package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of one area in the database. */
final class EventTable {
  private final String area;

  EventTable(String area) {
    this.area = area;
  }

  /** All areas that have events, in order. */
  static List<String> areas(Connection connection) throws SQLException {
    List<String> areas = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT area FROM event ORDER BY area");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        areas.add(rows.getString(1));
      }
    }
    return areas;
  }

  void insert(Connection connection, List<StoredEvent> events) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO event (area, seq, time, type, booking_id, vehicle_id, data, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (StoredEvent stored : events) {
        JournalEvent event = stored.event();
        insert.setString(1, area);
        insert.setLong(2, event.seq());
        insert.setLong(3, event.time());
        insert.setString(4, event.type());
        insert.setString(5, event.booking());
        insert.setString(6, event.vehicle());
        insert.setString(7, event.data());
        insert.setString(8, stored.hash());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  Tail tail(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT seq, hash FROM event WHERE area = ? ORDER BY seq DESC LIMIT 1")) {
      select.setString(1, area);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? new Tail(rows.getLong(1), rows.getString(2)) : Tail.EMPTY;
      }
    }
  }

  /** The hash of an event; "" for number 0, where chains begin. */
  Optional<String> findHash(Connection connection, long seq) throws SQLException {
    if (seq == 0) {
      return Optional.of("");
    }
    try (PreparedStatement select =
        connection.prepareStatement("SELECT hash FROM event WHERE area = ? AND seq = ?")) {
      select.setString(1, area);
      select.setLong(2, seq);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * The last event before a time, as far as events follow each other in time.
   *
   * @param after where the search begins; its event need not be there any more
   * @param time ms since 1970
   * @return its number, or {@code after} when there is none
   */
  long lastBefore(Connection connection, long after, long time) throws SQLException {
    long low = after;
    long high = Math.max(after, tail(connection).seq());
    try (PreparedStatement select =
        connection.prepareStatement("SELECT time FROM event WHERE area = ? AND seq = ?")) {
      while (low < high) {
        long middle = low + (high - low + 1) / 2;
        select.setString(1, area);
        select.setLong(2, middle);
        try (ResultSet rows = select.executeQuery()) {
          if (rows.next() && rows.getLong(1) < time) {
            low = middle;
          } else {
            high = middle - 1;
          }
        }
      }
    }
    return low;
  }

  List<StoredEvent> read(Connection connection, EventFilter filter, int limit) throws SQLException {
    List<String> values = new ArrayList<>();
    String sql =
        "SELECT seq, time, type, booking_id, vehicle_id, data, hash FROM event"
            + " WHERE area = ? AND seq > ?"
            + equal("booking_id", filter.booking(), values)
            + equal("vehicle_id", filter.vehicle(), values)
            + equal("type", filter.type(), values)
            + " ORDER BY seq LIMIT ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 1;
      select.setString(at++, area);
      select.setLong(at++, filter.after());
      for (String value : values) {
        select.setString(at++, value);
      }
      select.setInt(at, limit);
      List<StoredEvent> events = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(event(rows));
        }
      }
      return events;
    }
  }

  private static String equal(String column, @Nullable String value, List<String> values) {
    if (value == null) {
      return "";
    }
    values.add(value);
    return " AND " + column + " = ?";
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        new JournalEvent(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6)),
        row.getString(7));
  }
}
