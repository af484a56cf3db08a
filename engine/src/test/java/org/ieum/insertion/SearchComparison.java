package org.ieum.insertion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ieum.dispatch.RandomService;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.RideRequest;
import org.ieum.traveltime.RandomRoads;
import org.ieum.traveltime.TravelTimes;

/** Compares the search with brute force in states of a random service. */
final class SearchComparison {
  private final RandomService service;
  private final long seed;
  private final SearchShares shares;
  private final RouteEvaluator evaluator;
  private final InsertionPlanner planner;
  private final InsertionSearch search;

  SearchComparison(RandomService service, long seed, SearchShares shares) {
    this.service = service;
    this.seed = seed;
    this.shares = shares;
    evaluator = new RouteEvaluator(service.vehicles(), service.rules().dwell());
    planner =
        new InsertionPlanner(
            evaluator, service.times(), service.rules().weights(), service.rules().dwell());
    search =
        new InsertionSearch(service.rules(), service.fleet(), evaluator, planner, service.times());
  }

  /** Asks the search and brute force for the best insertion of a request in the state of now. */
  void compare(RideRequest request) {
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
    shares.states++;
    shares.grouped += request.pickups().size() > 2 || request.dropoffs().size() > 2 ? 1 : 0;
    shares.near += looksAround(limits) ? 1 : 0;
    if (!found.isFound()) {
      return;
    }
    assertEquals(expected.pickupIndex, found.pickupIndex(), where);
    assertEquals(expected.dropoffIndex, found.dropoffIndex(), where);
    assertEquals(expected.pickup, found.pickup(), where);
    assertEquals(expected.dropoff, found.dropoff(), where);
    count(limits, found);
  }

  /** Whether the search finds the places from which a pickup is reached in time. */
  private boolean looksAround(RequestLimits limits) {
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

  private void count(RequestLimits limits, Insertion found) {
    FleetView fleet = service.fleet();
    shares.feasible++;
    int v = found.vehicle();
    if (found.pickupIndex() == 0 && fleet.departed(v)) {
      shares.diverting++;
    }
    RoutePlan plan = new RoutePlan();
    assertTrue(planner.plan(fleet, limits, found, service.now(), plan));
    if (waits(plan)) {
      shares.waiting++;
    }
    int end = found.pickupIndex() + 1;
    while (fleet.kind(v, end) != StopKind.SERVICE && end < fleet.stopCount(v) - 1) {
      end++;
    }
    if (fleet.kind(v, end) == StopKind.SERVICE) {
      shares.inside++;
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
