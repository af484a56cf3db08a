package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.dispatch.DispatchEvent.PromiseAtRisk;
import org.ieum.dispatch.DispatchEvent.TravelTimesChanged;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.junit.jupiter.api.Test;

/** New travel times in the middle of random days. */
class TimesSwapTest {
  private static final int DAYS = 400;

  private static void live(RandomService service, Runnable sometimes) {
    while (!service.isOver()) {
      service.pass();
      sometimes.run();
      service.book(service.nextRequest());
    }
    service.passUntilEmpty();
  }

  @Test
  void daysKeepTheInvariantsButForThePromisesThatAreTold() {
    int broken = 0;
    int restored = 0;
    int late = 0;
    int cutOff = 0;
    int affected = 0;
    int completed = 0;
    int brokenCompleted = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = new DayWatcher(service);
      FleetWatcher watcher = new FleetWatcher(service, day);
      service.afterEachCommand(watcher::check);
      service.beforeEachSwap(day::readEvents);
      try {
        live(service, service::changeSometimes);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
      assertEquals(0, day.rides().size(), "all rides have come to an end, seed " + seed);
      assertEquals(0, service.dispatcher().liveBookings(), "seed " + seed);
      broken += day.broken;
      restored += day.restored;
      late += day.lateBreaksAndEnds;
      cutOff += day.cutOff;
      affected += day.affected;
      completed += day.completed;
      brokenCompleted += day.brokenRidesCompleted;
    }
    System.out.printf(
        "%d random days with changing times: %d rides completed, %d of them late; %d promises"
            + " broken, %d restored, %d late breaks and ends, %d legs cut off, %d rides affected%n",
        DAYS, completed, brokenCompleted, broken, restored, late, cutOff, affected);
    assertTrue(broken > DAYS && restored > DAYS / 4 && late > DAYS / 8);
    assertTrue(cutOff > DAYS / 8 && affected > DAYS / 8 && brokenCompleted > DAYS / 4);
  }

  @Test
  void theSameTimesChangeNothing() {
    for (long seed = 1; seed <= 100; seed++) {
      RandomService plain = new RandomService(seed);
      RandomService swapped = new RandomService(seed);
      live(plain, () -> {});
      live(swapped, () -> swapped.adopt(swapped.map().same(swapped.dispatcher().drivenLegs())));
      List<DispatchEvent> events = new ArrayList<>(swapped.events());
      assertTrue(events.removeIf(event -> event instanceof TravelTimesChanged));
      assertEquals(plain.events(), events, "seed " + seed);
    }
  }

  /** What is told as broken cannot be kept, however the vehicle drives. */
  @Test
  void onlyWhatCannotBeKeptIsBroken() {
    int tried = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      RouteEvaluator evaluator = new RouteEvaluator(service.vehicles(), service.rules().dwell());
      FleetView fleet = service.fleet();
      RoutePlan plan = new RoutePlan();
      while (!service.isOver()) {
        service.pass();
        int seen = service.events().size();
        service.changeSometimes();
        for (DispatchEvent event : service.events().subList(seen, service.events().size())) {
          if (event instanceof PromiseAtRisk broken) {
            fleet.load(broken.vehicle(), plan);
            int ride = plan.findRide(broken.request());
            keep(plan, ride, broken);
            assertFalse(evaluator.evaluate(plan, service.now()), "seed " + seed + " " + broken);
            tried++;
          }
        }
        service.book(service.nextRequest());
      }
    }
    assertTrue(tried > DAYS, "tried " + tried);
  }

  /**
   * Gives a ride one millisecond less than what is told that can be expected; of a longest ride to
   * come what was promised, because it may be kept in part.
   */
  private static void keep(RoutePlan plan, int ride, PromiseAtRisk broken) {
    boolean isPickup = broken.limit() == PromiseLimit.LATEST_PICKUP;
    boolean isRide = broken.limit() == PromiseLimit.LONGEST_RIDE && plan.pickup(ride) >= 0;
    plan.limitRide(
        ride,
        plan.earliest(ride),
        plan.latestPickup(ride) - (isPickup ? 1 : 0),
        plan.latestDropoff(ride) - (isPickup || isRide ? 0 : 1),
        isRide ? broken.promised() : plan.maxRide(ride));
  }
}
