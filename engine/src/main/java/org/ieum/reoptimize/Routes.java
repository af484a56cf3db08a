package org.ieum.reoptimize;

/**
 * A solution under way: who drives where, and how much room there is. Routes are doubly linked
 * lists over nodes, so that a copy costs a few array copies of the number of nodes and nothing
 * depends on how long routes are.
 *
 * <p>Per node the earliest beginning of service (driving forward) and the latest one that keeps all
 * windows behind (driving backward) are kept; a visit between a and b then fits windows if it is
 * reached in time and leaves in time for b (Savelsbergh, ORSA Journal on Computing 4, 1992).
 * Longest rides are looked at by {@link RideLimits}.
 */
final class Routes {
  private static final int NONE = -1;

  final RoutingProblem problem;

  /** Node after node n in its route. */
  final int[] next;

  /** Node before node n in its route. */
  final int[] prev;

  /** Vehicle of request r, or -1 when absent. */
  final int[] vehicle;

  /** Earliest beginning of service at node n. */
  final int[] begin;

  /** Latest beginning of service at node n that keeps all windows from there on. */
  final int[] late;

  /** Load when node n is left. */
  final int[] load;

  /** Wheelchairs aboard when node n is left. */
  final int[] wheelchairs;

  /** How long the vehicle waits before service begins at node n. */
  private final int[] wait;

  /** Prices of node n and of those behind it, up to where a vehicle waits. */
  private final long[] pricedTogether;

  /** The first node behind node n before which the vehicle waits, or {@link #NONE}. */
  private final int[] nextWait;

  /** Visits of requests in the route of vehicle v. */
  final int[] size;

  /** Whether begin, late and load of vehicle v's route are to be computed anew. */
  private final boolean[] stale;

  /** The i-th absent request, for i below {@link #absentCount}. */
  final int[] absent;

  /** Index of request r in {@link #absent}; meaningless for others. */
  private final int[] absentAt;

  int absentCount;

  /** Vehicles that serve anybody. */
  int used;

  /** How many vehicles may serve anybody. */
  int mostUsed;

  /** Of all driving, and of the time at which nodes are served. */
  long cost;

  /** The part of it that is for times, in the route of vehicle v. */
  private final long[] timeCost;

  /** All requests absent. */
  Routes(RoutingProblem problem) {
    this.problem = problem;
    next = new int[problem.nodes];
    prev = new int[problem.nodes];
    begin = new int[problem.nodes];
    late = new int[problem.nodes];
    load = new int[problem.nodes];
    wheelchairs = new int[problem.nodes];
    wait = new int[problem.nodes];
    pricedTogether = new long[problem.nodes];
    nextWait = new int[problem.nodes];
    timeCost = new long[problem.vehicles];
    vehicle = new int[problem.requests];
    size = new int[problem.vehicles];
    stale = new boolean[problem.vehicles];
    absent = new int[problem.requests];
    absentAt = new int[problem.requests];
    mostUsed = problem.vehicles;
    for (int r = 0; r < problem.requests; r++) {
      vehicle[r] = -1;
      addAbsent(r);
    }
    for (int v = 0; v < problem.vehicles; v++) {
      next[problem.startOf(v)] = problem.endOf(v);
      prev[problem.endOf(v)] = problem.startOf(v);
      refresh(v);
    }
  }

  /** Cost of all driving alone. */
  long driveCost() {
    long sum = cost;
    for (long priced : timeCost) {
      sum -= priced;
    }
    return sum;
  }

  void copyFrom(Routes other) {
    copy(other.next, next);
    copy(other.prev, prev);
    copy(other.begin, begin);
    copy(other.late, late);
    copy(other.load, load);
    copy(other.wheelchairs, wheelchairs);
    if (problem.pricesTime) {
      copy(other.wait, wait);
      copy(other.nextWait, nextWait);
      System.arraycopy(other.pricedTogether, 0, pricedTogether, 0, pricedTogether.length);
      System.arraycopy(other.timeCost, 0, timeCost, 0, timeCost.length);
    }
    copy(other.vehicle, vehicle);
    copy(other.size, size);
    copy(other.absent, absent);
    copy(other.absentAt, absentAt);
    used = other.used;
    mostUsed = other.mostUsed;
    absentCount = other.absentCount;
    cost = other.cost;
  }

  private static void copy(int[] from, int[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
  }

  /** Takes a request out; {@link #refreshStale} is to follow. */
  void remove(int request) {
    int v = vehicle[request];
    unlink(2 * request);
    unlink(2 * request + 1);
    size[v] -= 2;
    stale[v] = true;
    vehicle[request] = -1;
    addAbsent(request);
    if (size[v] == 0) {
      used--;
      cost -= problem.cost(problem.startOf(v), problem.endOf(v));
    }
  }

  /** Puts visits, which are those of absent requests, into an empty route in their order. */
  void fill(int v, int[] visits) {
    int before = problem.startOf(v);
    for (int visit : visits) {
      link(visit, before);
      before = visit;
      if ((visit & 1) == 0) {
        vehicle[visit >> 1] = v;
        removeAbsent(visit >> 1);
      }
    }
    if (visits.length > 0) {
      used++;
      cost += problem.cost(problem.startOf(v), problem.endOf(v));
    }
    size[v] = visits.length;
    refresh(v);
  }

  private void addAbsent(int request) {
    absentAt[request] = absentCount;
    absent[absentCount++] = request;
  }

  private void unlink(int node) {
    int before = prev[node];
    int after = next[node];
    next[before] = after;
    prev[after] = before;
    cost +=
        problem.cost(before, after) - problem.cost(before, node) - (long) problem.cost(node, after);
  }

  private void removeAbsent(int request) {
    int hole = absentAt[request];
    int moved = absent[--absentCount];
    absent[hole] = moved;
    absentAt[moved] = hole;
  }

  /** Brings times and loads up to date after removals. */
  void refreshStale() {
    for (int v = 0; v < stale.length; v++) {
      if (stale[v]) {
        refresh(v);
      }
    }
  }

  /**
   * Puts an absent request into a route.
   *
   * @param beforePickup the node that the pickup follows
   * @param beforeDropoff the node that the drop-off follows, maybe the pickup
   */
  void insert(int request, int v, int beforePickup, int beforeDropoff) {
    if (size[v] == 0) {
      used++;
      cost += problem.cost(problem.startOf(v), problem.endOf(v));
    }
    link(2 * request, beforePickup);
    link(2 * request + 1, beforeDropoff);
    size[v] += 2;
    vehicle[request] = v;
    removeAbsent(request);
    refresh(v);
  }

  private void link(int node, int before) {
    int after = next[before];
    next[before] = node;
    prev[node] = before;
    next[node] = after;
    prev[after] = node;
    cost +=
        problem.cost(before, node) + (long) problem.cost(node, after) - problem.cost(before, after);
  }

  private void refresh(int v) {
    stale[v] = false;
    RoutingProblem p = problem;
    int node = p.startOf(v);
    int end = p.endOf(v);
    begin[node] = p.earliest[node];
    load[node] = 0;
    wheelchairs[node] = 0;
    long priced = 0;
    while (node != end) {
      int after = next[node];
      int reached = begin[node] + p.service[node] + p.time(node, after);
      begin[after] = Math.max(p.earliest[after], reached);
      wait[after] = begin[after] - reached;
      load[after] = load[node] + p.demand[after];
      wheelchairs[after] = wheelchairs[node] + p.wheelchairs[after];
      priced += (long) p.price[after] * begin[after];
      node = after;
    }
    cost += priced - timeCost[v];
    timeCost[v] = priced;
    late[end] = p.latest[end];
    pricedTogether[end] = p.price[end];
    nextWait[end] = NONE;
    int start = p.startOf(v);
    while (node != start) {
      int before = prev[node];
      boolean waits = wait[node] > 0;
      pricedTogether[before] = p.price[before] + (waits ? 0 : pricedTogether[node]);
      nextWait[before] = waits ? node : nextWait[node];
      late[before] =
          Math.min(p.latest[before], late[node] - p.time(before, node) - p.service[before]);
      node = before;
    }
  }

  /**
   * What it costs that a node is reached later, and all behind it for that.
   *
   * @param limit when it costs so much, the rest does not matter
   */
  long delayPrice(int first, int reached, long limit) {
    if (!problem.pricesTime) {
      return 0;
    }
    long sum = 0;
    int node = first;
    int delay = reached - begin[node];
    while (delay > 0 && sum < limit) {
      sum += delay * pricedTogether[node];
      node = nextWait[node];
      if (node == NONE) {
        break;
      }
      delay -= wait[node];
    }
    return sum;
  }
}
