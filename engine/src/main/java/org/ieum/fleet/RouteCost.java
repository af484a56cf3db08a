package org.ieum.fleet;

import org.ieum.model.CostWeights;

/**
 * What a whole route costs from now on: driving and dwell, and the time of all riders, each times
 * its weight as in an insertion. Routes of the same rides can be compared by it.
 */
public final class RouteCost {
  private RouteCost() {}

  /** The cost of an evaluated plan; rides aboard cost until they alight. */
  public static long of(RoutePlan plan, CostWeights weights) {
    long sum = (long) weights.operating() * plan.operatingTime();
    for (int k = 0; k < plan.rideCount(); k++) {
      int arrival = plan.arrival(plan.dropoff(k));
      long cost = (long) weights.riding() * arrival;
      if (plan.pickup(k) != RoutePlan.ABOARD) {
        int departure = plan.soonest(plan.pickup(k));
        cost =
            weights.waiting() * ((long) departure - plan.earliest(k))
                + weights.riding() * ((long) arrival - departure);
      }
      sum += plan.partySize(k) * cost;
    }
    return sum;
  }
}
