package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;

final class PostgresJournalTest extends JournalContract {
  @Override
  String freshUrl() throws SQLException {
    return TestPostgres.freshUrl();
  }

  @Test
  void saysWhenNobodyAnswers() {
    String url = "jdbc:postgresql://localhost:1/x?user=u&password=secret";
    InputException e =
        assertThrows(
            InputException.class, () -> JournalStore.open(url, JournalOptions.DEFAULT, Map.of()));
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.startsWith("journal: cannot connect to jdbc:postgresql://localhost:1/x: "),
        message);
    assertTrue(!message.contains("secret"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void aCommitOfAKilledProcessIsWaitedFor() throws Exception {
    String url = freshUrl();
    try (JournalStore store = JournalStore.open(url, JournalOptions.DEFAULT, Map.of());
        Connection killed = DriverManager.getConnection(url)) {
      killed.setAutoCommit(false);
      new EventTable("porto")
          .insert(killed, new EventChain("porto").link("", Batches.batch(1).events()));
      CompletableFuture<Long> last =
          CompletableFuture.supplyAsync(() -> store.journal("porto").lastSeq());
      Thread.sleep(300);
      assertFalse(last.isDone());
      killed.commit();
      assertEquals(1, last.join());
      Batches.fill(store.journal("porto"), 2, 2);
      store.journal("porto").verify();
    }
  }

  @Test
  void syncsEvenWhenTheServerIsSetUpNotTo() throws SQLException {
    String url = freshUrl();
    String name = url.replaceAll(".*/(\\w+)\\?.*", "$1");
    TestPostgres.run(url, "ALTER DATABASE " + name + " SET synchronous_commit = off");
    try (Database database = JournalStore.database(url, Map.of());
        Connection connection = database.connect();
        var rows = connection.createStatement().executeQuery("SHOW synchronous_commit")) {
      rows.next();
      assertEquals("on", rows.getString(1));
    }
  }
}
