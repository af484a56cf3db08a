package org.ieum.insertion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ieum.dispatch.RandomService;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.RideRequest;
import org.junit.jupiter.api.Test;

/** Compares the search with brute force in random states of random services. */
class InsertionSearchTest {
  private static final int STATES = 6_000;

  private int states;
  private int feasible;
  private int diverting;
  private int waiting;
  private int inside;

  @Test
  void costEqualsBruteForceInRandomStates() {
    compareInRandomStates(STATES, /* changes= */ false);
    assertTrue(percent(feasible, states) >= 70, "states with a feasible insertion");
    assertTrue(percent(diverting, feasible) >= 30, "states that divert a moving vehicle");
    assertTrue(percent(waiting, feasible) >= 30, "states with waiting");
    assertTrue(percent(inside, feasible) >= 50, "best insertions not at a route's end");
  }

  @Test
  void costEqualsBruteForceWhileTravelTimesChange() {
    compareInRandomStates(STATES / 2, /* changes= */ true);
    assertTrue(feasible > STATES / 10 && diverting > STATES / 100, feasible + ", " + diverting);
  }

  private void compareInRandomStates(int count, boolean changes) {
    for (long seed = 1; states < count; seed++) {
      RandomService service = new RandomService(seed);
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
    System.out.printf(
        "%d random states: %.1f %% with a feasible insertion; of these %.1f %% divert a moving"
            + " vehicle, %.1f %% have waiting, %.1f %% are not at a route's end%n",
        states,
        percent(feasible, states),
        percent(diverting, feasible),
        percent(waiting, feasible),
        percent(inside, feasible));
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
    BruteForceInsertion expected =
        new BruteForceInsertion(service.rules(), fleet, evaluator, service.times());
    expected.search(limits, now);
    String where = "seed " + seed + " request " + request + " at " + now;
    assertEquals(expected.cost, found.cost(), where);
    assertEquals(expected.vehicle, found.vehicle(), where);
    states++;
    if (!found.isFound()) {
      return;
    }
    assertEquals(expected.pickupIndex, found.pickupIndex(), where);
    assertEquals(expected.dropoffIndex, found.dropoffIndex(), where);
    assertEquals(expected.pickup, found.pickup(), where);
    assertEquals(expected.dropoff, found.dropoff(), where);
    count(fleet, planner, limits, found, now);
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
