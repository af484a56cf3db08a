package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ieum.server.journal.Batch;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check of a journal finds. */
final class VerifyCommandTest {
  @TempDir private Path folder;

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("journal.db");
  }

  private ProgramRun verify() {
    return ProgramRun.of("verify", "--db=" + url());
  }

  private void sql(String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection(url());
        Statement execute = connection.createStatement()) {
      execute.executeUpdate(statement);
    }
  }

  private static void append(Journal journal, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      JournalEvent event = new JournalEvent(journal.lastSeq() + 1, 5, "test", null, null, "{}");
      journal.append(new Batch(List.of(event), null)).get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void withoutAJournal() throws Exception {
    verify().assertRefused("journal: there is no file \"" + folder.resolve("journal.db") + "\"");
    assertFalse(Files.exists(folder.resolve("journal.db")), "a check makes no file");
    Files.createFile(folder.resolve("journal.db"));
    verify().assertRefused("journal: " + url() + " holds no journal");
    JournalStore.open(url()).close();
    verify().assertRefused("journal: " + url() + " has no events");
  }

  @Test
  void tellsTheLastEvent() throws Exception {
    try (JournalStore store = JournalStore.open(url())) {
      Journal journal = store.journal("town");
      append(journal, 3);
      ProgramRun run = verify();
      assertEquals(0, run.exitCode(), run::toString);
      assertTrue(run.out().contains("3 events, chain intact"), run.out());
      assertTrue(run.out().contains(journal.lastHash()), run.out());
      ProgramRun json = ProgramRun.of("verify", "--json", "--db=" + url());
      assertEquals(
          "{\"town\": {\"events\": 3, \"deleted\": 0, \"hash\": \"" + journal.lastHash() + "\"}}",
          json.out().strip());
    }
  }

  @Test
  void missingEventsAtTheEnd() throws Exception {
    try (JournalStore store = JournalStore.open(url())) {
      Journal journal = store.journal("town");
      append(journal, 2);
      journal.keep(new Snapshot(2, "", "first"));
      append(journal, 2);
      journal.keep(new Snapshot(4, "", "second"));
    }
    assertEquals(0, verify().exitCode());
    sql("CREATE TABLE kept AS SELECT * FROM snapshot");
    sql("UPDATE snapshot SET data = 'third' WHERE seq = 2");
    verify().assertRefused("journal of town: event 2 does not fit the snapshot behind it");
    sql("DELETE FROM snapshot");
    sql("INSERT INTO snapshot SELECT * FROM kept");
    sql("DELETE FROM event WHERE seq = 4");
    String missing = "journal of town: event %d is the last, but there is a snapshot behind event ";
    verify().assertRefused(String.format(missing, 3) + "4: events are missing");
    sql("DELETE FROM event");
    verify().assertRefused(String.format(missing, 0));
  }

  @Test
  void oldEventsThatWereDeleted() throws Exception {
    try (JournalStore store = JournalStore.open(url())) {
      Journal journal = store.journal("town");
      append(journal, 3);
      journal.keep(new Snapshot(3, "", "first"));
      append(journal, 2);
      assertEquals(2, store.prune("town", 6, Set.of()));
      ProgramRun run = verify();
      assertEquals(0, run.exitCode(), run::toString);
      assertTrue(run.out().contains("5 events, those up to 2 deleted, chain intact"), run.out());
      ProgramRun json = ProgramRun.of("verify", "--json", "--db=" + url());
      assertTrue(json.out().contains("\"events\": 5, \"deleted\": 2, "), json.out());
    }
    sql("CREATE TABLE was AS SELECT * FROM event");
    sql("DELETE FROM event WHERE seq = 3");
    verify().assertRefused("journal of town: event 3 is missing, the next is 4");
    sql("DELETE FROM event");
    sql("DELETE FROM snapshot");
    verify().assertRefused("journal of town: event 3 is missing, and so are all behind it");
    sql("INSERT INTO event SELECT * FROM was");
    assertEquals(0, verify().exitCode());
    sql("DROP TABLE anchor");
    verify().assertRefused("journal of town: event 1 is missing, the next is 3");
  }
}
