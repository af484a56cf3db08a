package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ieum.reoptimize.JspritSearch;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.reoptimize.RoutingSolution;
import org.ieum.reoptimize.SearchBudget;

/** Who solves published instances; each from the file alone, with one thread. */
enum RoutingSolver {
  /** The engine's own search. */
  LNS("lns") {
    @Override
    FoundRoutes solve(RoutingInstance instance, long seed, SearchBudget budget) {
      return found(
          instance, RouteSearch.run(instance.problem(), instance.savesVehicles, seed, budget));
    }
  },

  /** Jsprit as its box comes, with the limits it has to keep added by the engine. */
  JSPRIT("jsprit") {
    @Override
    FoundRoutes solve(RoutingInstance instance, long seed, SearchBudget budget) {
      return found(
          instance, JspritSearch.run(instance.problem(), instance.savesVehicles, seed, budget));
    }
  },

  /** OR-Tools' routing library. */
  OR_TOOLS("or-tools") {
    @Override
    FoundRoutes solve(RoutingInstance instance, long seed, SearchBudget budget) {
      return OrToolsSearch.run(instance, seed, budget);
    }
  };

  private final String label;

  RoutingSolver(String label) {
    this.label = label;
  }

  /**
   * Solves an instance.
   *
   * @param seed of whatever the solver chooses by chance
   * @return its best routes; some requests may be in none
   */
  abstract FoundRoutes solve(RoutingInstance instance, long seed, SearchBudget budget);

  /** Its name in options and results. */
  String label() {
    return label;
  }

  /** The one of a name. */
  static Optional<RoutingSolver> find(String label) {
    return Arrays.stream(values()).filter(solver -> solver.label.equals(label)).findFirst();
  }

  private static FoundRoutes found(RoutingInstance instance, RoutingSolution solution) {
    List<int[]> routes = new ArrayList<>();
    for (int v = 0; v < solution.vehicles(); v++) {
      int[] visits = solution.visits(v);
      for (int i = 0; i < visits.length; i++) {
        int[] nodes = (visits[i] & 1) == 0 ? instance.pickup : instance.dropoff;
        visits[i] = nodes[visits[i] >> 1];
      }
      routes.add(visits);
    }
    return new FoundRoutes(routes, solution.iterations());
  }
}
