package org.ieum.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ieum.server.ProgramRuns;
import org.ieum.server.Streets;
import org.ieum.server.area.LiveArea;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.Rider;
import org.ieum.server.journal.Riders;
import org.ieum.server.journal.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas whose events and riders of long ago are deleted. */
final class RetentionTest {
  private static final Instant START = Instant.parse("2026-01-10T08:00:00Z");

  @TempDir private Path folder;
  private Instant now = START;
  private final Random random = new Random(5);

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private JournalStore store() {
    return JournalStore.open(
        "jdbc:sqlite:" + folder.resolve("ieum.db"), JournalOptions.DEFAULT, Map.of());
  }

  /** A day on which a rider books, from a start to a clean stop. */
  private String day(int day, String rider) throws Exception {
    now = START.plus(Duration.ofDays(day));
    try (JournalStore store = store()) {
      Riders riders = store.riders(StoredRiders.ALL_AREAS);
      if (riders.find(rider).isEmpty()) {
        riders.put(new Rider(rider, "Name of " + rider, null, null, now.toEpochMilli()));
      }
      LiveArea area = Streets.open(store, () -> now, "d" + day);
      String booking = Streets.book(area, rider, null, random);
      long before = store.journal(Streets.AREA).lastSeq();
      now = now.plus(Duration.ofHours(5));
      awaitMore(store.journal(Streets.AREA), before);
      area.close();
      return booking;
    }
  }

  /** Waits until the area has noticed that it is later. */
  private static void awaitMore(Journal journal, long before) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (journal.lastSeq() == before) {
      assertTrue(System.nanoTime() < end, "nothing happens any more");
      Thread.sleep(20);
    }
  }

  private List<String> riders(JournalStore store) {
    return store.riders(StoredRiders.ALL_AREAS).list("", 99).stream().map(Rider::id).toList();
  }

  private List<StoredEvent> events(JournalStore store) {
    return store.journal(Streets.AREA).read(EventFilter.after(0), 10_000);
  }

  @Test
  void startsOnWhatIsLeft() throws Exception {
    day(0, "anna");
    day(1, "bo");
    day(20, "bo");
    day(40, "cem");
    day(41, "cem");
    try (JournalStore store = store()) {
      int all = events(store).size();
      new Retention(store, clock(), null, null).run();
      assertEquals(all, events(store).size());
      assertEquals(List.of("anna", "bo", "cem"), riders(store));

      new Retention(store, clock(), 35, 30).run();
      assertEquals(List.of("bo", "cem"), riders(store), "bo has booked within thirty days");
      List<StoredEvent> left = events(store);
      assertTrue(left.size() < all, left.size() + " of " + all);
      assertEquals("area_opened", left.get(0).event().type());
      long before = now.minus(Duration.ofDays(35)).toEpochMilli();
      assertTrue(left.stream().skip(1).allMatch(stored -> stored.event().time() >= before));
      assertEquals(store.journal(Streets.AREA).lastSeq(), store.verify(Streets.AREA));
    }
    try (JournalStore store = store()) {
      Riders riders = store.riders(StoredRiders.ALL_AREAS);
      long old = START.toEpochMilli();
      riders.put(new Rider("eve", "Eve", null, null, old));
      riders.put(new Rider("fay", "Fay", null, null, old));
      riders.put(new Rider("eve", "Eve Again", null, null, now.toEpochMilli()));
      new Retention(store, clock(), null, 30).run();
      assertEquals(List.of("bo", "cem", "eve"), riders(store), "eve was noted again just now");
    }
    String late = day(42, "dee");
    try (JournalStore store = store()) {
      assertEquals(store.journal(Streets.AREA).lastSeq(), store.verify(Streets.AREA));
      assertTrue(events(store).stream().anyMatch(e -> late.equals(e.event().booking())));
    }
    String verified = ProgramRuns.out("verify", "--db=jdbc:sqlite:" + folder.resolve("ieum.db"));
    assertTrue(
        verified.matches("(?s)test .* events, those up to \\d+ deleted, chain intact.*"), verified);
  }
}
