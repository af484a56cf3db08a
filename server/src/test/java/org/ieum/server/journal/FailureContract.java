package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;

/** What holds for the journal in any database when something fails. */
abstract class FailureContract extends JournalFixture {
  @Test
  void waitingAnswersAreNotGivenYet() throws InterruptedException {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    database.failBefore(1_000);
    KeptAnswer answer = Batches.answer("k1", "f1", System.currentTimeMillis());
    var done = journal.append(new Batch(List.of(Batches.event(1)), answer));
    Batches.await("unavailable", () -> !journal.isAvailable());
    assertThrows(JournalUnavailable.class, () -> journal.findAnswer("operator", "k1"));
    assertFalse(done.isDone());
    database.failBefore(0);
    Batches.get(done);
    assertEquals(Optional.of(answer), journal.findAnswer("operator", "k1"));
    assertEquals(0, journal.waiting());
  }

  @Test
  void batchesShareTransactionsAndStayWhole() throws InterruptedException {
    FaultyDatabase database = faulty();
    JournalStore store = open(database, PATIENT);
    Journal journal = store.journal(AREA);
    ConcurrentLinkedQueue<String> commits = new ConcurrentLinkedQueue<>();
    store.onCommit((area, batches, events, nanos) -> commits.add(area + batches + "/" + events));
    List<StoredEvent> told = new CopyOnWriteArrayList<>();
    journal.onCommitted(told::addAll);
    database.failBefore(1);
    var first = journal.append(Batches.batch(1, 3));
    Batches.await("unavailable", () -> !journal.isAvailable());
    var unused = journal.append(Batches.batch(4, 4));
    var unused2 = journal.append(Batches.batch(5, 603));
    var last = journal.append(Batches.batch(604, 605));
    Batches.get(last);
    assertTrue(first.isDone());
    assertEquals(List.of("porto2/4", "porto1/599", "porto1/2"), List.copyOf(commits));
    Batches.await("told of all", () -> told.size() == 605);
    assertEquals(upTo(605), numbers(told));
    assertEquals(told, journal.read(EventFilter.after(0), 1_000));
  }

  @Test
  void aSnapshotComesBehindItsEvents() throws InterruptedException {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    database.failBefore(1_000);
    var done = journal.append(Batches.batch(1, 5));
    journal.keep(new Snapshot(5, "", "five"));
    assertThrows(IllegalArgumentException.class, () -> journal.keep(new Snapshot(6, "", "six")));
    Batches.await("unavailable", () -> !journal.isAvailable());
    assertEquals(Optional.empty(), journal.findSnapshot());
    database.failBefore(0);
    Batches.get(done);
    Batches.await("snapshot", () -> journal.findSnapshot().isPresent());
    assertEquals(journal.lastHash(), journal.findSnapshot().orElseThrow().hash());
  }

  @Test
  void unknownOutcomesAreFoundOut() throws InterruptedException {
    FaultyDatabase database = faulty();
    JournalStore store = open(database, PATIENT);
    Journal journal = store.journal(AREA);
    List<StoredEvent> told = new CopyOnWriteArrayList<>();
    journal.onCommitted(told::addAll);
    Random random = new Random(7);
    long seq = 0;
    var last = journal.append(Batches.batch(++seq));
    for (int round = 0; round < 12; round++) {
      if (random.nextBoolean()) {
        database.failAfter(1);
      } else {
        database.failBefore(1);
      }
      for (int i = 0; i < 40; i++) {
        int size = random.nextInt(4);
        KeptAnswer answer = Batches.answer("k" + round + "-" + i, "f", System.currentTimeMillis());
        last = journal.append(new Batch(Batches.batch(seq + 1, seq + size).events(), answer));
        seq += size;
      }
      Batches.get(last);
    }
    assertTrue(database.failures() >= 12, () -> "failures: " + database.failures());
    assertEquals(upTo(seq), seqs(journal));
    long all = seq;
    Batches.await("told of all", () -> told.size() >= all);
    assertEquals(upTo(seq), numbers(told));
    assertTrue(journal.isAvailable());
    for (int round = 0; round < 12; round++) {
      for (int i = 0; i < 40; i++) {
        assertTrue(journal.findAnswer("operator", "k" + round + "-" + i).isPresent());
      }
    }
  }

  @Test
  void callersAreToldWhenItTakesTooLong() throws InterruptedException {
    FaultyDatabase database = faulty();
    JournalOptions hasty = PATIENT.withPatience(Duration.ofMillis(300)).withQueue(3);
    Journal journal = open(database, hasty).journal(AREA);
    database.failBefore(1_000);
    var first = journal.append(Batches.batch(1));
    var unused3 = journal.append(Batches.batch(2));
    var third = journal.append(Batches.batch(3));
    assertFalse(third.isDone());
    assertFalse(unavailable(journal.append(Batches.batch(4))).batchWaits());
    assertTrue(unavailable(first).batchWaits());
    assertTrue(unavailable(third).batchWaits());
    assertEquals(3, journal.waiting());
    assertFalse(journal.isAvailable());
    database.failBefore(0);
    Batches.await("available", journal::isAvailable);
    Batches.fill(journal, 4, 5);
    assertEquals(upTo(5), seqs(journal));
  }

  @Test
  void aLostConnectionIsReplaced() throws Exception {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    Batches.fill(journal, 1, 5);
    database.drop();
    Batches.fill(journal, 6, 9);
    database.drop();
    Batches.fill(journal, 10, 10);
    assertEquals(upTo(10), seqs(journal));
    assertTrue(journal.isAvailable());
  }

  @Test
  void lostEventsStopUs() throws Exception {
    FaultyDatabase database = faulty();
    Journal journal = open(database, PATIENT).journal(AREA);
    Batches.fill(journal, 1, 5);
    sql("DELETE FROM event WHERE seq = 5");
    database.drop();
    String message = String.valueOf(unavailable(journal.append(Batches.batch(6))).getMessage());
    assertTrue(message.contains("database ends at event 4 with hash"), message);
    assertTrue(message.contains("expected event 5 with hash"), message);
    assertFalse(journal.isAvailable());
  }

  @Test
  void nothingAcknowledgedIsLostWhenKilled() throws Exception {
    open(PATIENT).close();
    Random random = new Random(11);
    long last = 0;
    for (int kill = 0; kill < 5; kill++) {
      Process process = AppendingProcess.start(url(), AREA);
      long acknowledged = last;
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        String line = lines.readLine();
        assertTrue(line != null, "the process printed nothing");
        int more = random.nextInt(300);
        long end = System.nanoTime() + random.nextInt(500) * 1_000_000L;
        for (int i = 0; i < more && System.nanoTime() < end; i++) {
          acknowledged = Long.parseLong(line);
          line = lines.readLine();
        }
        process.toHandle().destroyForcibly();
        while (line != null && !line.isEmpty()) {
          acknowledged = Math.max(acknowledged, Long.parseLong(line));
          line = lines.readLine();
        }
      }
      assertEquals(128 + 9, process.waitFor());
      assertTrue(acknowledged > last, "nothing was acknowledged");
      try (JournalStore store = JournalStore.open(url(), PATIENT, Map.of())) {
        Journal journal = store.journal(AREA);
        last = journal.lastSeq();
        assertTrue(last >= acknowledged, last + " on disk, acknowledged " + acknowledged);
        List<JournalEvent> events = new ArrayList<>();
        journal.replay(0, stored -> events.add(stored.event()));
        assertEquals(Batches.batch(1, last).events(), events);
      }
    }
  }

  @Test
  void anotherWriterStopsUs() throws InterruptedException {
    Journal journal = open(PATIENT).journal(AREA);
    Journal other = open(faulty().withoutClaims(), PATIENT).journal(AREA);
    Batches.fill(journal, 1, 2);
    JournalEvent otherwise = new JournalEvent(1, 5, "x", null, null, "{}");
    JournalUnavailable e = unavailable(other.append(new Batch(List.of(otherwise), null)));
    assertFalse(e.batchWaits());
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.startsWith("journal of porto stopped for good: database ends at event 2 with"),
        message);
    Batches.await("stopped", () -> !other.isAvailable());
    assertTrue(other.hasStopped());
    assertFalse(journal.hasStopped());
    assertFalse(unavailable(other.append(Batches.batch(2))).batchWaits());
    Batches.fill(journal, 3, 3);
    journal.verify();
  }

  @Test
  void aSecondServerIsRefused() throws Exception {
    Process first = AppendingProcess.start(url(), AREA);
    try (BufferedReader lines = first.inputReader(StandardCharsets.UTF_8)) {
      assertNotNull(lines.readLine(), "the process printed nothing");
      JournalStore second = open(PATIENT);
      InputException e = assertThrows(InputException.class, () -> second.journal(AREA));
      String message = String.valueOf(e.getMessage());
      assertTrue(
          message.startsWith("area porto: another server writes its journal in jdbc:"), message);
      assertEquals(1, message.lines().count());
      assertTrue(second.verify(AREA) > 0, "reading is free");
      first.toHandle().destroyForcibly();
      first.waitFor();
      Journal journal = second.journal(AREA);
      Batches.fill(journal, journal.lastSeq() + 1, journal.lastSeq() + 1);
    } finally {
      first.destroyForcibly();
    }
  }
}
