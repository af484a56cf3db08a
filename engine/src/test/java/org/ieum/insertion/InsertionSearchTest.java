package org.ieum.insertion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongFunction;
import org.ieum.dispatch.RandomService;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.RideRequest;
import org.ieum.traveltime.RandomRoads;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.Test;

/** Compares the search with brute force in random states of random services. */
class InsertionSearchTest {
  private static final int PLAIN_STATES = 9_000;
  private static final int ROAD_STATES = 14_000;
  private static final int CHANGING_STATES = 3_000;

  private int states;
  private int feasible;
  private int diverting;
  private int waiting;
  private int inside;
  private int grouped;
  private int near;

  @Test
  void costEqualsBruteForceInRandomStates() {
    compareInRandomStates(PLAIN_STATES, RandomService::new, /* changes= */ false);
    print("between stop points");
    compareInRandomStates(states + ROAD_STATES, RandomService::onRoads, /* changes= */ false);
    print("in all");
    assertTrue(states >= 20_000, "states");
    assertTrue(percent(feasible, states) >= 70, "states with a feasible insertion");
    assertTrue(percent(diverting, feasible) >= 30, "states that divert a moving vehicle");
    assertTrue(percent(waiting, feasible) >= 30, "states with waiting");
    assertTrue(percent(inside, feasible) >= 50, "best insertions not at a route's end");
    assertTrue(percent(grouped, states) >= 10, "states with three points and more to choose from");
    assertTrue(near > ROAD_STATES / 10, "states on roads that look around the pickups");
    assertTrue(near < ROAD_STATES * 9 / 10, "states on roads that look at all vehicles");
  }

  @Test
  void costEqualsBruteForceWhileTravelTimesChange() {
    compareInRandomStates(CHANGING_STATES, RandomService::new, /* changes= */ true);
    compareInRandomStates(2 * CHANGING_STATES, RandomService::onRoads, /* changes= */ true);
    print("while travel times change");
    assertTrue(feasible > states / 2 && diverting > states / 20, feasible + ", " + diverting);
  }

  private void compareInRandomStates(int until, LongFunction<RandomService> draw, boolean changes) {
    for (long seed = 1; states < until; seed++) {
      RandomService service = draw.apply(seed);
      RouteEvaluator evaluator = new RouteEvaluator(service.vehicles(), service.rules().dwell());
      InsertionPlanner planner =
          new InsertionPlanner(
              evaluator, service.times(), service.rules().weights(), service.rules().dwell());
      InsertionSearch search =
          new InsertionSearch(
              service.rules(), service.fleet(), evaluator, planner, service.times());
      while (!service.isOver()) {
        service.pass();
        if (changes) {
          service.changeSometimes();
        }
        RideRequest request = service.nextRequest();
        compare(seed, service, evaluator, planner, search, request);
        service.book(request);
      }
    }
  }

  private void print(String where) {
    System.out.printf(
        "%d random states %s: %.1f %% with a feasible insertion; of these %.1f %% divert a moving"
            + " vehicle, %.1f %% have waiting, %.1f %% are not at a route's end; %.1f %% of all have"
            + " three points or more at an end, %d look around the pickups%n",
        states,
        where,
        percent(feasible, states),
        percent(diverting, feasible),
        percent(waiting, feasible),
        percent(inside, feasible),
        percent(grouped, states),
        near);
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / whole;
  }

  private void compare(
      long seed,
      RandomService service,
      RouteEvaluator evaluator,
      InsertionPlanner planner,
      InsertionSearch search,
      RideRequest request) {
    FleetView fleet = service.fleet();
    int now = service.now();
    RequestLimits limits = new RequestLimits();
    limits.set(request, service.rules().promise(), service.times(), now);
    Insertion found = new Insertion();
    search.findBest(limits, now, found);
    TravelTimes reference = service.map().reference();
    RequestLimits plainLimits = new RequestLimits();
    plainLimits.set(request, service.rules().promise(), reference, now);
    BruteForceInsertion expected =
        new BruteForceInsertion(service.rules(), fleet, evaluator, reference);
    expected.search(plainLimits, now);
    String where = "seed " + seed + " request " + request + " at " + now;
    checkLegs(fleet, reference, where);
    assertEquals(expected.cost, found.cost(), where);
    assertEquals(expected.vehicle, found.vehicle(), where);
    states++;
    grouped += request.pickups().size() > 2 || request.dropoffs().size() > 2 ? 1 : 0;
    near += looksAround(service, limits) ? 1 : 0;
    if (!found.isFound()) {
      return;
    }
    assertEquals(expected.pickupIndex, found.pickupIndex(), where);
    assertEquals(expected.dropoffIndex, found.dropoffIndex(), where);
    assertEquals(expected.pickup, found.pickup(), where);
    assertEquals(expected.dropoff, found.dropoff(), where);
    count(fleet, planner, limits, found, now);
  }

  /** Whether the search finds the places from which a pickup is reached in time. */
  private static boolean looksAround(RandomService service, RequestLimits limits) {
    int latest = service.now();
    for (int i = 0; i < limits.pickupCount(); i++) {
      for (int j = 0; j < limits.dropoffCount(); j++) {
        latest = limits.isClosed(i, j) ? latest : Math.max(latest, limits.latestPickup(i, j));
      }
    }
    return service.times().stopPointCount() == 0
        && latest <= service.now() + RandomRoads.FARTHEST_APPROACH;
  }

  /** The legs of all routes take as long as the reference says. */
  private static void checkLegs(FleetView fleet, TravelTimes reference, String where) {
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      for (int s = 0; s + 1 < fleet.stopCount(v); s++) {
        int to = fleet.place(v, s + 1);
        int leg = to == RoutePlan.ANYWHERE ? 0 : reference.durationAnyway(fleet.place(v, s), to);
        assertEquals(leg, fleet.leg(v, s), where);
      }
    }
  }

  private void count(
      FleetView fleet, InsertionPlanner planner, RequestLimits limits, Insertion found, int now) {
    feasible++;
    int v = found.vehicle();
    if (found.pickupIndex() == 0 && fleet.departed(v)) {
      diverting++;
    }
    RoutePlan plan = new RoutePlan();
    assertTrue(planner.plan(fleet, limits, found, now, plan));
    if (waits(plan)) {
      waiting++;
    }
    int end = found.pickupIndex() + 1;
    while (fleet.kind(v, end) != StopKind.SERVICE && end < fleet.stopCount(v) - 1) {
      end++;
    }
    if (fleet.kind(v, end) == StopKind.SERVICE) {
      inside++;
    }
  }

  /** Whether the vehicle waits for a rider somewhere, in front of a stop or at it. */
  private static boolean waits(RoutePlan plan) {
    for (int s = 1; s < plan.stopCount(); s++) {
      boolean early = plan.soonest(s) > plan.soonest(s - 1) + plan.leg(s - 1) + plan.dwell(s);
      if (early && plan.kind(s) == StopKind.SERVICE) {
        return true;
      }
    }
    return false;
  }
}
