package org.ieum.reoptimize;

import java.util.Arrays;

/**
 * Some vehicles of a fleet, with all that is free in their routes as a problem of its own: a
 * snapshot that another thread may improve while the fleet moves on. Immutable.
 */
public final class Neighbourhood {
  /** Index in the fleet of vehicle v of the problem. */
  private final int[] vehicles;

  /** Request of the fleet that request r of the problem stands for. */
  private final long[] requests;

  private final RoutingProblem problem;

  /** Visits of vehicle v of the problem as they are planned now. */
  private final int[][] visits;

  Neighbourhood(int[] vehicles, long[] requests, RoutingProblem problem, int[][] visits) {
    this.vehicles = vehicles;
    this.requests = requests;
    this.problem = problem;
    this.visits = visits;
  }

  /** How many vehicles there are. */
  public int vehicleCount() {
    return vehicles.length;
  }

  /** How many rides can be planned anew, those aboard included. */
  public int rideCount() {
    return requests.length;
  }

  /** The problem, whose first plan is {@link #visits}. */
  public RoutingProblem problem() {
    return problem;
  }

  /** A copy of the present plan, see {@link RouteOptimizer#improve}. */
  public int[][] visits() {
    int[][] copy = visits.clone();
    for (int v = 0; v < copy.length; v++) {
      copy[v] = copy[v].clone();
    }
    return copy;
  }

  /** Looks for something better; {@link ProposedRoutes#NONE} when nothing is found. */
  public ProposedRoutes improve(RouteOptimizer optimizer, long seed, SearchBudget budget) {
    RoutingSolution solution = optimizer.improve(problem, visits(), seed, budget);
    if (solution.unserved() > 0) {
      return ProposedRoutes.NONE;
    }
    long[][] proposed = new long[vehicles.length][];
    boolean isOther = false;
    for (int v = 0; v < vehicles.length; v++) {
      isOther |= !Arrays.equals(visits[v], solution.visits(v));
      proposed[v] = translate(solution.visits(v));
    }
    return isOther ? new ProposedRoutes(vehicles.clone(), proposed) : ProposedRoutes.NONE;
  }

  /** Visits as the fleet knows them; those who are aboard at the start board no more. */
  private long[] translate(int[] route) {
    int count = 0;
    long[] result = new long[route.length];
    for (int visit : route) {
      int r = visit >> 1;
      if ((visit & 1) == 1 || !problem.aboard[r]) {
        result[count++] = (requests[r] << 1) + (visit & 1);
      }
    }
    return Arrays.copyOf(result, count);
  }
}
