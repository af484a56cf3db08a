package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.TimesSnapshot;
import org.junit.jupiter.api.Test;

/**
 * A day is the same however many threads prepare its travel times, and whatever they do besides.
 */
class ThreadsTest {
  private static final int DAYS = 10;

  @Test
  void theNumberOfThreadsChangesNothing() {
    int events = 0;
    int swaps = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      List<DispatchEvent> expected = live(new RoadDay(seed, 1), /* isBusy= */ false);
      assertEquals(expected, live(new RoadDay(seed, 2), /* isBusy= */ false), "seed " + seed);
      assertEquals(expected, live(new RoadDay(seed, 2), /* isBusy= */ true), "seed " + seed);
      events += expected.size();
      for (DispatchEvent event : expected) {
        swaps += event instanceof DispatchEvent.TravelTimesChanged ? 1 : 0;
      }
    }
    assertTrue(events > 100 * DAYS && swaps > 2 * DAYS, events + " events, " + swaps + " swaps");
  }

  /**
   * Lives a day with new travel times.
   *
   * @param isBusy whether another thread prepares times that nobody takes over, all day long
   */
  private static List<DispatchEvent> live(RoadDay day, boolean isBusy) {
    CompletableFuture<NewTravelTimes> unused = new CompletableFuture<>();
    unused.complete(day.prepare(day.snapshot(), day.usual));
    while (!day.isOver()) {
      EdgeTimes next = day.traffic();
      for (int i = 0; i < 5; i++) {
        TimesSnapshot now = day.snapshot();
        CompletableFuture<NewTravelTimes> before = unused;
        if (isBusy) {
          unused = before.thenApplyAsync(done -> day.prepareApart(now, next));
        }
        day.pass();
        day.book();
      }
      NewTravelTimes prepared = day.prepare(day.snapshot(), next);
      day.adopt(prepared, next);
    }
    unused.join();
    day.passUntilEmpty();
    return new ArrayList<>(day.events);
  }
}
