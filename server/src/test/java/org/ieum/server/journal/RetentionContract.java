package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What holds when old events are deleted, in any database. */
abstract class RetentionContract extends JournalFixture {
  /** Event n happened n ms later. */
  private static final long T = 1_700_000_000_000L;

  /** 5,000 events, and snapshots behind 3,000 and 4,500 of them. */
  private Journal fill(JournalStore store) {
    Journal journal = store.journal(AREA);
    Batches.get(journal.append(Batches.batch(1, 5_000)));
    journal.keep(new Snapshot(3_000, "", "three"));
    journal.keep(new Snapshot(4_500, "", "four"));
    Batches.get(journal.append(new Batch(List.of(), null)));
    return journal;
  }

  private static List<Long> seqsOf(Journal journal) {
    return numbers(journal.read(EventFilter.after(0), 10_000));
  }

  @Test
  void whatIsOldGoesAndTheChainHolds() {
    JournalStore store = open(PATIENT);
    Journal journal = fill(store);
    assertEquals(0, store.prune(AREA, T, Set.of()));
    assertEquals(5_000, seqsOf(journal).size());
    assertEquals(1_999, store.prune(AREA, T + 2_000, Set.of()));
    assertEquals(3_001, seqsOf(journal).size());
    assertEquals(2_000, seqsOf(journal).get(0));
    assertEquals(5_000, store.verify(AREA));
    assertEquals(1_999, store.deletedUpTo(AREA));
    assertEquals(1_999, store.prune(AREA, T + 2_000, Set.of()), "nothing more");

    Batches.fill(journal, 5_001, 5_010);
    store.close();
    JournalStore again = open(PATIENT);
    Batches.fill(again.journal(AREA), 5_011, 5_020);
    assertEquals(5_020, again.verify(AREA));
  }

  @Test
  void whatSnapshotsNeedStays() {
    JournalStore store = open(PATIENT);
    Journal journal = fill(store);
    assertEquals(2_999, store.prune(AREA, T + 1_000_000, Set.of()));
    assertEquals(3_000, seqsOf(journal).get(0));
    Snapshot last = journal.findSnapshot().orElseThrow();
    assertEquals("four", last.data());
    List<Long> replayed = new ArrayList<>();
    journal.replay(last.seq(), stored -> replayed.add(stored.event().seq()));
    assertEquals(500, replayed.size());
    JournalDamaged e = assertThrows(JournalDamaged.class, () -> journal.replay(0, stored -> {}));
    assertEquals(
        "journal of porto: event 1 was deleted as all up to 2999, and no snapshot is behind them",
        e.getMessage());
  }

  @Test
  void nothingGoesWithoutAWholeSnapshot() throws SQLException {
    JournalStore store = open(PATIENT);
    Batches.get(store.journal(AREA).append(Batches.batch(1, 100)));
    assertEquals(0, store.prune(AREA, T + 1_000, Set.of()));
    store.journal(AREA).keep(new Snapshot(50, "", "fifty"));
    Batches.get(store.journal(AREA).append(new Batch(List.of(), null)));
    sql("UPDATE snapshot SET data = 'sixty'");
    assertEquals(0, store.prune(AREA, T + 1_000, Set.of()));
    sql("UPDATE snapshot SET data = 'fifty'");
    assertEquals(49, store.prune(AREA, T + 1_000, Set.of()));
  }

  @Test
  void someTypesStay() {
    JournalStore store = open(PATIENT);
    Journal journal = fill(store);
    assertEquals(2_999, store.prune(AREA, T + 9_999, Set.of("ride_confirmed", "other")));
    List<Long> left = seqsOf(journal);
    assertEquals(List.of(3L, 6L, 9L), left.subList(0, 3));
    assertEquals(999 + 2_001, left.size());
    assertEquals(5_000, store.verify(AREA));
    assertEquals(5_000, store.verify(AREA));
  }

  @Test
  void areasGoApart() {
    JournalStore store = open(PATIENT);
    Journal journal = fill(store);
    Batches.fill(store.journal("other"), 1, 10);
    assertEquals(0, store.prune("other", T + 9_999, Set.of()));
    assertEquals(2_999, store.prune(AREA, T + 9_999, Set.of()));
    assertEquals(upTo(10), seqs(store.journal("other")));
    assertEquals(2_001, seqsOf(journal).size());
  }

  @Test
  void whatDoesNotVerifyStays() throws SQLException {
    JournalStore store = open(PATIENT);
    Journal journal = fill(store);
    sql("UPDATE event SET data = 'x' WHERE seq = 2500");
    JournalDamaged e =
        assertThrows(JournalDamaged.class, () -> store.prune(AREA, T + 9_999, Set.of()));
    assertTrue(String.valueOf(e.getMessage()).contains("event 2500 was changed"), e.getMessage());
    assertEquals(2_000, store.deletedUpTo(AREA), "the page before it is whole and may go");
    assertEquals(3_000, seqsOf(journal).size());
    assertThrows(JournalDamaged.class, () -> store.verify(AREA));
  }

  @Test
  void theAnchorHoldsTheChain() throws SQLException {
    JournalStore store = open(PATIENT);
    fill(store);
    long unused = store.prune(AREA, T + 2_000, Set.of());
    sql("UPDATE anchor SET hash = 'f00'");
    JournalDamaged e = assertThrows(JournalDamaged.class, () -> store.verify(AREA));
    assertTrue(String.valueOf(e.getMessage()).contains("event 2000 was changed"), e.getMessage());
    sql("UPDATE anchor SET seq = 1998");
    assertThrows(JournalDamaged.class, () -> store.verify(AREA));
    sql("DELETE FROM anchor");
    e = assertThrows(JournalDamaged.class, () -> store.verify(AREA));
    assertTrue(String.valueOf(e.getMessage()).contains("event 1 is missing"), e.getMessage());
  }

  @Test
  void verifiesAndAppendsMeanwhile() throws Exception {
    JournalStore store = open(PATIENT);
    Journal journal = fill(store);
    JournalStore other = JournalStore.open(url(), PATIENT, Map.of());
    try {
      CompletableFuture<Void> verifying =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 30; i++) {
                  assertTrue(other.verify(AREA) >= 5_000);
                }
              });
      for (int i = 1; i <= 100; i++) {
        Batches.fill(journal, 5_000L + i, 5_000L + i);
        assertEquals(i * 20L - 1, store.prune(AREA, T + i * 20L, Set.of()));
      }
      verifying.get();
      assertEquals(5_100, other.verify(AREA));
    } finally {
      other.close();
    }
  }

  @Test
  void readsFromATime() {
    JournalStore store = open(PATIENT);
    fill(store);
    long unused = store.prune(AREA, T + 1_000, Set.of());
    for (long since : List.of(0L, 999L, 1_000L, 1_001L, 2_500L, 4_999L, 5_000L, 5_001L)) {
      List<Long> found = new ArrayList<>();
      store.readSince(AREA, T + since, "ride_confirmed", event -> found.add(event.seq()));
      List<Long> expected = new ArrayList<>();
      for (long seq = Math.max(since, 1_000); seq <= 5_000; seq++) {
        if (seq % 3 == 0) {
          expected.add(seq);
        }
      }
      assertEquals(expected, found, "since " + since);
    }
  }
}
