package org.ieum.server.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose next commits fail, before they are carried out or after. */
final class FaultyDatabase implements Database {
  private final Database database;
  private final AtomicReference<@Nullable Connection> last = new AtomicReference<>();
  private final AtomicInteger before = new AtomicInteger();
  private final AtomicInteger after = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private boolean claims = true;
  private volatile boolean isReachable = true;

  FaultyDatabase(Database database) {
    this.database = database;
  }

  void failBefore(int commits) {
    before.set(commits);
  }

  void failAfter(int commits) {
    after.set(commits);
  }

  /** Closes the committer's connection behind its back. */
  void drop() throws SQLException {
    Objects.requireNonNull(last.get()).close();
  }

  /** The same, but everybody may write; as behind something that shares connections. */
  FaultyDatabase withoutClaims() {
    claims = false;
    return this;
  }

  /** Whether new connections can be had. */
  void setReachable(boolean reachable) {
    isReachable = reachable;
  }

  int failures() {
    return failures.get();
  }

  @Override
  public Connection connect() throws SQLException {
    if (!isReachable) {
      throw new SQLException("not reachable, says a test");
    }
    Connection connection = database.connect();
    last.set(connection);
    return (Connection)
        Proxy.newProxyInstance(
            FaultyDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean commit = method.getName().equals("commit");
              if (commit) {
                failIf(before);
              }
              try {
                Object result = method.invoke(connection, arguments);
                if (commit) {
                  failIf(after);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
              }
            });
  }

  private void failIf(AtomicInteger count) throws SQLException {
    if (count.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      failures.incrementAndGet();
      throw new SQLException("connection lost, says a test");
    }
  }

  @Override
  public boolean claim(Connection connection, String area) throws SQLException {
    return !claims || database.claim(connection, area);
  }

  @Override
  public void awaitWriters(Connection connection) throws SQLException {
    database.awaitWriters(connection);
  }

  @Override
  public void seeOneState(Connection connection) throws SQLException {
    database.seeOneState(connection);
  }

  @Override
  public DataSource pool() {
    return database.pool();
  }

  @Override
  public Lock writing() {
    return database.writing();
  }

  @Override
  public String name() {
    return database.name();
  }

  @Override
  public void close() {
    database.close();
  }
}
