package org.ieum.insertion;

import java.util.Arrays;
import org.ieum.model.CostWeights;
import org.ieum.traveltime.PlaceGroup;
import org.ieum.traveltime.TravelTimes;

/**
 * The pickups of a request that are in question, and what is known of each whatever the vehicle and
 * the dropoff. The handicap of a pickup in the group is how much earlier than at the last one its
 * vehicle must be there.
 */
final class PickupBounds {
  private static final int NONE = -1;

  private final InsertionPlanner planner;
  private final TravelTimes times;
  private final long waitingWeight;
  private final PlaceGroup group = new PlaceGroup();
  private int size;
  private int latestOfAll;
  private long leastCost;

  /** First member like member i of the group, see {@link RequestLimits#alike}; knows its bounds. */
  private int[] first = new int[8];

  /** Member of the group that pickup i is, for those that others are like. */
  private int[] memberOf = new int[8];

  /** Number of member i of the group among the pickups of the request. */
  private int[] pickup = new int[8];

  /** Latest arrival at member i of the group, whatever the dropoff. */
  private int[] latest = new int[8];

  /** Latest start of the window of member i of the group, whatever the dropoff. */
  private int[] windowStart = new int[8];

  /** Least cost to a party that leaves member i of the group without waiting. */
  private long[] cost = new long[8];

  /** Least direct drive from member i of the group to any dropoff. */
  private int[] direct = new int[8];

  /** Whether cost and direct drive of member i of the group are exact and not just bounds. */
  private boolean[] isExact = new boolean[8];

  PickupBounds(InsertionPlanner planner, TravelTimes times, CostWeights weights) {
    this.planner = planner;
    this.times = times;
    waitingWeight = weights.waiting();
  }

  /** Works the bounds of a request out. */
  void set(RequestLimits limits, int now) {
    size = limits.size();
    if (limits.pickupCount() > latest.length) {
      pickup = new int[2 * limits.pickupCount()];
      latest = new int[2 * limits.pickupCount()];
      windowStart = new int[2 * limits.pickupCount()];
      cost = new long[2 * limits.pickupCount()];
      direct = new int[2 * limits.pickupCount()];
      isExact = new boolean[2 * limits.pickupCount()];
      first = new int[2 * limits.pickupCount()];
      memberOf = new int[2 * limits.pickupCount()];
    }
    boolean isOneWindow = limits.nextWindow(0) == limits.dropoffCount();
    Arrays.fill(memberOf, 0, limits.pickupCount(), NONE);
    int members = 0;
    for (int i = 0; i < limits.pickupCount(); i++) {
      if (isClosed(limits, i)) {
        continue;
      }
      int alike = memberOf[limits.alike(i)];
      if (alike != NONE) {
        pickup[members] = i;
        latest[members] = latest[alike];
        first[members++] = alike;
        continue;
      }
      latest[members] = Integer.MIN_VALUE;
      windowStart[members] = Integer.MIN_VALUE;
      cost[members] = Long.MAX_VALUE / 2;
      direct[members] = TravelTimes.UNREACHABLE;
      isExact[members] = false;
      if (isOneWindow) {
        int bound = times.lowerBound(limits.pickupPoint(i), limits.dropoffs());
        add(limits, i, limits.nearest(0), bound, members);
      } else {
        for (int j = 0; j < limits.dropoffCount(); j++) {
          if (!limits.isClosed(i, j)) {
            add(limits, i, j, limits.direct(i, j), members);
          }
        }
      }
      if (latest[members] >= now) {
        memberOf[limits.alike(i)] = members;
        first[members] = members;
        pickup[members++] = i;
      }
    }
    latestOfAll = Integer.MIN_VALUE;
    leastCost = Long.MAX_VALUE / 2;
    for (int g = 0; g < members; g++) {
      latestOfAll = Math.max(latestOfAll, latest[g]);
      leastCost = Math.min(leastCost, cost[first[g]]);
    }
    group.clear();
    for (int g = 0; g < members; g++) {
      group.add(limits.pickupPoint(pickup[g]), latestOfAll - latest[g]);
    }
  }

  private static boolean isClosed(RequestLimits limits, int i) {
    for (int j = 0; j < limits.dropoffCount(); j++) {
      if (!limits.isClosed(i, j)) {
        return false;
      }
    }
    return true;
  }

  private void add(RequestLimits limits, int i, int j, int drive, int member) {
    int earliest = limits.earliest(i, j);
    latest[member] = Math.max(latest[member], limits.latestPickup(i, j));
    windowStart[member] = Math.max(windowStart[member], earliest);
    int dropoff = earliest + drive;
    direct[member] = Math.min(direct[member], drive);
    cost[member] = Math.min(cost[member], planner.riderBound(limits, i, j, earliest, dropoff));
  }

  /** The pickups in question. */
  PlaceGroup group() {
    return group;
  }

  /** Number of a member of the group among the pickups of the request. */
  int pickup(int g) {
    return pickup[g];
  }

  /** A cost that the party surely has, whatever the pickup. */
  long leastCost() {
    return leastCost;
  }

  /** Latest arrival of a vehicle at any pickup. */
  int latest() {
    return latestOfAll;
  }

  /** Latest arrival of a vehicle at a member of the group. */
  int latest(int g) {
    return latest[g];
  }

  /** Whether a member of the group is the first of those that are alike. */
  boolean isFirst(int g) {
    return first[g] == g;
  }

  /** The first of the members of the group that are like one. */
  int first(int g) {
    return first[g];
  }

  /** Whether the bounds of a member of the group are exact. */
  boolean isExact(int g) {
    return isExact[first[g]];
  }

  /** Makes the bounds of a member of the group exact. */
  void tighten(RequestLimits limits, int member) {
    int g = first[member];
    isExact[g] = true;
    int i = pickup[g];
    cost[g] = Long.MAX_VALUE / 2;
    direct[g] = TravelTimes.UNREACHABLE;
    for (int j = 0; j < limits.dropoffCount(); j++) {
      if (!limits.isClosed(i, j) && limits.direct(i, j) < TravelTimes.UNREACHABLE) {
        add(limits, i, j, limits.direct(i, j), g);
      }
    }
  }

  /** A time that the direct drive from a member of the group to any dropoff surely takes, ms. */
  int direct(int g) {
    return direct[first[g]];
  }

  /** A cost that the party surely has when it leaves a pickup no earlier than at a time. */
  long costBound(int g, int departure) {
    int known = first[g];
    return cost[known] + size * waitingWeight * Math.max(0, departure - windowStart[known]);
  }
}
