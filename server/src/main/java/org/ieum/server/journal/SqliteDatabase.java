package org.ieum.server.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * A file. The write-ahead log is synced at every commit; other processes may read beside it. A new
 * file belongs to its owner alone, for there are names and telephone numbers in it.
 */
final class SqliteDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
  static final String PREFIX = "jdbc:sqlite:";

  private static final int BUSY_MS = 5_000;
  private static final int READERS = 4;

  /** How often the log is tried to be cut off; each waits for readers as long as may be. */
  private static final int ERASURES = 3;

  private final String url;
  private final boolean isReadOnly;
  private final Path claimFile;
  private final SQLiteDataSource own;
  private final HikariDataSource pool;
  private final Lock writing = new ReentrantLock(true);
  private @Nullable FileChannel claim;

  /** Makes the file when it is not there. */
  SqliteDatabase(String url) {
    this(url, /* isReadOnly= */ false);
  }

  private SqliteDatabase(String url, boolean isReadOnly) {
    this.url = url;
    this.isReadOnly = isReadOnly;
    String file = file(url);
    if (file.isEmpty() || file.startsWith(":") || file.startsWith("file:") || file.contains("?")) {
      throw new InputException(
          "journal: expected " + PREFIX + "/path/to/file.db, got \"" + url + "\"");
    }
    if (isReadOnly) {
      requireFile(Path.of(file));
    } else {
      create(Path.of(file));
    }
    claimFile = Path.of(file + "-writer");
    own = source();
    try (Connection connection = own.getConnection()) {
      connection.createStatement().execute("SELECT count(*) FROM sqlite_master");
    } catch (SQLException e) {
      throw new InputException(
          "journal: \"" + file + "\" cannot be used as a database: " + e.getMessage());
    }
    HikariConfig config = new HikariConfig();
    SQLiteDataSource others = source();
    // What is deleted, all of it personal data, is overwritten with zeros.
    others.getConfig().setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    others.getConfig().setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
    config.setDataSource(others);
    config.setReadOnly(isReadOnly);
    config.setMaximumPoolSize(READERS);
    config.setConnectionTimeout(BUSY_MS);
    config.setPoolName("journal");
    pool = new HikariDataSource(config);
  }

  /** A file that is there, in which nothing is changed. */
  static SqliteDatabase forReading(String url) {
    return new SqliteDatabase(url, /* isReadOnly= */ true);
  }

  /** The name of the file in a URL. */
  static String file(String url) {
    return url.substring(PREFIX.length());
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new InputException("journal: there is no file \"" + file + "\" that can be read");
    }
  }

  /** Java says more clearly than SQLite why a file cannot be written. */
  private static void create(Path file) {
    try {
      if (Files.notExists(file)) {
        createForOwner(file, /* replaces= */ false);
      }
    } catch (IOException e) {
      throw new InputException(
          "journal: cannot create \"" + file + "\": " + e.getClass().getSimpleName());
    }
    if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
      throw new InputException("journal: \"" + file + "\" is not a file that can be written");
    }
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null && !Files.isWritable(directory)) {
      throw new InputException(
          "journal: directory \"" + directory + "\" must be writable for the log beside the file");
    }
  }

  /** An empty file that only its owner reads. */
  static void createForOwner(Path file, boolean replaces) throws IOException {
    if (replaces) {
      Files.deleteIfExists(file);
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      Files.createFile(file);
    }
  }

  /** Never creates the file: one that was deleted meanwhile must not come back empty. */
  private SQLiteDataSource source() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MS);
    if (isReadOnly) {
      config.setReadOnly(true);
    } else {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    config.enforceForeignKeys(true);
    // The driver begins the next transaction at each commit; an immediate one would lock the file.
    config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  /**
   * Zeros for what is deleted are not all: when rows move to other pages, SQLite leaves copies in
   * the free space of the old ones, and the log has all pages as they were. So the table, which is
   * small beside the journal, is emptied, which zeroes its pages, and filled again, and the log is
   * brought home and cut off.
   */
  @Override
  public void erase(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TEMP TABLE kept AS SELECT * FROM rider");
      statement.executeUpdate("DELETE FROM rider");
      statement.executeUpdate("INSERT INTO rider SELECT * FROM kept");
      statement.executeUpdate("DROP TABLE temp.kept");
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
    for (int i = 0; i < ERASURES; i++) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        if (row.next() && row.getInt(1) == 0) {
          return;
        }
      }
    }
    throw new SQLException("others are reading for too long, so that traces are left in the log");
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = own.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /**
   * One process writes the file, for all areas. The lock is on a file beside it, for SQLite has
   * locks of its own on this one.
   */
  @Override
  public synchronized boolean claim(Connection connection, String area) throws SQLException {
    if (claim == null) {
      claim = lock();
    }
    return claim != null;
  }

  private @Nullable FileChannel lock() throws SQLException {
    try {
      FileChannel file =
          FileChannel.open(claimFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(file)) {
        return file;
      }
      file.close();
      return null;
    } catch (IOException e) {
      throw new SQLException("cannot lock " + claimFile + ": " + e.getMessage(), e);
    }
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** What is not committed dies with its process or connection. */
  @Override
  public void awaitWriters(Connection connection) {}

  /** Its first statement takes the state of the write-ahead log, and the writer only adds to it. */
  @Override
  public void seeOneState(Connection connection) {}

  @Override
  public DataSource pool() {
    return pool;
  }

  @Override
  public Lock writing() {
    return writing;
  }

  @Override
  public String name() {
    return url;
  }

  @Override
  public synchronized void close() {
    pool.close();
    FileChannel claimed = claim;
    claim = null;
    if (claimed != null) {
      try {
        claimed.close();
      } catch (IOException e) {
        LOG.warn("{} was not let go: {}", claimFile, e.getMessage());
      }
    }
  }
}
