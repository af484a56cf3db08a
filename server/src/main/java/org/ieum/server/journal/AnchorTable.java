package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The last of an area's events that were deleted because they were old, in the database. */
final class AnchorTable {
  static final String NAME = "anchor";

  private final String area;

  AnchorTable(String area) {
    this.area = area;
  }

  /** {@link Tail#EMPTY} when nothing was deleted. */
  Tail read(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT seq, hash FROM anchor WHERE area = ?")) {
      select.setString(1, area);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? new Tail(rows.getLong(1), rows.getString(2)) : Tail.EMPTY;
      }
    }
  }

  /**
   * Moves it on.
   *
   * @param now ms since 1970
   */
  void write(Connection connection, Tail deleted, long now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO anchor (area, seq, hash, pruned) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (area) DO UPDATE SET seq = excluded.seq, hash = excluded.hash,"
                + " pruned = excluded.pruned")) {
      insert.setString(1, area);
      insert.setLong(2, deleted.seq());
      insert.setString(3, deleted.hash());
      insert.setLong(4, now);
      insert.executeUpdate();
    }
  }
}
