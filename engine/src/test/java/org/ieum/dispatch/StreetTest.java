package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Vehicles that are late, go astray, break down and serve stops otherwise than planned. */
class StreetTest {
  private static final int DAYS = 400;

  @Test
  void daysOfTroubleKeepTheInvariantsButForThePromisesThatAreTold() {
    int located = 0;
    int reported = 0;
    int forward = 0;
    int interrupted = 0;
    int reassigned = 0;
    int failed = 0;
    int atRisk = 0;
    int broken = 0;
    int completed = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = new DayWatcher(service);
      FleetWatcher watcher = new FleetWatcher(service, day);
      service.afterEachCommand(watcher::check);
      try {
        while (!service.isOver()) {
          service.pass();
          service.troubleSometimes();
          service.book(service.nextRequest());
        }
        service.passUntilEmpty();
      } catch (AssertionError | RuntimeException e) {
        int count = service.events().size();
        throw new AssertionError(
            "seed " + seed + ", last " + service.events().subList(Math.max(0, count - 8), count),
            e);
      }
      assertEquals(0, day.rides().size(), "all rides have come to an end, seed " + seed);
      assertEquals(0, service.dispatcher().liveBookings(), "seed " + seed);
      located += day.located;
      reported += day.reported;
      forward += day.forward;
      interrupted += day.interrupted;
      reassigned += day.reassigned;
      failed += day.failed;
      atRisk += day.broken;
      broken += day.promisesBroken;
      completed += day.completed;
    }
    System.out.printf(
        "%d random days of trouble: %d rides completed; vehicles located %d times, %d arrivals"
            + " reported, %d stops brought forward, %d rides interrupted, %d reassigned, %d failed; %d promises at risk, %d"
            + " broken%n",
        DAYS,
        completed,
        located,
        reported,
        forward,
        interrupted,
        reassigned,
        failed,
        atRisk,
        broken);
    assertTrue(located > 3 * DAYS && reported > DAYS && forward > DAYS / 8 && interrupted > DAYS);
    assertTrue(reassigned > DAYS && failed > 0 && atRisk > DAYS && broken > DAYS / 4);
    assertEquals(interrupted, reassigned + failed);
  }
}
