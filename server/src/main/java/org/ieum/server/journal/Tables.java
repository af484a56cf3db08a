package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of a database, whatever they are, without those of database and migrations. */
final class Tables {
  private static final String MIGRATIONS = "flyway_schema_history";

  private Tables() {}

  /** Their names, in order. */
  static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.startsWith("sqlite_") && !name.equals(MIGRATIONS)) {
          names.add(name);
        }
      }
    }
    names.sort(null);
    return names;
  }

  /** The columns of a table, with types as {@link java.sql.Types} has them. */
  record Column(String name, int type) {}

  static List<Column> columns(Connection connection, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("SELECT * FROM " + quoted(table) + " LIMIT 0")) {
      ResultSetMetaData meta = rows.getMetaData();
      for (int c = 1; c <= meta.getColumnCount(); c++) {
        columns.add(new Column(meta.getColumnName(c), meta.getColumnType(c)));
      }
    }
    return columns;
  }

  static boolean isEmpty(Connection connection, String table) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("SELECT 1 FROM " + quoted(table) + " LIMIT 1")) {
      return !rows.next();
    }
  }

  /** The last migration that a database has seen, if it has seen any. */
  static Optional<String> schema(Connection connection) throws SQLException {
    try (ResultSet found =
        connection.getMetaData().getTables(null, connection.getSchema(), MIGRATIONS, null)) {
      if (!found.next()) {
        return Optional.empty();
      }
    }
    MigrationVersion last = MigrationVersion.EMPTY;
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT version FROM " + MIGRATIONS + " WHERE version IS NOT NULL AND success");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        MigrationVersion version = MigrationVersion.fromVersion(rows.getString(1));
        last = version.compareTo(last) > 0 ? version : last;
      }
    }
    return last.equals(MigrationVersion.EMPTY) ? Optional.empty() : Optional.of(last.getVersion());
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
