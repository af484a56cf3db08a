package org.ieum.reoptimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast scan finds what trying all places finds, and routes stay what they are said to be. */
final class PairScanTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void findsTheCheapestPlaces(boolean limitsRides) {
    int found = 0;
    int missing = 0;
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RoutingProblem problem = PlainRoutes.random(random, 14, 3, 3000, limitsRides);
      Routes routes = new Routes(problem);
      PairScan scan = new PairScan(problem, random, PairScan.NEVER);
      for (int step = 0; step < 60; step++) {
        int request = random.nextInt(problem.requests);
        if (routes.vehicle[request] >= 0) {
          routes.remove(request);
          routes.refreshStale();
        } else {
          int bound = problem.bound[request];
          int v = bound == RoutingProblem.ANY ? random.nextInt(problem.vehicles) : bound;
          long cheapest = cheapest(routes, request, v);
          boolean fits = scan.scan(routes, request, v, Long.MAX_VALUE / 2);
          assertEquals(cheapest < Long.MAX_VALUE, fits, "seed " + seed + " step " + step);
          if (fits) {
            assertEquals(cheapest, scan.cost, "seed " + seed + " step " + step);
            long before = routes.cost;
            routes.insert(request, v, scan.beforePickup, scan.beforeDropoff);
            assertEquals(before + cheapest, routes.cost);
            found++;
          } else {
            missing++;
          }
        }
        checkRoutes(routes, "seed " + seed + " step " + step);
      }
    }
    assertTrue(found > 1000 && missing > 100, found + " found, " + missing + " missing");
  }

  /** What the cheapest places in a route add, by trying all of them. */
  private static long cheapest(Routes routes, int request, int v) {
    List<Integer> route = PlainRoutes.route(routes, v);
    long before = PlainRoutes.cost(routes.problem, route);
    long least = Long.MAX_VALUE;
    for (int i = 1; i < route.size(); i++) {
      for (int j = i + 1; j <= route.size(); j++) {
        List<Integer> tried = new ArrayList<>(route);
        tried.add(i, 2 * request);
        tried.add(j, 2 * request + 1);
        if (PlainRoutes.isFeasible(routes.problem, v, tried)) {
          least = Math.min(least, PlainRoutes.cost(routes.problem, tried) - before);
        }
      }
    }
    return least;
  }

  /** Compares everything kept about routes with a plain recomputation. */
  static void checkRoutes(Routes routes, String where) {
    RoutingProblem p = routes.problem;
    long cost = 0;
    int served = 0;
    for (int v = 0; v < p.vehicles; v++) {
      List<Integer> route = PlainRoutes.route(routes, v);
      assertTrue(PlainRoutes.isFeasible(p, v, route), where);
      assertEquals(routes.size[v], route.size() - 2, where);
      cost += PlainRoutes.cost(p, route);
      served += route.size() - 2;
      int load = 0;
      int begin = Integer.MIN_VALUE;
      for (int i = 0; i < route.size(); i++) {
        int node = route.get(i);
        load += p.demand[node];
        int before = i == 0 ? node : route.get(i - 1);
        begin =
            i == 0
                ? p.earliest[node]
                : Math.max(p.earliest[node], begin + p.service[before] + p.time(before, node));
        assertEquals(begin, routes.begin[node], where);
        assertEquals(load, routes.load[node], where);
        assertTrue(node >= p.visits || routes.vehicle[node / 2] == v, where);
      }
      int late = Integer.MAX_VALUE;
      for (int i = route.size() - 1; i >= 0; i--) {
        int node = route.get(i);
        late =
            i == route.size() - 1
                ? p.latest[node]
                : Math.min(p.latest[node], late - p.time(node, route.get(i + 1)) - p.service[node]);
        assertEquals(late, routes.late[node], where);
      }
    }
    assertEquals(cost, routes.cost, where);
    assertEquals(2 * (p.requests - routes.absentCount), served, where);
    for (int i = 0; i < routes.absentCount; i++) {
      assertEquals(-1, routes.vehicle[routes.absent[i]], where);
    }
  }
}
