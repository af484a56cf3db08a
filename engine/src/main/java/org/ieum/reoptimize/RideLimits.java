package org.ieum.reoptimize;

/**
 * Whether some schedule of a route keeps the windows and all longest rides. The earliest schedule
 * that does, if there is one, is the fixed point of driving forward and holding a pickup back until
 * its ride is short enough, as in {@link org.ieum.fleet.RouteEvaluator}: each round settles at
 * least one more ride, so more rounds than rides mean that there is none (Cordeau and Laporte,
 * Transportation Research B 37, 2003, for holding pickups back; Bellman and Ford for the rounds).
 */
final class RideLimits {
  private final RoutingProblem problem;

  /** Node at position i of the route looked at. */
  private final int[] sequence;

  /** Beginning of service at node n. */
  private final int[] begin;

  RideLimits(RoutingProblem problem) {
    this.problem = problem;
    sequence = new int[problem.visits + 2];
    begin = new int[problem.nodes];
  }

  /** Whether a request fits, windows having been checked. */
  boolean fit(Routes routes, int request, int v, int beforePickup, int beforeDropoff) {
    if (!problem.limitsRides) {
      return true;
    }
    int pickup = 2 * request;
    int end = problem.endOf(v);
    int count = 0;
    for (int node = problem.startOf(v); ; node = routes.next[node]) {
      sequence[count++] = node;
      if (node == beforePickup) {
        sequence[count++] = pickup;
        if (beforeDropoff == pickup) {
          sequence[count++] = pickup + 1;
        }
      }
      if (node == beforeDropoff) {
        sequence[count++] = pickup + 1;
      }
      if (node == end) {
        return holds(count);
      }
    }
  }

  /** Whether some schedule of a vehicle's whole route keeps windows and longest rides. */
  boolean hold(int v, int[] visits, int count) {
    sequence[0] = problem.startOf(v);
    System.arraycopy(visits, 0, sequence, 1, count);
    sequence[count + 1] = problem.endOf(v);
    return holds(count + 2);
  }

  private boolean holds(int count) {
    RoutingProblem p = problem;
    for (int i = 0; i < count; i++) {
      begin[sequence[i]] = p.earliest[sequence[i]];
    }
    for (int round = 0; round <= count / 2; round++) {
      if (!driveForward(count)) {
        return false;
      }
      if (!holdPickups(count)) {
        return true;
      }
    }
    return false;
  }

  private boolean driveForward(int count) {
    RoutingProblem p = problem;
    int before = sequence[0];
    for (int i = 1; i < count; i++) {
      int node = sequence[i];
      int at = Math.max(begin[node], begin[before] + p.service[before] + p.time(before, node));
      if (at > p.latest[node]) {
        return false;
      }
      begin[node] = at;
      before = node;
    }
    return true;
  }

  private boolean holdPickups(int count) {
    RoutingProblem p = problem;
    boolean held = false;
    for (int i = 1; i < count - 1; i++) {
      int node = sequence[i];
      int limit = p.maxRide[node >> 1];
      if ((node & 1) == 1 && limit != RoutingProblem.UNLIMITED) {
        int needed = begin[node] - limit - p.service[node - 1];
        if (begin[node - 1] < needed) {
          begin[node - 1] = needed;
          held = true;
        }
      }
    }
    return held;
  }
}
