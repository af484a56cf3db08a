package org.ieum.reoptimize;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Puts absent requests back where they cost least: mostly one after the other in an order drawn at
 * random (Christiaens and Vanden Berghe, Transportation Science 54, 2020), else always the one that
 * would lose most by coming later (regret; Ropke and Pisinger, Transportation Science 40, 2006).
 * What fits nowhere stays absent.
 */
final class Recreate {
  private static final int BLINK_GAP = 100;

  /** One time in so many, whole vehicles are passed over. */
  private static final int SKIP_GAP = 10;

  /** Of how many vehicles one is passed over then. */
  private static final int SKIPPED = 4;

  private static final long NOWHERE = Long.MAX_VALUE / 4;

  /** What fits into few routes is put back before all else, whatever it costs. */
  private static final long FEW_ROUTES = 1L << 50;

  private final RoutingProblem problem;
  private final SplittableRandom random;
  private final PairScan scan;

  /** Requests to put back, in order. */
  private final int[] order;

  /** What request r is ordered by, least first. */
  private final long[] key;

  /** Whether an empty vehicle of kind k was looked at. */
  private final boolean[] seen;

  /** Cost of request r in vehicle v at {@code r * vehicles + v}. */
  private final long[] added;

  /** What the pickup follows, the same way. */
  private final int[] beforePickup;

  /** What the drop-off follows, the same way. */
  private final int[] beforeDropoff;

  /** The least costs found, of as many routes as regret looks at. */
  private final long[] least = new long[4];

  Recreate(RoutingProblem problem, SplittableRandom random) {
    this.problem = problem;
    this.random = random;
    scan = new PairScan(problem, random, BLINK_GAP);
    order = new int[problem.requests];
    key = new long[problem.requests];
    seen = new boolean[problem.vehicles];
    int cells = problem.requests * problem.vehicles;
    added = new long[cells];
    beforePickup = new int[cells];
    beforeDropoff = new int[cells];
  }

  void recreate(Routes routes) {
    if (random.nextInt(100) < 92) {
      insertInOrder(routes);
    } else {
      insertByRegret(routes, 2 + random.nextInt(3));
    }
  }

  private void insertInOrder(Routes routes) {
    int count = routes.absentCount;
    System.arraycopy(routes.absent, 0, order, 0, count);
    setKeys(count);
    sort(count);
    boolean skips = random.nextInt(SKIP_GAP) == 0;
    for (int i = 0; i < count; i++) {
      insertCheapest(routes, order[i], skips);
    }
  }

  private void setKeys(int count) {
    RoutingProblem p = problem;
    int depot = p.startOf(0);
    int way = random.nextInt(15);
    for (int i = 0; i < count; i++) {
      int r = order[i];
      int pickup = 2 * r;
      int dropoff = pickup + 1;
      if (way < 4) {
        key[r] = random.nextInt();
      } else if (way < 6) {
        key[r] = -p.demand[pickup];
      } else if (way < 9) {
        key[r] = -(long) p.cost(depot, pickup) - p.cost(depot, dropoff);
      } else if (way < 10) {
        key[r] = (long) p.cost(depot, pickup) + p.cost(depot, dropoff);
      } else if (way < 12) {
        key[r] =
            (long) p.latest[pickup] - p.earliest[pickup] + p.latest[dropoff] - p.earliest[dropoff];
      } else if (way < 13) {
        key[r] = p.earliest[pickup];
      } else if (way < 14) {
        key[r] = -p.latest[dropoff];
      } else {
        key[r] = -p.cost(pickup, dropoff);
      }
    }
  }

  /** Sorts the first so many requests by key, then number; there are few of them. */
  private void sort(int count) {
    for (int i = 1; i < count; i++) {
      int r = order[i];
      int at = i;
      while (at > 0 && comesBefore(r, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = r;
    }
  }

  private boolean comesBefore(int a, int b) {
    return key[a] != key[b] ? key[a] < key[b] : a < b;
  }

  private void insertCheapest(Routes routes, int request, boolean skips) {
    Arrays.fill(seen, false);
    int vehicle = -1;
    int pickupAfter = 0;
    int dropoffAfter = 0;
    long bound = NOWHERE;
    for (int v = 0; v < problem.vehicles; v++) {
      if (isCandidate(routes, v)
          && mayServe(request, v)
          && !(skips && random.nextInt(SKIPPED) == 0)
          && scan.scan(routes, request, v, bound)) {
        bound = scan.cost;
        vehicle = v;
        pickupAfter = scan.beforePickup;
        dropoffAfter = scan.beforeDropoff;
      }
    }
    if (vehicle >= 0) {
      routes.insert(request, vehicle, pickupAfter, dropoffAfter);
    }
  }

  private boolean mayServe(int request, int v) {
    return problem.bound[request] == RoutingProblem.ANY || problem.bound[request] == v;
  }

  /**
   * Whether a vehicle may take a request; of empty ones that are alike the first one may, if there
   * may be one more in use.
   */
  private boolean isCandidate(Routes routes, int v) {
    if (routes.size[v] > 0) {
      return true;
    }
    boolean isFirst = !seen[problem.kind[v]];
    seen[problem.kind[v]] = true;
    return isFirst && routes.used < routes.mostUsed;
  }

  private void insertByRegret(Routes routes, int depth) {
    int count = routes.absentCount;
    System.arraycopy(routes.absent, 0, order, 0, count);
    for (int i = 0; i < count; i++) {
      for (int v = 0; v < problem.vehicles; v++) {
        price(routes, order[i], v);
      }
    }
    while (count > 0) {
      int chosen = -1;
      long most = 0;
      for (int i = 0; i < count; i++) {
        long regret = regret(routes, order[i], depth);
        if (regret == NOWHERE) {
          order[i--] = order[--count];
        } else if (chosen < 0 || regret > most) {
          chosen = i;
          most = regret;
        }
      }
      if (chosen < 0) {
        return;
      }
      int request = order[chosen];
      int v = cheapest(routes, request);
      int cell = request * problem.vehicles + v;
      routes.insert(request, v, beforePickup[cell], beforeDropoff[cell]);
      order[chosen] = order[--count];
      for (int i = 0; i < count; i++) {
        price(routes, order[i], v);
      }
    }
  }

  private void price(Routes routes, int request, int v) {
    int cell = request * problem.vehicles + v;
    added[cell] = NOWHERE;
    boolean isOpen = routes.size[v] > 0 || routes.used < routes.mostUsed;
    if (isOpen && mayServe(request, v) && scan.scan(routes, request, v, NOWHERE)) {
      added[cell] = scan.cost;
      beforePickup[cell] = scan.beforePickup;
      beforeDropoff[cell] = scan.beforeDropoff;
    }
  }

  /** How much more the next best routes cost than the best; {@link #NOWHERE} if none is left. */
  private long regret(Routes routes, int request, int depth) {
    Arrays.fill(seen, false);
    int found = 0;
    for (int v = 0; v < problem.vehicles; v++) {
      long cost = added[request * problem.vehicles + v];
      if (cost == NOWHERE || !isCandidate(routes, v)) {
        continue;
      }
      int at = Math.min(found, depth - 1);
      if (found >= depth && cost >= least[at]) {
        continue;
      }
      while (at > 0 && cost < least[at - 1]) {
        least[at] = least[at - 1];
        at--;
      }
      least[at] = cost;
      found = Math.min(found + 1, depth);
    }
    if (found == 0) {
      return NOWHERE;
    }
    long sum = (depth - found) * FEW_ROUTES;
    for (int i = 1; i < found; i++) {
      sum += least[i] - least[0];
    }
    return sum;
  }

  private int cheapest(Routes routes, int request) {
    Arrays.fill(seen, false);
    int best = -1;
    long least = NOWHERE;
    for (int v = 0; v < problem.vehicles; v++) {
      long cost = added[request * problem.vehicles + v];
      if (cost < least && isCandidate(routes, v)) {
        least = cost;
        best = v;
      }
    }
    return best;
  }
}
