package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beside what holds for all: who writes when the connection that held the claim is lost. */
final class PostgresFailureTest extends FailureContract {
  @Override
  String freshUrl() throws SQLException {
    return TestPostgres.freshUrl();
  }

  @Test
  void aLostClaimIsTakenAgain() throws SQLException {
    Journal journal = open(PATIENT).journal(AREA);
    for (long seq = 1; seq <= 5; seq++) {
      TestPostgres.cutWriters(url());
      Batches.fill(journal, seq, seq);
    }
    assertEquals(upTo(5), seqs(journal));
    assertFalse(journal.hasStopped());
  }

  @Test
  void whoHasBeenReplacedWritesNothing() throws Exception {
    FaultyDatabase database = faulty();
    Journal first = open(database, PATIENT).journal(AREA);
    Batches.fill(first, 1, 5);
    database.setReachable(false);
    TestPostgres.cutWriters(url());
    var lost = first.append(Batches.batch(6));
    Batches.await("unavailable", () -> !first.isAvailable());
    assertFalse(first.hasStopped(), "there is hope yet");

    Journal second = open(PATIENT).journal(AREA);
    JournalEvent otherwise = new JournalEvent(6, 5, "x", null, null, "{}");
    Batches.get(second.append(new Batch(List.of(otherwise), null)));
    database.setReachable(true);
    JournalUnavailable e = unavailable(lost);
    assertFalse(e.batchWaits());
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.startsWith("journal of porto stopped for good: database ends at event 6 with"),
        message);
    assertTrue(first.hasStopped());
    assertFalse(unavailable(first.append(Batches.batch(7))).batchWaits());
    Batches.fill(second, 7, 9);
    assertEquals(upTo(9), seqs(second));
    second.verify();
  }

  @Test
  void whoIsReplacedByOneThatWritesNothingGoesOn() throws Exception {
    FaultyDatabase database = faulty();
    Journal first = open(database, PATIENT).journal(AREA);
    Batches.fill(first, 1, 5);
    database.setReachable(false);
    TestPostgres.cutWriters(url());
    var waits = first.append(Batches.batch(6));
    Batches.await("unavailable", () -> !first.isAvailable());
    try (JournalStore other = JournalStore.open(url(), PATIENT, Map.of())) {
      assertEquals(5, other.journal(AREA).lastSeq());
      database.setReachable(true);
      Thread.sleep(500);
      assertFalse(waits.isDone(), "the other one has the claim");
    }
    Batches.get(waits);
    assertEquals(upTo(6), seqs(first));
  }
}
