package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteCost;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.reoptimize.RouteOptimizer;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.reoptimize.SearchBudget;

/** Improves the routes of a random service now and then, often with a proposal that has aged. */
final class ImprovingDay {
  private static final int MINUTE = 60_000;

  private final RandomService service;
  private final Random random;
  private final RouteOptimizer optimizer;
  private ProposedRoutes found = ProposedRoutes.NONE;
  int looks;
  int applied;

  ImprovingDay(RandomService service, long seed) {
    this(service, seed, RouteSearch::improve);
  }

  ImprovingDay(RandomService service, long seed, RouteOptimizer optimizer) {
    this.service = service;
    this.optimizer = optimizer;
    random = new Random(seed);
  }

  /** Tells riders their vehicles, puts in place what was found last, and perhaps looks again. */
  void improveSometimes() {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return;
    }
    int now = service.now();
    Dispatcher dispatcher = service.dispatcher();
    dispatcher.announceVehicles(random.nextInt(3) * MINUTE, now);
    if (found.size() > 0) {
      dispatcher.advance(now);
      List<String> before = fixed();
      long cost = cost(now);
      long saved = dispatcher.applyRoutes(found, now);
      // Others may come to board or alight where the vehicle goes next.
      List<String> after = fixed();
      assertTrue(after.containsAll(before), () -> before + " stays, was " + after);
      assertEquals(cost - saved, cost(now), "cost of all routes");
      assertTrue(saved >= 0, "saved " + saved);
      applied += saved > 0 ? 1 : 0;
      found = ProposedRoutes.NONE;
    }
    service.told();
    if (kind > 1) {
      dispatcher
          .findNeighbourhood(1 + random.nextInt(service.vehicles().size()), now)
          .ifPresent(
              around -> {
                looks++;
                SearchBudget budget = SearchBudget.ofIterations(60);
                found = around.improve(optimizer, random.nextLong(), budget);
              });
    }
  }

  /** Who is in which vehicle, or boards or alights where it stands or at the next stop. */
  private List<String> fixed() {
    FleetView fleet = service.dispatcher().fleet();
    List<String> fixed = new ArrayList<>();
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      boolean turnsOff =
          fleet.kind(v, 0) == StopKind.DIVERSION
              && fleet.stopCount(v) > 1
              && fleet.kind(v, 1) == StopKind.SERVICE;
      int last = fleet.departed(v) || turnsOff ? 1 : 0;
      fixed.add(v + " is behind " + fleet.place(v, 0));
      if (last == 1) {
        fixed.add(v + " goes to " + fleet.place(v, 1));
      }
      for (int k = 0; k < fleet.rideCount(v); k++) {
        Booking booking = service.dispatcher().findBooking(fleet.request(v, k)).orElseThrow();
        String who = booking.request() + " of " + v;
        if (fleet.pickup(v, k) <= last || booking.isAnnounced()) {
          fixed.add(who);
        }
        if (fleet.dropoff(v, k) <= last) {
          fixed.add(who + " alights");
        }
      }
    }
    return fixed;
  }

  /** What all routes cost, reckoned anew. */
  private long cost(int now) {
    RouteEvaluator evaluator = new RouteEvaluator(service.vehicles(), service.rules().dwell());
    long sum = 0;
    for (int v = 0; v < service.vehicles().size(); v++) {
      RoutePlan plan = new RoutePlan();
      service.dispatcher().fleet().load(v, plan);
      if (evaluator.evaluate(plan, now)) {
        sum += RouteCost.of(plan, service.rules().weights());
      }
    }
    return sum;
  }
}
