package org.ieum.server.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.ieum.progress.InputException;

/** A server. What stands in the URL goes before the settings chosen here. */
final class PostgresDatabase implements Database {
  static final String PREFIX = "jdbc:postgresql:";

  private static final int CONNECTIONS = 8;
  private static final int CONNECTION_WAIT_MS = 2_000;

  /** What a server says when a lock is not to be had in time. */
  private static final String LOCKED = "55P03";

  private final String url;
  private final Properties properties = new Properties();
  private final HikariDataSource pool;

  PostgresDatabase(String url, Map<String, String> environment) {
    this.url = url;
    String user = environment.get("IEUM_DB_USER");
    if (user != null) {
      properties.setProperty("user", user);
    }
    String password = environment.get("IEUM_DB_PASSWORD");
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("ApplicationName", "ieum");
    properties.setProperty("connectTimeout", "5");
    // A server that says nothing for so long is taken for lost; what became of a commit is found
    // out on the next connection.
    properties.setProperty("socketTimeout", "15");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    try (Connection connection = connect()) {
      connection.rollback();
    } catch (SQLException e) {
      throw new InputException("journal: cannot connect to " + name() + ": " + e.getMessage());
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_WAIT_MS);
    config.setInitializationFailTimeout(-1);
    config.setPoolName("journal");
    pool = new HikariDataSource(config);
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, properties);
    try (Statement statement = connection.createStatement()) {
      // A server may be set up to acknowledge what is not on disk yet.
      statement.execute(
          "SELECT set_config('synchronous_commit', 'on', false)"
              + " WHERE current_setting('synchronous_commit') = 'off'");
      // The claim of a machine that is gone must not outlive it by hours.
      statement.execute(
          "SELECT set_config('tcp_keepalives_idle', '5', false),"
              + " set_config('tcp_keepalives_interval', '2', false),"
              + " set_config('tcp_keepalives_count', '3', false)");
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /** A lock of the session: the server lets go of it when the connection ends, however it ends. */
  @Override
  public boolean claim(Connection connection, String area) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
      statement.execute("SET LOCAL lock_timeout = '5s'");
      lock.setLong(1, claimKey(area));
      lock.execute();
      return true;
    } catch (SQLException e) {
      if (LOCKED.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    } finally {
      connection.rollback();
    }
  }

  /** The first eight bytes of a hash, since locks have numbers and no names. */
  private static long claimKey(String area) {
    try {
      byte[] name = ("ieum journal of " + area).getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /**
   * The server ends a commit that it was asked for though nobody waits for it any more; until then
   * its transaction holds the table against this lock.
   */
  @Override
  public void awaitWriters(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '5s'");
      statement.execute("LOCK TABLE event IN SHARE MODE");
    }
  }

  /** Rows that were deleted stay in the table's file until it is written anew. */
  @Override
  public void erase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '5s'");
      statement.execute("VACUUM (FULL) rider");
    }
  }

  @Override
  public void seeOneState(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
  }

  @Override
  public DataSource pool() {
    return pool;
  }

  @Override
  public Lock writing() {
    return new ReentrantLock();
  }

  @Override
  public String name() {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  @Override
  public void close() {
    pool.close();
  }
}
