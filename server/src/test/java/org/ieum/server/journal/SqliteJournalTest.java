package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalTest extends JournalContract {
  @TempDir Path directory;

  @Override
  String freshUrl() {
    return "jdbc:sqlite:" + directory.resolve("journal.db");
  }

  private static String refusal(String url) {
    InputException e = assertThrows(InputException.class, () -> JournalStore.open(url));
    return String.valueOf(e.getMessage());
  }

  @Test
  void syncsEveryCommit() throws SQLException {
    try (Database database = JournalStore.database(freshUrl(), Map.of());
        Connection connection = database.connect()) {
      assertEquals("wal", pragma(connection, "journal_mode"));
      assertEquals("2", pragma(connection, "synchronous"));
      assertEquals("1", pragma(connection, "foreign_keys"));
      assertEquals("5000", pragma(connection, "busy_timeout"));
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery("PRAGMA " + name)) {
      return rows.getString(1);
    }
  }

  @Test
  void belongsToItsOwnerAlone() throws IOException {
    JournalStore.open(freshUrl()).close();
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(directory.resolve("journal.db"))));
  }

  @Test
  void saysWhatIsWrongWithTheFile() throws IOException {
    assertEquals(
        "journal: cannot create \"" + directory + "/no/such.db\": NoSuchFileException",
        refusal("jdbc:sqlite:" + directory + "/no/such.db"));
    assertEquals(
        "journal: \"" + directory + "\" is not a file that can be written",
        refusal("jdbc:sqlite:" + directory));
    assertEquals(
        "journal: expected jdbc:sqlite:/path/to/file.db, got \"jdbc:sqlite::memory:\"",
        refusal("jdbc:sqlite::memory:"));
    assertEquals(
        "journal: expected jdbc:sqlite:/path/to/file.db or jdbc:postgresql://host/database, got"
            + " \"jdbc:h2:x\"",
        refusal("jdbc:h2:x"));
    Path text = Files.writeString(directory.resolve("text.db"), "no database, ".repeat(100));
    String message = refusal("jdbc:sqlite:" + text);
    assertTrue(
        message.startsWith("journal: \"" + text + "\" cannot be used as a database: "), message);
  }
}
