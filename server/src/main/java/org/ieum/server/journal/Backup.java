package org.ieum.server.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Copies a database into one file while a server writes it. All is read in one transaction, so the
 * file holds the state of one moment, the transaction's first statement: whatever was acknowledged
 * before the command was given is in it. SQLite in WAL mode lets the writer go on meanwhile, and so
 * does PostgreSQL, whose transaction is a repeatable read.
 *
 * <p>The file has the rows of all tables in a form of its own, since that goes from either database
 * into either, holds nothing of what was deleted, and its chains can be checked on the way. Copies
 * of pages (SQLite's backup, {@code pg_dump}) would have done one of these each.
 */
public final class Backup {
  private static final int FETCH = 1_000;

  private Backup() {}

  /**
   * What was copied.
   *
   * @param events number of the last event by area
   * @param rows of all tables
   * @param bytes size of the file
   */
  public record Result(Map<String, Long> events, long rows, long bytes) {
    public Result {
      events = Map.copyOf(events);
    }
  }

  /**
   * Takes a backup.
   *
   * @param url as for {@link JournalStore#open}
   * @param files that belong to the database, with their texts
   * @param out to be made; must not be there
   * @param now ms since 1970
   * @throws InputException when the database or file cannot be used, or the chain is broken
   */
  public static Result take(
      String url, Map<String, String> environment, Map<String, String> files, Path out, long now)
      throws IOException {
    if (Files.exists(out)) {
      throw new InputException(out + ": is there already");
    }
    mustExist(url);
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try (Database database = JournalStore.database(url, environment);
        Connection connection = database.connect()) {
      SqliteDatabase.createForOwner(part, /* replaces= */ true);
      Result result;
      try (OutputStream target = Files.newOutputStream(part);
          BackupWriter writer = new BackupWriter(target)) {
        result = write(database, connection, files, writer, now);
      }
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      long bytes = Files.size(part);
      Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
      return new Result(result.events(), result.rows(), bytes);
    } catch (SQLException e) {
      throw new InputException("backup of " + url + " failed: " + e.getMessage());
    } catch (JournalDamaged e) {
      throw new InputException("no backup was made: " + e.getMessage());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A database is not made by copying it. */
  private static void mustExist(String url) {
    if (url.startsWith(SqliteDatabase.PREFIX)
        && Files.notExists(Path.of(url.substring(SqliteDatabase.PREFIX.length())))) {
      throw new InputException("there is no database " + url);
    }
  }

  private static Result write(
      Database database,
      Connection connection,
      Map<String, String> files,
      BackupWriter writer,
      long now)
      throws SQLException, IOException {
    database.seeOneState(connection);
    String schema =
        Tables.schema(connection)
            .orElseThrow(() -> new InputException(database.name() + " has no journal"));
    writer.head(schema, now);
    long rows = 0;
    for (String table : Tables.names(connection)) {
      rows += table(connection, table, writer);
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      writer.file(file.getKey(), file.getValue());
    }
    Map<String, Long> events = verify(connection);
    writer.end();
    return new Result(events, rows, 0);
  }

  private static long table(Connection connection, String table, BackupWriter writer)
      throws SQLException, IOException {
    List<Tables.Column> columns = Tables.columns(connection, table);
    writer.table(table, columns.stream().map(Tables.Column::name).toList());
    long count = 0;
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(FETCH);
      try (ResultSet rows = select.executeQuery("SELECT * FROM " + Tables.quoted(table))) {
        while (rows.next()) {
          List<@Nullable Object> values = new ArrayList<>(columns.size());
          for (int c = 1; c <= columns.size(); c++) {
            values.add(value(rows.getObject(c), table));
          }
          writer.row(values);
          count++;
        }
      }
    }
    return count;
  }

  private static @Nullable Object value(@Nullable Object found, String table) {
    if (found == null
        || found instanceof String
        || found instanceof Number
        || found instanceof Boolean) {
      return found;
    }
    if (found instanceof byte[] bytes) {
      return Map.of("base64", Base64.getEncoder().encodeToString(bytes));
    }
    throw new IllegalStateException("table " + table + " has a " + found.getClass());
  }

  /** The number of the last event of each area, whose chain is whole. */
  static Map<String, Long> verify(Connection connection) throws SQLException {
    Map<String, Long> events = new LinkedHashMap<>();
    boolean hasAnchors = Tables.names(connection).contains(AnchorTable.NAME);
    for (String area : EventTable.areas(connection)) {
      Reads reads = Reads.within(connection, "journal of " + area);
      events.put(area, new ChainReader(area, reads, hasAnchors).verify(event -> {}).seq());
    }
    return events;
  }
}
