package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.HOUR;
import static org.ieum.dispatch.TinyService.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.fleet.StopKind;
import org.ieum.model.Break;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
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
    int shortened = 0;
    int added = 0;
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
      shortened += day.shortened;
      added += service.shiftsAdded();
    }
    System.out.printf(
        "%d random days of trouble: %d rides completed; vehicles located %d times, %d arrivals"
            + " reported, %d stops brought forward, %d rides interrupted, %d reassigned, %d failed; %d"
            + " shifts shortened, %d added; %d promises at risk, %d broken%n",
        DAYS,
        completed,
        located,
        reported,
        forward,
        interrupted,
        reassigned,
        failed,
        shortened,
        added,
        atRisk,
        broken);
    assertTrue(located > 3 * DAYS && reported > DAYS && forward > DAYS / 8 && interrupted > DAYS);
    assertTrue(
        reassigned > DAYS
            && failed > 0
            && shortened > DAYS / 8
            && added > DAYS / 16
            && atRisk > DAYS
            && broken > DAYS / 4);
    assertEquals(interrupted, reassigned + failed);
  }

  /** Where a bus stands before its shift or in its break does not make it start any sooner. */
  @Test
  void whoIsSeenElsewhereIsNotOnDutyForThat() {
    TimeWindow day = new TimeWindow(HOUR, 10 * HOUR);
    TinyService early = new TinyService(TinyService.bus(new Shift(day, 0, 0, List.of())));
    early.dispatcher.locate(0, ~0, 10 * MINUTE, TroubleCause.DELAY, 10 * MINUTE);
    assertEquals(HOUR, early.dispatcher.fleet().soonest(0, 0));

    Break rest = new Break(0, new TimeWindow(2 * HOUR, 2 * HOUR), 30 * MINUTE);
    TinyService resting = new TinyService(TinyService.bus(new Shift(day, 0, 0, List.of(rest))));
    resting.dispatcher.advance(2 * HOUR + 5 * MINUTE);
    assertEquals(StopKind.BREAK, resting.dispatcher.fleet().kind(0, 0));
    int now = 2 * HOUR + 5 * MINUTE;
    resting.dispatcher.locate(0, ~0, now, TroubleCause.DELAY, now);
    assertEquals(2 * HOUR + 30 * MINUTE, resting.dispatcher.fleet().soonest(0, 0));
  }
}
