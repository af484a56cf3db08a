package org.ieum.reoptimize;

import java.util.Arrays;

/** Routes that a search found; requests in none of them stay unserved. */
public final class RoutingSolution {
  /** Visits in order of vehicle v: 2r is the pickup of request r, 2r + 1 its drop-off. */
  private final int[][] visits;

  private final int unserved;
  private final long cost;
  private final long iterations;

  RoutingSolution(Routes routes, long iterations) {
    RoutingProblem problem = routes.problem;
    visits = new int[problem.vehicles][];
    for (int v = 0; v < problem.vehicles; v++) {
      visits[v] = new int[routes.size[v]];
      int node = problem.startOf(v);
      for (int i = 0; i < visits[v].length; i++) {
        node = routes.next[node];
        visits[v][i] = node;
      }
    }
    unserved = routes.absentCount;
    cost = routes.cost;
    this.iterations = iterations;
  }

  /** A copy of a vehicle's visits in order: 2r is the pickup of request r, 2r + 1 its drop-off. */
  public int[] visits(int vehicle) {
    return visits[vehicle].clone();
  }

  /** The number of vehicles, used or not. */
  public int vehicles() {
    return visits.length;
  }

  /** Vehicles that serve anybody. */
  public int used() {
    return (int) Arrays.stream(visits).filter(route -> route.length > 0).count();
  }

  /** Requests in no route. */
  public int unserved() {
    return unserved;
  }

  /** Of all driving and of the times that have a price, in the unit of the problem's costs. */
  public long cost() {
    return cost;
  }

  /** How many times the search changed a plan and looked at the result. */
  public long iterations() {
    return iterations;
  }
}
