package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Kept answers in the database. */
final class AnswerTable {
  private final String area;

  AnswerTable(String area) {
    this.area = area;
  }

  /** Writing one twice does no harm, and a new one replaces one that nobody asks for any more. */
  void insert(Connection connection, List<KeptAnswer> answers) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO answer (scope, key, area, request, time, status, body)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (scope, key) DO UPDATE SET area = excluded.area,"
                + " request = excluded.request, time = excluded.time,"
                + " status = excluded.status, body = excluded.body")) {
      for (KeptAnswer answer : answers) {
        insert.setString(1, answer.key().scope());
        insert.setString(2, answer.key().key());
        insert.setString(3, area);
        insert.setString(4, answer.key().request());
        insert.setLong(5, answer.time());
        insert.setInt(6, answer.status());
        insert.setString(7, answer.body());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  Optional<KeptAnswer> find(Connection connection, String scope, String key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT request, time, status, body FROM answer WHERE scope = ? AND key = ?")) {
      select.setString(1, scope);
      select.setString(2, key);
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        AnswerKey found = new AnswerKey(scope, key, rows.getString(1));
        return Optional.of(
            new KeptAnswer(found, rows.getLong(2), rows.getInt(3), rows.getString(4)));
      }
    }
  }

  /** Deletes the area's answers given before a time, ms since 1970. */
  void forget(Connection connection, long before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM answer WHERE area = ? AND time < ?")) {
      delete.setString(1, area);
      delete.setLong(2, before);
      delete.executeUpdate();
    }
  }
}
