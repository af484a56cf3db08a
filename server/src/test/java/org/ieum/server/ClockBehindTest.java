package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.server.area.LiveArea;
import org.ieum.server.journal.JournalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that goes on where the clock is behind, as after restoring it on another machine. */
final class ClockBehindTest {
  @TempDir private Path folder;
  private volatile Instant now = Instant.parse("2026-05-06T09:00:00Z");
  private final Random random = new Random(11);

  private JournalStore store() {
    return JournalStore.open("jdbc:sqlite:" + folder.resolve("ieum.db"));
  }

  @Test
  void startsAndTakesBookings() throws Exception {
    List<String> booked = new ArrayList<>();
    LiveArea first;
    try (JournalStore store = store()) {
      first = Streets.open(store, () -> now, "a");
      for (int i = 0; i < 30; i++) {
        booked.add(Streets.book(first, "rider-" + i, null, random));
        now = now.plusSeconds(40);
      }
      long decided = store.journal(Streets.AREA).lastSeq();
      now = now.plusSeconds(400);
      while (store.journal(Streets.AREA).lastSeq() < decided + 10) {
        Thread.sleep(20);
      }
    }
    // Without its journal it leaves no snapshot, as if it had been killed.
    first.close();
    now = now.minus(Duration.ofMinutes(3));
    try (JournalStore store = store()) {
      assertTrue(store.journal(Streets.AREA).findSnapshot().isEmpty());
      LiveArea area = Streets.open(store, () -> now, "b");
      // While its clock catches up and passes the journal's.
      for (int i = 0; i < 40; i++) {
        String id = booked.get(i % booked.size());
        assertEquals(id, area.ask(desk -> desk.booking(id)).get().bookingId());
        now = now.plusSeconds(6);
      }
      assertTrue(area.isReady());
      booked.add(Streets.book(area, "late", null, random));
      for (String id : booked) {
        assertEquals(id, area.ask(desk -> desk.booking(id)).get().bookingId());
      }
      area.close();
    }
  }
}
