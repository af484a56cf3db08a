package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The last two snapshots of one area in the database; the older one in case of damage. */
final class SnapshotTable {
  private static final int KEPT = 2;

  /**
   * @param digest as written beside it
   */
  record Row(Snapshot snapshot, String digest) {}

  /**
   * The last event in a snapshot.
   *
   * @param time ms since 1970, UTC
   */
  record Mark(long seq, long time) {
    static final Mark NONE = new Mark(0, 0);
  }

  private final String area;

  SnapshotTable(String area) {
    this.area = area;
  }

  /** Writing one twice does no harm. */
  void insert(Connection connection, Snapshot snapshot, String digest) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO snapshot (area, seq, hash, data, digest) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (area, seq) DO UPDATE SET hash = excluded.hash,"
                + " data = excluded.data, digest = excluded.digest")) {
      insert.setString(1, area);
      insert.setLong(2, snapshot.seq());
      insert.setString(3, snapshot.hash());
      insert.setString(4, snapshot.data());
      insert.setString(5, digest);
      insert.executeUpdate();
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM snapshot WHERE area = ? AND seq NOT IN"
                + " (SELECT seq FROM snapshot WHERE area = ? ORDER BY seq DESC LIMIT "
                + KEPT
                + ")")) {
      delete.setString(1, area);
      delete.setString(2, area);
      delete.executeUpdate();
    }
  }

  /** Where the newest ends, {@link Mark#NONE} when there is none. */
  Mark last(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT s.seq, e.time FROM snapshot s JOIN event e ON e.area = s.area AND e.seq = s.seq"
                + " WHERE s.area = ? ORDER BY s.seq DESC LIMIT 1")) {
      select.setString(1, area);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? new Mark(rows.getLong(1), rows.getLong(2)) : Mark.NONE;
      }
    }
  }

  /** The newest first. */
  List<Row> read(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT seq, hash, data, digest FROM snapshot WHERE area = ? ORDER BY seq DESC")) {
      select.setString(1, area);
      List<Row> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Row(
                  new Snapshot(rows.getLong(1), rows.getString(2), rows.getString(3)),
                  rows.getString(4)));
        }
      }
      return found;
    }
  }
}
