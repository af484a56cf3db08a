package org.ieum.reoptimize;

import java.util.SplittableRandom;

/**
 * Finds the cheapest places for the two visits of a request in one route. Every pair of places is
 * checked in constant time for windows and capacity, from the slack that {@link Routes} keeps; the
 * longest rides are checked exactly, but only of places that would be the cheapest so far.
 *
 * <p>A scan may blink: pass over a pair of places now and then, which keeps recreation from always
 * giving the same answer (Christiaens and Vanden Berghe, Transportation Science 54, 2020).
 */
final class PairScan {
  /** A {@code blinkGap} for scans that look at everything. */
  static final int NEVER = 0;

  private final RoutingProblem problem;
  private final RideLimits rides;
  private final SplittableRandom random;
  private final int blinkGap;
  private int untilBlink;

  /** Cost added by the cheapest places, or more than was asked for. */
  long cost;

  /** The node that the pickup follows. */
  int beforePickup;

  /** The node that the drop-off follows. */
  int beforeDropoff;

  /**
   * A scan of any route of a problem.
   *
   * @param blinkGap pairs of places from one blink to the next on average, or {@link #NEVER}
   */
  PairScan(RoutingProblem problem, SplittableRandom random, int blinkGap) {
    this.problem = problem;
    this.random = random;
    this.blinkGap = blinkGap;
    rides = new RideLimits(problem);
    untilBlink = drawGap();
  }

  private int drawGap() {
    return blinkGap == NEVER ? Integer.MAX_VALUE : 1 + random.nextInt(2 * blinkGap - 1);
  }

  /**
   * Looks for places that cost less than a bound.
   *
   * @return whether there are any
   */
  boolean scan(Routes routes, int request, int v, long bound) {
    RoutingProblem p = problem;
    int pickup = 2 * request;
    int dropoff = pickup + 1;
    int start = p.startOf(v);
    int end = p.endOf(v);
    int load = p.demand[pickup];
    int chairs = p.wheelchairs[pickup];
    long opening = routes.size[v] == 0 ? p.cost(start, end) : 0;
    int latestPickup = p.latest[pickup];
    int latestDropoff = p.latest[dropoff];
    cost = bound;
    boolean found = false;
    long rate = p.price[dropoff];
    int direct = p.service[pickup] + p.time(pickup, dropoff);
    for (int a = start; a != end; a = routes.next[a]) {
      int left = routes.begin[a] + p.service[a];
      if (left > latestPickup || rate * (left + direct) >= cost) {
        break;
      }
      if (!p.fits(v, routes.load[a] + load, routes.wheelchairs[a] + chairs)) {
        continue;
      }
      int b = routes.next[a];
      int at = Math.max(left + p.time(a, pickup), p.earliest[pickup]);
      if (at > latestPickup) {
        continue;
      }
      int leftPickup = at + p.service[pickup];
      long base = opening + p.cost(a, pickup) - (long) p.cost(a, b) + (long) p.price[pickup] * at;
      if (base + p.cost(pickup, b) + rate * (at + direct) >= cost) {
        continue;
      }
      int served = Math.max(at + direct, p.earliest[dropoff]);
      long added = base + p.cost(pickup, dropoff) + p.cost(dropoff, b) + rate * served;
      if (added < cost && !blinks()) {
        int behind = served + p.service[dropoff] + p.time(dropoff, b);
        if (served <= latestDropoff && behind <= routes.late[b]) {
          added += routes.delayPrice(b, behind, cost - added);
          if (added < cost && rides.fit(routes, request, v, a, pickup)) {
            cost = added;
            beforePickup = a;
            beforeDropoff = pickup;
            found = true;
          }
        }
      }
      base += p.cost(pickup, b);
      int node = b;
      int reached = leftPickup + p.time(pickup, b);
      while (node != end
          && base + rate * reached < cost
          && reached <= routes.late[node]
          && p.fits(v, routes.load[node] + load, routes.wheelchairs[node] + chairs)) {
        int begins = Math.max(reached, p.earliest[node]);
        base += (long) p.price[node] * (begins - routes.begin[node]);
        int leaves = begins + p.service[node];
        if (leaves > latestDropoff) {
          break;
        }
        int after = routes.next[node];
        served = Math.max(leaves + p.time(node, dropoff), p.earliest[dropoff]);
        added =
            base
                + p.cost(node, dropoff)
                + p.cost(dropoff, after)
                - p.cost(node, after)
                + rate * served;
        if (added < cost && !blinks()) {
          int behind = served + p.service[dropoff] + p.time(dropoff, after);
          if (served <= latestDropoff && behind <= routes.late[after]) {
            added += routes.delayPrice(after, behind, cost - added);
            if (added < cost && rides.fit(routes, request, v, a, node)) {
              cost = added;
              beforePickup = a;
              beforeDropoff = node;
              found = true;
            }
          }
        }
        reached = leaves + p.time(node, after);
        node = after;
      }
    }
    return found;
  }

  private boolean blinks() {
    if (--untilBlink > 0) {
      return false;
    }
    untilBlink = drawGap();
    return true;
  }
}
