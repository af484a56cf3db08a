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
    checkRides(fleet, plan, added, removed);
    checkStops(fleet, plan);
    if (!evaluator.evaluate(plan, now)) {
      throw refusal(plan, "it breaks a promise, a shift or a capacity");
    }
  }

  private static void checkRides(FleetView fleet, RoutePlan plan, long added, long removed) {
    int vehicle = plan.vehicle();
    int expected = fleet.rideCount(vehicle) + (added >= 0 ? 1 : 0) - (removed >= 0 ? 1 : 0);
    if (plan.rideCount() != expected) {
      throw refusal(plan, "it has " + plan.rideCount() + " rides instead of " + expected);
    }
    for (int k = 0; k < fleet.rideCount(vehicle); k++) {
      long request = fleet.request(vehicle, k);
      int ride = plan.findRide(request);
      if (request == removed) {
        if (ride >= 0 || fleet.pickup(vehicle, k) == RoutePlan.ABOARD) {
          throw refusal(plan, "ride " + request + " cannot be taken out");
        }
        continue;
      }
      if (ride < 0) {
        throw refusal(plan, "it loses ride " + request);
      }
      if ((fleet.pickup(vehicle, k) == RoutePlan.ABOARD)
          != (plan.pickup(ride) == RoutePlan.ABOARD)) {
        throw refusal(plan, "ride " + request + " boards or alights out of nothing");
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

  private void checkStops(FleetView fleet, RoutePlan plan) {
    int vehicle = plan.vehicle();
    boolean diverted = fleet.departed(vehicle) && !plan.departed();
    if (!diverted && plan.place(0) != fleet.place(vehicle, 0)) {
      throw refusal(plan, "it moves the vehicle from where it is");
    }
    if (!diverted && plan.departed() && plan.place(1) != fleet.place(vehicle, 1)) {
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
