package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.SQLException;

/** Where something is read: on any connection of a pool, or within one transaction. */
interface Reads {
  /**
   * Asks.
   *
   * @throws JournalUnavailable when the database does not answer
   */
  <T> T read(SqlQuery<T> query);

  /** Each question on whatever connection is free. */
  static Reads pooled(Database database, String what) {
    return new Pooled(database, what);
  }

  /** All questions on one connection, which sees one state of the database. */
  static Reads within(Connection connection, String what) {
    return new Within(connection, what);
  }

  /** On connections of a pool. */
  record Pooled(Database database, String what) implements Reads {
    @Override
    public <T> T read(SqlQuery<T> query) {
      return SqlQuery.read(database, what, query);
    }
  }

  /** On one connection. */
  record Within(Connection connection, String what) implements Reads {
    @Override
    public <T> T read(SqlQuery<T> query) {
      try {
        return query.on(connection);
      } catch (SQLException e) {
        throw new JournalUnavailable(what + " cannot be read: " + e.getMessage());
      }
    }
  }
}
