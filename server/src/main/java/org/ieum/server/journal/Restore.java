package org.ieum.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ieum.progress.InputException;

/**
 * Fills an empty database from a backup: its tables are made as they were when it was taken, filled
 * and checked in one transaction, and only then brought up to date. A file that is not there yet is
 * made under another name until then. What is not whole leaves no file, or an empty database.
 */
public final class Restore {
  private static final int BATCH = 1_000;

  private final BackupReader backup;
  private final Connection connection;
  private final Map<String, String> files = new LinkedHashMap<>();
  private long rows;

  private Restore(BackupReader backup, Connection connection) {
    this.backup = backup;
    this.connection = connection;
  }

  /**
   * What was restored.
   *
   * @param events number of the last event by area
   * @param files that belong to the database, with their texts
   * @param rows of all tables
   * @param taken when the backup was taken, ms since 1970
   */
  public record Result(Map<String, Long> events, Map<String, String> files, long rows, long taken) {
    public Result {
      events = Map.copyOf(events);
      files = Map.copyOf(files);
    }
  }

  /**
   * Restores.
   *
   * @param url as for {@link JournalStore#open}
   * @throws InputException when the database is not empty, or the backup is no good
   */
  public static Result run(String url, Map<String, String> environment, Path from)
      throws IOException {
    Path file = Path.of(url.startsWith(SqliteDatabase.PREFIX) ? SqliteDatabase.file(url) : "");
    if (Files.exists(file)) {
      return into(url, environment, from);
    }
    Path aside = Path.of(file + ".restoring");
    delete(aside);
    try {
      Result result = into(SqliteDatabase.PREFIX + aside, environment, from);
      Files.move(aside, file);
      return result;
    } finally {
      delete(aside);
    }
  }

  private static void delete(Path database) throws IOException {
    for (String end : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(database + end));
    }
  }

  private static Result into(String url, Map<String, String> environment, Path from)
      throws IOException {
    try (BackupReader backup = new BackupReader(from);
        Database database = JournalStore.database(url, environment)) {
      prepare(database, backup.schema());
      Result result;
      try (Connection connection = database.connect()) {
        result = new Restore(backup, connection).fill();
      }
      Migrations.apply(database);
      return result;
    } catch (SQLException e) {
      SQLException next = e.getNextException();
      throw new InputException(
          "restoring into " + url + " failed: " + (next == null ? e : next).getMessage());
    } catch (JournalDamaged e) {
      throw new InputException("nothing was restored: " + e.getMessage());
    }
  }

  /** Makes the tables of a database that has none. */
  private static void prepare(Database database, String schema) throws SQLException {
    boolean isNew;
    try (Connection connection = database.connect()) {
      isNew = Tables.schema(connection).isEmpty();
      for (String table : Tables.names(connection)) {
        if (!Tables.isEmpty(connection, table)) {
          throw new InputException(
              database.name() + " is not empty: there is something in table " + table);
        }
      }
      connection.rollback();
    }
    Migrations.apply(database, isNew ? schema : Migrations.LATEST);
  }

  private Result fill() throws SQLException, IOException {
    JsonNode line = backup.next();
    while (!line.has("sha256")) {
      if (line.has("table")) {
        line = table(line);
      } else {
        files.put(line.path("file").asText(), line.path("text").asText());
        line = backup.next();
      }
    }
    Map<String, Long> events = Backup.verify(connection);
    connection.commit();
    return new Result(events, files, rows, backup.taken());
  }

  /** Reads the rows of a table, and returns the line behind them. */
  private JsonNode table(JsonNode head) throws SQLException, IOException {
    String table = head.path("table").asText();
    if (!Tables.names(connection).contains(table)) {
      throw backup.wrong("has a table " + table + ", which is not known");
    }
    Map<String, Integer> types = new HashMap<>();
    Tables.columns(connection, table).forEach(column -> types.put(column.name(), column.type()));
    List<String> names = new ArrayList<>();
    List<Integer> kinds = new ArrayList<>();
    for (JsonNode column : head.path("columns")) {
      Integer type = types.get(column.asText());
      if (type == null) {
        throw backup.wrong("has a column " + table + "." + column.asText() + ", not known");
      }
      names.add(Tables.quoted(column.asText()));
      kinds.add(type);
    }
    String sql =
        "INSERT INTO "
            + Tables.quoted(table)
            + " ("
            + String.join(", ", names)
            + ") VALUES (?"
            + ", ?".repeat(names.size() - 1)
            + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      JsonNode line = backup.next();
      int waiting = 0;
      for (; line.isArray(); line = backup.next()) {
        for (int c = 0; c < kinds.size(); c++) {
          set(insert, c + 1, kinds.get(c), line.path(c));
        }
        insert.addBatch();
        rows++;
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
      return line;
    }
  }

  private static void set(PreparedStatement insert, int at, int type, JsonNode value)
      throws SQLException, IOException {
    if (value.isNull()) {
      insert.setNull(at, type);
    } else if (type == Types.BIT || type == Types.BOOLEAN) {
      insert.setBoolean(at, value.isNumber() ? value.asInt() != 0 : value.asBoolean());
    } else if (value.isObject()) {
      insert.setBytes(at, value.path("base64").binaryValue());
    } else if (value.isFloatingPointNumber()) {
      insert.setDouble(at, value.asDouble());
    } else if (value.isNumber()) {
      insert.setLong(at, value.asLong());
    } else if (value.isBoolean()) {
      insert.setInt(at, value.asBoolean() ? 1 : 0);
    } else {
      insert.setString(at, value.asText());
    }
  }
}
