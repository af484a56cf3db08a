package org.ieum.reoptimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The optimum of a small problem, by trying every order of every set of requests. */
final class ExhaustiveRoutes {
  private static final long NONE = Long.MAX_VALUE / 8;

  private final RoutingProblem problem;
  private final boolean savesVehicles;

  ExhaustiveRoutes(RoutingProblem problem, boolean savesVehicles) {
    this.problem = problem;
    this.savesVehicles = savesVehicles;
  }

  /** Requests unserved, vehicles used (0 if it does not matter), cost. */
  long[] optimum() {
    int sets = 1 << problem.requests;
    long[][] best = new long[sets][];
    for (int set = 0; set < sets; set++) {
      best[set] = new long[] {problem.requests - Integer.bitCount(set), 0, set == 0 ? 0 : NONE};
    }
    for (int v = 0; v < problem.vehicles; v++) {
      long[] cheapest = new long[sets];
      for (int set = 1; set < sets; set++) {
        cheapest[set] = cheapest(v, new ArrayList<>(List.of(problem.startOf(v))), set, set);
      }
      for (int set = sets - 1; set > 0; set--) {
        for (int own = set; own > 0; own = (own - 1) & set) {
          long[] others = best[set & ~own];
          long[] all = {
            best[set][0], others[1] + (savesVehicles ? 1 : 0), others[2] + cheapest[own]
          };
          if (all[2] < NONE && (best[set][2] >= NONE || Arrays.compare(all, best[set]) < 0)) {
            best[set] = all;
          }
        }
      }
    }
    long[] optimum = best[0];
    for (long[] solution : best) {
      if (solution[2] < NONE && Arrays.compare(solution, optimum) < 0) {
        optimum = solution;
      }
    }
    return optimum;
  }

  /** The least cost of serving a set of requests with one vehicle. */
  private long cheapest(int v, List<Integer> route, int toPickUp, int toSetDown) {
    if (toSetDown == 0) {
      List<Integer> whole = new ArrayList<>(route);
      whole.add(problem.endOf(v));
      return PlainRoutes.isFeasible(problem, v, whole) ? PlainRoutes.cost(problem, whole) : NONE;
    }
    long least = NONE;
    for (int r = 0; r < problem.requests; r++) {
      if ((toSetDown & 1 << r) != 0) {
        boolean isPickup = (toPickUp & 1 << r) != 0;
        route.add(isPickup ? 2 * r : 2 * r + 1);
        int pickups = toPickUp & ~(1 << r);
        int dropoffs = isPickup ? toSetDown : toSetDown & ~(1 << r);
        least = Math.min(least, cheapest(v, route, pickups, dropoffs));
        route.remove(route.size() - 1);
      }
    }
    return least;
  }
}
