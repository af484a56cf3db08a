package org.ieum.fleet;

import org.ieum.traveltime.TravelTimes;

/**
 * The last check before a plan takes the place of a route, whoever made it. It trusts nothing that
 * the plan says about itself: rides are compared with those that the vehicle has, driving times are
 * asked for again, and the evaluator judges the limits.
 */
public final class PlanValidator {
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final RoutePlan current = new RoutePlan();

  public PlanValidator(RouteEvaluator evaluator, TravelTimes times) {
    this.evaluator = evaluator;
    this.times = times;
  }

  /**
   * Passes a plan that keeps every promise.
   *
   * @param fleet the routes as they are
   * @param now time of the decision
   * @param added request id of a ride that the plan adds, or -1
   * @param removed request id of a ride that the plan takes out, or -1
   * @throws IllegalStateException saying what is wrong with the plan
   */
  public void check(FleetView fleet, RoutePlan plan, int now, long added, long removed) {
    fleet.load(plan.vehicle(), current);
    checkRides(plan, added, removed);
    checkStops(plan);
    if (!evaluator.evaluate(plan, now)) {
      throw refusal(plan, "it breaks a promise, a shift or a capacity");
    }
  }

  private void checkRides(RoutePlan plan, long added, long removed) {
    int expected = current.rideCount() + (added >= 0 ? 1 : 0) - (removed >= 0 ? 1 : 0);
    if (plan.rideCount() != expected) {
      throw refusal(plan, "it has " + plan.rideCount() + " rides instead of " + expected);
    }
    for (int k = 0; k < current.rideCount(); k++) {
      long request = current.request(k);
      if (request != removed) {
        checkKept(plan, k);
      } else if (current.pickup(k) == RoutePlan.ABOARD || plan.findRide(request) >= 0) {
        throw refusal(plan, "ride " + request + " cannot be taken out");
      }
    }
    for (int k = 0; k < plan.rideCount(); k++) {
      if (plan.pickup(k) >= plan.dropoff(k) || plan.dropoff(k) >= plan.stopCount()) {
        throw refusal(plan, "ride " + plan.request(k) + " alights before it boards");
      }
      if (plan.findRide(plan.request(k)) != k) {
        throw refusal(plan, "ride " + plan.request(k) + " is there twice");
      }
    }
  }

  private void checkKept(RoutePlan plan, int k) {
    long request = current.request(k);
    int ride = plan.findRide(request);
    if (ride < 0) {
      throw refusal(plan, "it loses ride " + request);
    }
    if (!isSamePickup(plan, ride, k)
        || plan.place(plan.dropoff(ride)) != current.place(current.dropoff(k))) {
      throw refusal(plan, "it moves the pickup or dropoff of ride " + request);
    }
    if (plan.earliest(ride) != current.earliest(k)
        || plan.latestPickup(ride) != current.latestPickup(k)
        || plan.latestDropoff(ride) != current.latestDropoff(k)
        || plan.maxRide(ride) != current.maxRide(k)) {
      throw refusal(plan, "it changes what ride " + request + " was promised");
    }
  }

  private boolean isSamePickup(RoutePlan plan, int ride, int k) {
    if (current.pickup(k) == RoutePlan.ABOARD || plan.pickup(ride) == RoutePlan.ABOARD) {
      return plan.pickup(ride) == current.pickup(k);
    }
    return plan.place(plan.pickup(ride)) == current.place(current.pickup(k));
  }

  private void checkStops(RoutePlan plan) {
    boolean diverted = current.departed() && !plan.departed();
    if (!diverted && plan.place(0) != current.place(0)) {
      throw refusal(plan, "it moves the vehicle from where it is");
    }
    if (!diverted && plan.departed() && plan.place(1) != current.place(1)) {
      throw refusal(plan, "it changes the stop that the vehicle drives to without a diversion");
    }
    for (int i = 0; i + 1 < plan.stopCount(); i++) {
      boolean drives = plan.place(i + 1) != RoutePlan.ANYWHERE;
      int leg = drives ? times.duration(plan.place(i), plan.place(i + 1)) : 0;
      if (plan.leg(i) != leg) {
        throw refusal(plan, "leg " + i + " takes " + leg + " ms, not " + plan.leg(i));
      }
    }
  }

  private static IllegalStateException refusal(RoutePlan plan, String why) {
    return new IllegalStateException("plan of vehicle " + plan.vehicle() + " refused: " + why);
  }
}
