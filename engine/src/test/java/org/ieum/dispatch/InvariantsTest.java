package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;
import org.junit.jupiter.api.Test;

/** What must hold at any moment of any day, checked after each command of random days. */
class InvariantsTest {
  private static final int DAYS = 400;

  private int trials;
  private int trialsThatDivert;

  @Test
  void everyMomentOfRandomDaysKeepsTheInvariants() {
    int completed = 0;
    int cancelled = 0;
    int noShows = 0;
    int diversions = 0;
    int smaller = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = new DayWatcher(service);
      FleetWatcher watcher = new FleetWatcher(service, day);
      service.afterEachCommand(watcher::check);
      try {
        live(service);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
      assertEquals(0, day.rides().size(), "all rides have come to an end, seed " + seed);
      assertEquals(0, service.dispatcher().liveBookings(), "seed " + seed);
      completed += day.completed;
      cancelled += day.cancelled;
      noShows += day.noShows;
      diversions += day.diversions;
      smaller += day.smallerParties;
    }
    System.out.printf(
        "%d random days: %d rides completed, %d cancelled, %d no-shows, %d diversions, %d smaller"
            + " parties%n",
        DAYS, completed, cancelled, noShows, diversions, smaller);
    assertTrue(completed > 10 * DAYS && cancelled > DAYS && noShows > DAYS / 2);
    assertTrue(diversions > DAYS && smaller > DAYS / 4);
  }

  private static void live(RandomService service) {
    while (!service.isOver()) {
      service.pass();
      service.book(service.nextRequest());
    }
    service.passUntilEmpty();
  }

  @Test
  void sameSeedGivesTheSameEvents() {
    for (long seed = 1; seed <= 30; seed++) {
      RandomService first = new RandomService(seed);
      RandomService second = new RandomService(seed);
      RandomService other = new RandomService(seed + 1);
      live(first);
      live(second);
      live(other);
      assertTrue(first.events().size() > 20);
      assertEquals(first.events(), second.events(), "seed " + seed);
      assertNotEquals(first.events(), other.events(), "seed " + seed);
    }
  }

  @Test
  void aCancelledBookingLeavesNoTrace() {
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      RouteEvaluator evaluator = new RouteEvaluator(service.vehicles(), service.rules().dwell());
      while (!service.isOver()) {
        service.pass();
        RideRequest request = service.nextRequest();
        bookAndCancel("seed " + seed + " " + request, service, evaluator, request);
        service.book(request);
      }
    }
    System.out.printf("%d cancelled at once, %d had diverted%n", trials, trialsThatDivert);
    assertTrue(trials > 4000 && trialsThatDivert > 500);
  }

  private void bookAndCancel(
      String where, RandomService service, RouteEvaluator evaluator, RideRequest request) {
    Dispatcher dispatcher = service.dispatcher();
    FleetView fleet = service.fleet();
    int now = service.now();
    if (!(dispatcher.quote(request, now) instanceof Offer offer)) {
      return;
    }
    List<RoutePlan> before = routes(fleet, evaluator, now, where);
    boolean[] departed = new boolean[fleet.vehicleCount()];
    for (int v = 0; v < departed.length; v++) {
      departed[v] = fleet.departed(v);
    }
    Optional<Booking> booking = dispatcher.confirm(offer, now);
    assertEquals(offer.vehicle(), booking.orElseThrow().vehicle(), where);
    dispatcher.cancel(request.id(), now);
    List<RoutePlan> after = routes(fleet, evaluator, now, where);
    trials++;
    boolean anyDiverted = false;
    for (int v = 0; v < departed.length; v++) {
      boolean diverted = departed[v] && !fleet.departed(v);
      trialsThatDivert += diverted ? 1 : 0;
      anyDiverted |= diverted;
      compare(where + " vehicle " + v, before.get(v), after.get(v), diverted);
    }
    Offer again = (Offer) dispatcher.quote(request, now);
    if (anyDiverted && service.rules().dwell().diversion() < service.rules().dwell().stop()) {
      // Where the vehicle turns off now, boarding may be quicker than it was.
      assertTrue(again.cost() <= offer.cost(), where);
    } else {
      assertEquals(offer, again, where);
    }
  }

  /** All routes, timed anew at the present moment. */
  private static List<RoutePlan> routes(
      FleetView fleet, RouteEvaluator evaluator, int now, String where) {
    List<RoutePlan> plans = new ArrayList<>();
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      RoutePlan plan = new RoutePlan();
      fleet.load(v, plan);
      assertTrue(evaluator.evaluate(plan, now), where);
      plans.add(plan);
    }
    return plans;
  }

  private static void compare(String where, RoutePlan before, RoutePlan after, boolean diverted) {
    assertEquals(before.stopCount(), after.stopCount(), where);
    assertEquals(before.rideCount(), after.rideCount(), where);
    for (int i = 0; i < before.stopCount(); i++) {
      assertEquals(before.riders(i), after.riders(i), where);
      assertEquals(before.wheelchairs(i), after.wheelchairs(i), where);
      if (i == 0 && diverted) {
        assertEquals(StopKind.DIVERSION, after.kind(0), where);
        continue;
      }
      assertEquals(before.kind(i), after.kind(i), where);
      assertEquals(before.place(i), after.place(i), where);
      assertEquals(before.leg(i), after.leg(i), where);
      assertEquals(before.dwell(i), after.dwell(i), where);
      assertEquals(before.soonest(i), after.soonest(i), where);
      if (!diverted) {
        assertEquals(before.arrival(i), after.arrival(i), where);
        assertEquals(before.departure(i), after.departure(i), where);
      }
    }
    for (int k = 0; k < before.rideCount(); k++) {
      assertEquals(before.request(k), after.request(k), where);
      assertEquals(before.pickup(k), after.pickup(k), where);
      assertEquals(before.dropoff(k), after.dropoff(k), where);
      assertEquals(before.latestDropoff(k), after.latestDropoff(k), where);
      assertEquals(before.partySize(k), after.partySize(k), where);
    }
  }
}
