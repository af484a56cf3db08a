package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;

/** What holds for the journal in any database that works. */
abstract class JournalContract extends JournalFixture {
  @Test
  void emptyAtFirst() {
    Journal journal = open(PATIENT).journal(AREA);
    assertEquals(0, journal.lastSeq());
    assertEquals("", journal.lastHash());
    assertEquals(Optional.empty(), journal.findSnapshot());
    assertEquals(List.of(), seqs(journal));
    assertTrue(journal.isAvailable());
    assertEquals(0, journal.waiting());
  }

  @Test
  void comesBackAsItWasWritten() {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    Batches.fill(journal, 1, 5_000);
    assertEquals(5_000, journal.lastSeq());
    String hash = journal.lastHash();
    store.close();

    Journal again = open(PATIENT).journal(AREA);
    assertEquals(5_000, again.lastSeq());
    assertEquals(hash, again.lastHash());
    List<JournalEvent> events = new ArrayList<>();
    again.replay(0, stored -> events.add(stored.event()));
    assertEquals(Batches.batch(1, 5_000).events(), events);
    List<Long> behind = new ArrayList<>();
    again.replay(4_998, stored -> behind.add(stored.event().seq()));
    assertEquals(List.of(4_999L, 5_000L), behind);
    Batches.fill(again, 5_001, 5_002);
    again.verify();
  }

  @Test
  void areasDoNotMeet() {
    JournalStore store = open(PATIENT);
    Batches.fill(store.journal("a"), 1, 3);
    Batches.fill(store.journal("b"), 1, 2);
    assertEquals(upTo(3), seqs(store.journal("a")));
    assertEquals(upTo(2), seqs(store.journal("b")));
    assertFalse(store.journal("a").lastHash().equals(store.journal("b").lastHash()));
  }

  @Test
  void numbersFollowEachOther() {
    Journal journal = open(PATIENT).journal(AREA);
    Batches.fill(journal, 1, 2);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> journal.append(Batches.batch(4)));
    assertEquals("event must have number 3, was 4", e.getMessage());
    Batches.fill(journal, 3, 3);
  }

  @Test
  void filters() {
    Journal journal = open(PATIENT).journal(AREA);
    Batches.fill(journal, 1, 60);
    assertEquals(List.of(31L, 32L), numbers(journal.read(EventFilter.after(30), 2)));
    assertEquals(
        List.of(3L, 18L, 33L, 48L), numbers(journal.read(new EventFilter(0, "b3", null, null), 9)));
    assertEquals(
        List.of(42L, 46L, 50L), numbers(journal.read(new EventFilter(40, null, "v2", null), 3)));
    assertEquals(
        List.of(6L, 18L),
        numbers(journal.read(new EventFilter(0, null, "v2", "ride_confirmed"), 2)));
  }

  @Test
  void changesAreFound() throws SQLException {
    JournalStore store = open(PATIENT);
    Batches.fill(store.journal(AREA), 1, 20);
    store.close();
    for (String column :
        List.of("data = 'x'", "time = 5", "type = 'y'", "booking_id = 'b'", "vehicle_id = 'w'")) {
      sql("CREATE TABLE kept AS SELECT * FROM event");
      sql("UPDATE event SET " + column + " WHERE seq = 7");
      assertDamaged("journal of porto: event 7 was changed");
      sql("DELETE FROM event");
      sql("INSERT INTO event SELECT * FROM kept");
      sql("DROP TABLE kept");
      try (JournalStore whole = open(PATIENT)) {
        assertEquals(20, whole.verify(AREA));
      }
    }
    sql("UPDATE event SET hash = 'z' WHERE seq = 7");
    assertDamaged("journal of porto: event 7 was changed");
    sql("DELETE FROM event WHERE seq = 7");
    assertDamaged("journal of porto: event 7 is missing, the next is 8");
  }

  private void assertDamaged(String message) {
    try (JournalStore store = JournalStore.open(url(), PATIENT, Map.of())) {
      Journal journal = store.journal(AREA);
      JournalDamaged e = assertThrows(JournalDamaged.class, journal::verify);
      assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
    }
  }

  @Test
  void absentAndEmptyAreNotTheSame() {
    EventChain chain = new EventChain(AREA);
    JournalEvent absent = new JournalEvent(1, 2, "t", null, "v", "d");
    JournalEvent empty = new JournalEvent(1, 2, "t", "", "v", "d");
    JournalEvent moved = new JournalEvent(1, 2, "tv", null, "", "d");
    List<String> hashes =
        List.of(chain.hash("", absent), chain.hash("", empty), chain.hash("", moved));
    assertEquals(3, hashes.stream().distinct().count());
    assertEquals(hashes.get(0), chain.hash("", absent));
    assertFalse(hashes.get(0).equals(new EventChain("other").hash("", absent)));
  }

  @Test
  void answersAreKeptForADay() {
    AtomicLong now = new AtomicLong(1_700_000_000_000L);
    JournalStore store = open(PATIENT.withClock(() -> Instant.ofEpochMilli(now.get())));
    Journal journal = store.journal(AREA);
    KeptAnswer answer = Batches.answer("k1", "f1", now.get());
    Batches.get(journal.append(new Batch(List.of(Batches.event(1)), answer)));
    assertEquals(Optional.of(answer), journal.findAnswer("operator", "k1"));
    assertEquals(Optional.empty(), journal.findAnswer("operator", "k2"));
    assertEquals(Optional.empty(), journal.findAnswer("rider", "k1"));

    KeptAnswer alone = Batches.answer("k2", "f2", now.get());
    Batches.get(journal.append(new Batch(List.of(), alone)));
    assertEquals(Optional.of(alone), journal.findAnswer("operator", "k2"));

    now.addAndGet(Duration.ofHours(24).toMillis() + 1);
    assertEquals(Optional.empty(), journal.findAnswer("operator", "k1"));
    Batches.fill(journal, 2, 2);
    now.addAndGet(-Duration.ofHours(1).toMillis());
    assertEquals(Optional.empty(), journal.findAnswer("operator", "k1"), "deleted");

    KeptAnswer later = Batches.answer("k1", "other", now.get());
    Batches.get(journal.append(new Batch(List.of(), later)));
    assertEquals(Optional.of(later), journal.findAnswer("operator", "k1"));
  }

  @Test
  void aFailingListenerStopsNothing() {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    journal.onCommitted(
        events -> {
          throw new IllegalStateException("thrown by a test");
        });
    Batches.fill(journal, 1, 3);
    assertEquals(upTo(3), seqs(journal));
  }

  @Test
  void manyAppendAtOnce() throws Exception {
    Journal journal = open(PATIENT).journal(AREA);
    AtomicLong seq = new AtomicLong();
    Object writer = new Object();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<?>> all = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  CompletableFuture<Void> done;
                  long mine;
                  synchronized (writer) {
                    mine = seq.incrementAndGet();
                    done = journal.append(Batches.batch(mine));
                  }
                  Batches.get(done);
                  assertTrue(journal.lastSeq() >= mine);
                }
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    assertEquals(upTo(1_600), seqs(journal));
  }

  @Test
  void theLastTwoSnapshotsAreKept() throws Exception {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    Batches.fill(journal, 1, 10);
    journal.keep(new Snapshot(4, "", "four"));
    journal.keep(new Snapshot(8, "", "eight"));
    journal.keep(new Snapshot(10, journal.lastHash(), "ten"));
    Batches.get(journal.append(new Batch(List.of(), null)));
    assertEquals(Optional.of(new Snapshot(10, journal.lastHash(), "ten")), journal.findSnapshot());
    store.close();

    sql("UPDATE snapshot SET data = 'eleven' WHERE seq = 10");
    Journal again = open(PATIENT).journal(AREA);
    assertEquals("eight", again.findSnapshot().orElseThrow().data());
    sql("UPDATE snapshot SET data = 'nine' WHERE seq = 8");
    assertEquals(Optional.empty(), again.findSnapshot());
  }

  @Test
  void aSnapshotWithoutItsEventsIsDamage() throws Exception {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    Batches.fill(journal, 1, 10);
    journal.keep(new Snapshot(9, "", "nine"));
    store.close();
    sql("DELETE FROM event WHERE seq > 8");
    JournalDamaged e =
        assertThrows(JournalDamaged.class, () -> open(PATIENT).journal(AREA).findSnapshot());
    assertEquals(
        "journal of porto: event 8 is the last event, but there is a snapshot behind event 9",
        e.getMessage());
  }

  @Test
  void closingWritesWhatWaits() {
    JournalStore store = open(PATIENT);
    Journal journal = store.journal(AREA);
    for (long seq = 1; seq <= 2_000; seq++) {
      var unused4 = journal.append(Batches.batch(seq));
    }
    store.close();
    assertFalse(unavailable(journal.append(Batches.batch(2_001))).batchWaits());
    assertEquals(upTo(2_000), seqs(open(PATIENT).journal(AREA)));
  }

  @Test
  void oddTexts() {
    Journal journal = open(PATIENT).journal(AREA);
    JournalEvent odd = new JournalEvent(1, 2, "t'\"%", "", "\uD800", "\\ \t\r\n \uFFFF ?");
    Batches.get(journal.append(new Batch(List.of(odd), null)));
    journal.verify();
    JournalEvent zero = new JournalEvent(2, 2, "t", null, null, "a\0b");
    assertThrows(
        IllegalArgumentException.class, () -> journal.append(new Batch(List.of(zero), null)));
    Batches.fill(journal, 2, 2);
  }

  @Test
  void ridersComeAndGo() {
    JournalStore store = open(PATIENT);
    Riders riders = store.riders(AREA);
    Rider minji = new Rider("r1", "김민지", "+82 10", null, 5);
    riders.put(minji);
    riders.put(new Rider("r2", null, null, null, 6));
    riders.put(new Rider("r2", "Ana", null, null, 7));
    store.riders("other").put(new Rider("r3", null, null, null, 8));
    assertEquals(Optional.of(minji), riders.find("r1"));
    assertEquals(Optional.of(new Rider("r2", "Ana", null, null, 7)), riders.find("r2"));
    assertEquals(Optional.empty(), riders.find("r3"));
    assertEquals(List.of(minji), riders.list("", 1));
    assertEquals(List.of("r2"), riders.list("r1", 9).stream().map(Rider::id).toList());
    assertTrue(riders.delete("r1"));
    assertFalse(riders.delete("r1"));
    assertEquals(Optional.empty(), riders.find("r1"));
  }

  @Test
  void aNewerDatabaseIsRefused() throws SQLException {
    open(PATIENT).close();
    sql(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success)"
            + " SELECT 99, '99', 'from the future', type, 'V99__x.sql', 1, installed_by, 1,"
            + " success FROM flyway_schema_history WHERE version = '1'");
    InputException e = assertThrows(InputException.class, () -> open(PATIENT));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains("is from a newer version of Ieum"), message);
    assertTrue(message.contains("migration 99 \"from the future\""), message);
  }
}
