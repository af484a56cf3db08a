package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;

/** What differs between the databases: how to connect, and who may write. */
interface Database extends AutoCloseable {
  /** A new connection of a committer's own, which commits by hand and only when all is on disk. */
  Connection connect() throws SQLException;

  /**
   * Makes a connection of {@link #connect} the one that writes an area's journal until it is
   * closed. Waits a moment for a process that was killed to let go.
   *
   * @return whether it is; not when another server is at it
   */
  boolean claim(Connection connection, String area) throws SQLException;

  /**
   * Waits until no transaction of a connection that was lost, or of a process that was killed, can
   * bring events to disk any more. Holds others off until this transaction ends.
   */
  void awaitWriters(Connection connection) throws SQLException;

  /**
   * Lets a connection of {@link #connect} read one state of the database for the rest of its
   * transaction, while others write.
   */
  void seeOneState(Connection connection) throws SQLException;

  /**
   * Makes sure that nothing of riders who were deleted is left in files, where the database leaves
   * it in pages and logs that it will write over one day. Nobody else writes meanwhile in this
   * process; what is on a disk outside the database's own files, such as archived logs, is the
   * operator's.
   *
   * @param connection of the pool
   * @throws SQLException also when others are in the way for too long
   */
  default void erase(Connection connection) throws SQLException {}

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
