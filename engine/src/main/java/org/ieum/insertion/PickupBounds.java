package org.ieum.insertion;

import org.ieum.model.CostWeights;

/** What is known of the pickups of a request whatever the vehicle and the dropoff. */
final class PickupBounds {
  private final InsertionPlanner planner;
  private final long waitingWeight;
  private int size;

  /** Latest arrival at pickup i, whatever the dropoff; the least int when it is out of question. */
  private int[] latest = new int[8];

  /** Latest start of the window of pickup i, whatever the dropoff. */
  private int[] windowStart = new int[8];

  /** Least cost to a party that leaves pickup i without waiting. */
  private long[] cost = new long[8];

  PickupBounds(InsertionPlanner planner, CostWeights weights) {
    this.planner = planner;
    waitingWeight = weights.waiting();
  }

  /** Works the bounds of a request out. */
  void set(RequestLimits limits) {
    size = limits.size();
    if (limits.pickupCount() > latest.length) {
      latest = new int[2 * limits.pickupCount()];
      windowStart = new int[2 * limits.pickupCount()];
      cost = new long[2 * limits.pickupCount()];
    }
    for (int i = 0; i < limits.pickupCount(); i++) {
      latest[i] = Integer.MIN_VALUE;
      windowStart[i] = Integer.MIN_VALUE;
      cost[i] = Long.MAX_VALUE / 2;
      for (int j = 0; j < limits.dropoffCount(); j++) {
        if (!limits.isClosed(i, j)) {
          add(limits, i, j);
        }
      }
    }
  }

  private void add(RequestLimits limits, int i, int j) {
    int earliest = limits.earliest(i, j);
    latest[i] = Math.max(latest[i], limits.latestPickup(i, j));
    windowStart[i] = Math.max(windowStart[i], earliest);
    int dropoff = earliest + limits.directBound(i, j);
    cost[i] = Math.min(cost[i], planner.riderBound(limits, i, j, earliest, dropoff));
  }

  /** Latest arrival of a vehicle at a pickup. */
  int latest(int i) {
    return latest[i];
  }

  /** A cost that the party surely has when it leaves a pickup no earlier than at a time. */
  long costBound(int i, int departure) {
    return cost[i] + size * waitingWeight * Math.max(0, departure - windowStart[i]);
  }
}
