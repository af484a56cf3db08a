package org.ieum.reoptimize;

/**
 * Judges whole routes, whoever made them: whether they keep every limit of the problem, and what
 * they cost.
 */
final class PlanCheck {
  private final RoutingProblem problem;
  private final RideLimits rides;

  /** Whether request r is in the vehicle at this point of the route looked at. */
  private final boolean[] isIn;

  PlanCheck(RoutingProblem problem) {
    this.problem = problem;
    rides = new RideLimits(problem);
    isIn = new boolean[problem.requests];
  }

  /**
   * Whether a route is good: everybody is picked up, then set down, in a vehicle that may serve
   * them; loads fit; and there are times that keep windows and longest rides.
   *
   * @param visits in order, the first {@code count} of them
   */
  boolean keeps(int v, int[] visits, int count) {
    boolean isGood = isServed(v, visits, count);
    for (int i = 0; i < count; i++) {
      isIn[visits[i] >> 1] = false;
    }
    return isGood && rides.hold(v, visits, count);
  }

  private boolean isServed(int v, int[] visits, int count) {
    RoutingProblem p = problem;
    int load = 0;
    int chairs = 0;
    int riding = 0;
    for (int i = 0; i < count; i++) {
      int node = visits[i];
      int request = node >> 1;
      boolean boards = (node & 1) == 0;
      if (isIn[request] == boards
          || (p.bound[request] != RoutingProblem.ANY && p.bound[request] != v)) {
        return false;
      }
      isIn[request] = boards;
      riding += boards ? 1 : -1;
      load += p.demand[node];
      chairs += p.wheelchairs[node];
      if (!p.fits(v, load, chairs)) {
        return false;
      }
    }
    return riding == 0;
  }

  /** Whether a plan is good: all its routes are, and nobody is served twice. */
  boolean keeps(int[][] visits) {
    boolean[] isServed = new boolean[problem.requests];
    for (int v = 0; v < visits.length; v++) {
      if (visits[v].length > 0 && !keeps(v, visits[v], visits[v].length)) {
        return false;
      }
      for (int visit : visits[v]) {
        if ((visit & 1) == 0) {
          if (isServed[visit >> 1]) {
            return false;
          }
          isServed[visit >> 1] = true;
        }
      }
    }
    return true;
  }

  /**
   * What a route costs more than if its vehicle stayed empty and all its visits were at their
   * earliest: the driving, and the delays.
   */
  long cost(int v, int[] visits, int count) {
    RoutingProblem p = problem;
    if (count == 0) {
      return 0;
    }
    int start = p.startOf(v);
    int end = p.endOf(v);
    int begin = p.earliest[start];
    int empty = Math.max(p.earliest[end], begin + p.service[start] + p.time(start, end));
    int before = start;
    long sum = 0;
    for (int i = 0; i <= count; i++) {
      int node = i < count ? visits[i] : end;
      begin = Math.max(p.earliest[node], begin + p.service[before] + p.time(before, node));
      int least = node == end ? empty : p.earliest[node];
      sum += p.cost(before, node) + (long) p.price[node] * (begin - least);
      before = node;
    }
    return sum;
  }
}
