package org.ieum.insertion;

import org.ieum.model.CostWeights;
import org.ieum.traveltime.PlaceGroup;
import org.ieum.traveltime.TravelTimes;

/**
 * The pickups of a request that are in question, and what is known of each whatever the vehicle and
 * the dropoff. The handicap of a pickup in the group is how much earlier than at the last one its
 * vehicle must be there.
 */
final class PickupBounds {
  private final InsertionPlanner planner;
  private final TravelTimes times;
  private final long waitingWeight;
  private final PlaceGroup group = new PlaceGroup();
  private int size;
  private int latestOfAll;

  /** Number of member i of the group among the pickups of the request. */
  private int[] pickup = new int[8];

  /** Latest arrival at member i of the group, whatever the dropoff. */
  private int[] latest = new int[8];

  /** Latest start of the window of member i of the group, whatever the dropoff. */
  private int[] windowStart = new int[8];

  /** Least cost to a party that leaves member i of the group without waiting. */
  private long[] cost = new long[8];

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
    }
    int nearest = nearestDropoff(limits);
    int members = 0;
    for (int i = 0; i < limits.pickupCount(); i++) {
      latest[members] = Integer.MIN_VALUE;
      windowStart[members] = Integer.MIN_VALUE;
      cost[members] = Long.MAX_VALUE / 2;
      if (limits.nextWindow(0) == limits.dropoffCount()) {
        if (!isClosed(limits, i)) {
          int direct = times.lowerBound(limits.pickupPoint(i), limits.dropoffs());
          add(limits, i, nearest, direct, members);
        }
      } else {
        for (int j = 0; j < limits.dropoffCount(); j++) {
          if (!limits.isClosed(i, j)) {
            add(limits, i, j, limits.direct(i, j), members);
          }
        }
      }
      if (latest[members] >= now) {
        pickup[members++] = i;
      }
    }
    latestOfAll = Integer.MIN_VALUE;
    for (int g = 0; g < members; g++) {
      latestOfAll = Math.max(latestOfAll, latest[g]);
    }
    group.clear();
    for (int g = 0; g < members; g++) {
      group.add(limits.pickupPoint(pickup[g]), latestOfAll - latest[g]);
    }
  }

  /** The dropoff from which the walk is shortest. */
  private static int nearestDropoff(RequestLimits limits) {
    int nearest = 0;
    for (int j = 1; j < limits.dropoffCount(); j++) {
      nearest = limits.egressWalk(j) < limits.egressWalk(nearest) ? j : nearest;
    }
    return nearest;
  }

  private static boolean isClosed(RequestLimits limits, int i) {
    for (int j = 0; j < limits.dropoffCount(); j++) {
      if (!limits.isClosed(i, j)) {
        return false;
      }
    }
    return true;
  }

  private void add(RequestLimits limits, int i, int j, int direct, int member) {
    int earliest = limits.earliest(i, j);
    latest[member] = Math.max(latest[member], limits.latestPickup(i, j));
    windowStart[member] = Math.max(windowStart[member], earliest);
    int dropoff = earliest + direct;
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

  /** Latest arrival of a vehicle at any pickup. */
  int latest() {
    return latestOfAll;
  }

  /** Latest arrival of a vehicle at a member of the group. */
  int latest(int g) {
    return latest[g];
  }

  /** A cost that the party surely has when it leaves a pickup no earlier than at a time. */
  long costBound(int g, int departure) {
    return cost[g] + size * waitingWeight * Math.max(0, departure - windowStart[g]);
  }
}
