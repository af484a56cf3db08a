package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;

/** What differs between the databases: how to connect, and who may write. */
interface Database extends AutoCloseable {
  /** A new connection of a committer's own, which commits by hand and only when all is on disk. */
  Connection connect() throws SQLException;

  /** Connections for everybody else, which commit by themselves. */
  DataSource pool();

  /**
   * Held by whoever writes, so that writers of one process wait in line where the database takes
   * only one.
   */
  Lock writing();

  /** For people; without a password. */
  String name();

  @Override
  void close();
}
