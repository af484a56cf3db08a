package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;

/** Something to do on a connection of the pool, which commits by itself. */
@FunctionalInterface
interface SqlQuery<T> {
  T on(Connection connection) throws SQLException;

  /**
   * Asks.
   *
   * @param what for the message when the database does not answer
   */
  static <T> T read(Database database, String what, SqlQuery<T> query) {
    try (Connection connection = database.pool().getConnection()) {
      return query.on(connection);
    } catch (SQLException e) {
      throw new JournalUnavailable(what + " cannot be read: " + e.getMessage());
    }
  }

  /** Changes something in one statement; it is on disk when this returns. */
  static <T> T write(Database database, String what, SqlQuery<T> query) {
    // Nobody else waits while we wait for a connection.
    try (Connection connection = database.pool().getConnection()) {
      Lock writing = database.writing();
      writing.lock();
      try {
        return query.on(connection);
      } finally {
        writing.unlock();
      }
    } catch (SQLException e) {
      throw new JournalUnavailable(what + " cannot be written: " + e.getMessage());
    }
  }
}
