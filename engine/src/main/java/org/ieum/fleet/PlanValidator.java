package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.*;

import java.util.Arrays;
import java.util.List;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.TravelTimes;

/**
 * The last check before a plan takes the place of a route, whoever made it. It trusts nothing that
 * the plan says about itself: rides, shifts and breaks are compared with those that the vehicle
 * has, driving times and the place of a diversion are asked for again, and the evaluator judges the
 * limits.
 */
public final class PlanValidator {
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final RoutePlan current = new RoutePlan();
  private final Diversion diversion = new Diversion();

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
    checkWhereabouts(plan, now);
    checkStops(plan);
    checkLegs(plan);
    if (added >= 0) {
      checkRoads(plan);
    }
    if (!evaluator.evaluate(plan, now)) {
      throw refusal(plan, "it breaks a promise, a shift or a capacity");
    }
  }

  /**
   * Passes plans of several vehicles that exchange rides, if they keep every promise.
   *
   * @throws IllegalStateException saying what is wrong with one of them
   */
  public void checkTogether(FleetView fleet, List<RoutePlan> plans, int now) {
    int rides = 0;
    int planned = 0;
    for (RoutePlan plan : plans) {
      fleet.load(plan.vehicle(), current);
      checkWhereabouts(plan, now);
      checkStops(plan);
      checkLegs(plan);
      checkRoads(plan);
      for (int k = 0; k < current.rideCount(); k++) {
        checkKept(planOf(plans, plan, k), k);
      }
      for (int k = 0; k < plan.rideCount(); k++) {
        checkOrder(plan, k);
      }
      rides += current.rideCount();
      planned += plan.rideCount();
      if (!evaluator.evaluate(plan, now)) {
        throw refusal(plan, "it breaks a promise, a shift or a capacity");
      }
    }
    if (planned != rides) {
      throw new IllegalStateException(
          "plans refused: they have " + planned + " rides instead of " + rides);
    }
  }

  /** The plan of a ride of the present route; a party that is aboard does not change vehicles. */
  private RoutePlan planOf(List<RoutePlan> plans, RoutePlan own, int k) {
    if (current.pickup(k) > 0) {
      for (RoutePlan plan : plans) {
        if (plan.findRide(current.request(k)) >= 0) {
          return plan;
        }
      }
    }
    return own;
  }

  /**
   * Passes a plan that lets a waiting vehicle go part of the way to somewhere before it does what
   * it has to do, none of which may change.
   *
   * @param until time from which it can turn off
   * @throws IllegalStateException saying what is wrong with the plan
   */
  public void checkMove(FleetView fleet, RoutePlan plan, int towards, int until, int now) {
    fleet.load(plan.vehicle(), current);
    checkRides(plan, -1, -1);
    checkMoved(plan, towards, until, now);
    checkStops(plan);
    checkLegs(plan);
    checkRoads(plan);
    if (!evaluator.evaluate(plan, now)) {
      throw refusal(plan, "it breaks a promise, a shift or a capacity");
    }
    for (int i = 1; i < plan.stopCount(); i++) {
      if (plan.arrival(i) != current.arrival(i) || plan.departure(i) != current.departure(i)) {
        throw refusal(plan, "it changes when the vehicle comes to stop " + i);
      }
    }
  }

  private void checkMoved(RoutePlan plan, int towards, int until, int now) {
    if (current.departed() || current.riders(0) + current.wheelchairs(0) > 0) {
      throw refusal(plan, "the vehicle does not wait empty");
    }
    int leaves = Math.max(now, current.soonest(0));
    int elapsed = Math.min(until - leaves, times.duration(current.place(0), towards));
    times.findDiversion(current.place(0), towards, elapsed, diversion);
    if (plan.departed()
        || plan.kind(0) != StopKind.DIVERSION
        || plan.place(0) != diversion.place()
        || plan.arrival(0) != leaves + diversion.offset()
        || plan.stops[OWN_READY] != plan.arrival(0)) {
      throw refusal(plan, "the vehicle cannot be there or then");
    }
  }

  private void checkRides(RoutePlan plan, long added, long removed) {
    int expected = current.rideCount() + (added >= 0 ? 1 : 0) - (removed >= 0 ? 1 : 0);
    if (plan.rideCount() != expected) {
      throw refusal(plan, "it has " + plan.rideCount() + " rides instead of " + expected);
    }
    if (added >= 0) {
      int ride = plan.findRide(added);
      if (ride < 0 || plan.pickup(ride) < 0 || current.findRide(added) >= 0) {
        throw refusal(plan, "ride " + added + " is not there or not new");
      }
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
      checkOrder(plan, k);
    }
  }

  private static void checkOrder(RoutePlan plan, int ride) {
    int pickup = plan.pickup(ride);
    int dropoff = plan.dropoff(ride);
    if (pickup < RoutePlan.ABOARD
        || (pickup == 0 && plan.departed())
        || pickup >= dropoff
        || dropoff >= plan.stopCount()) {
      throw refusal(plan, "ride " + plan.request(ride) + " alights before it boards");
    }
    if (dropoff <= 0
        || plan.kind(dropoff) != StopKind.SERVICE
        || (pickup >= 0 && plan.kind(pickup) != StopKind.SERVICE)) {
      throw refusal(plan, "ride " + plan.request(ride) + " boards or alights where nobody may");
    }
    if (plan.findRide(plan.request(ride)) != ride) {
      throw refusal(plan, "ride " + plan.request(ride) + " is there twice");
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
    if (!isSameParty(plan, ride, k)) {
      throw refusal(plan, "it changes the party of ride " + request);
    }
  }

  private boolean isSamePickup(RoutePlan plan, int ride, int k) {
    if (current.pickup(k) <= 0 || plan.pickup(ride) <= 0) {
      return plan.pickup(ride) == current.pickup(k);
    }
    return plan.place(plan.pickup(ride)) == current.place(current.pickup(k));
  }

  /** Only where the vehicle stands can a party turn out to be smaller. */
  private boolean isSameParty(RoutePlan plan, int ride, int k) {
    int riders = plan.rideRiders(ride);
    int wheelchairs = plan.rideWheelchairs(ride);
    if (current.pickup(k) == 0) {
      return riders >= 0
          && wheelchairs >= 0
          && riders + wheelchairs > 0
          && riders <= current.rideRiders(k)
          && wheelchairs <= current.rideWheelchairs(k);
    }
    return riders == current.rideRiders(k) && wheelchairs == current.rideWheelchairs(k);
  }

  /** The vehicle is where it is, and turns off only where and when it can. */
  private void checkWhereabouts(RoutePlan plan, int now) {
    if (plan.departed() && !current.departed()) {
      throw refusal(plan, "it says that the vehicle has left");
    }
    if (current.departed() && !plan.departed()) {
      int left = current.departure(0);
      times.findDiversion(current.place(0), current.place(1), now - left, diversion);
      if (plan.kind(0) != StopKind.DIVERSION
          || plan.place(0) != diversion.place()
          || plan.arrival(0) != left + diversion.offset()
          || plan.stops[OWN_READY] != plan.arrival(0)) {
        throw refusal(plan, "the vehicle cannot turn off there or then");
      }
      return;
    }
    boolean mayBeHeld = current.kind(0) == StopKind.SERVICE;
    if (plan.place(0) != current.place(0)
        || plan.kind(0) != current.kind(0)
        || plan.arrival(0) != current.arrival(0)
        || plan.stops[OWN_LATE] != current.stops[OWN_LATE]
        || plan.stops[OWN_DWELL] != current.stops[OWN_DWELL]
        || (!mayBeHeld && plan.stops[OWN_READY] != current.stops[OWN_READY])) {
      throw refusal(plan, "it moves the vehicle from where it is");
    }
    if (plan.departed()
        && (plan.departure(0) != current.departure(0) || plan.place(1) != current.place(1))) {
      throw refusal(plan, "it changes the leg that the vehicle drives without a diversion");
    }
  }

  /** Shifts and breaks are those that the vehicle has, and every other stop takes its time. */
  private void checkStops(RoutePlan plan) {
    int fixed = nextFixed(0);
    for (int i = 1; i < plan.stopCount(); i++) {
      int at = i << STOP_BITS;
      if (plan.kind(i) == StopKind.SERVICE) {
        if (!evaluator.isStopDwell(plan.stops[at + OWN_DWELL])) {
          throw refusal(plan, "stop " + i + " has a dwell of " + plan.stops[at + OWN_DWELL]);
        }
      } else {
        int expected = fixed << STOP_BITS;
        if (fixed == current.stopCount()
            || !Arrays.equals(plan.stops, at, at + LEG, current.stops, expected, expected + LEG)) {
          throw refusal(plan, "it changes a shift or break at stop " + i);
        }
        fixed = nextFixed(fixed);
      }
    }
    if (fixed != current.stopCount()) {
      throw refusal(plan, "it loses a shift or break");
    }
  }

  private int nextFixed(int stop) {
    int next = stop + 1;
    while (next < current.stopCount() && current.kind(next) == StopKind.SERVICE) {
      next++;
    }
    return next;
  }

  private void checkLegs(RoutePlan plan) {
    for (int i = 0; i + 1 < plan.stopCount(); i++) {
      boolean drives = plan.place(i + 1) != RoutePlan.ANYWHERE;
      int leg = drives ? times.durationAnyway(plan.place(i), plan.place(i + 1)) : 0;
      if (plan.leg(i) != leg) {
        throw refusal(plan, "leg " + i + " takes " + leg + " ms, not " + plan.leg(i));
      }
    }
  }

  /** Nobody is newly sent where no open road leads. */
  private void checkRoads(RoutePlan plan) {
    for (int i = 0; i + 1 < plan.stopCount(); i++) {
      int to = plan.place(i + 1);
      if (to != RoutePlan.ANYWHERE && times.isCutOff(plan.place(i), to) && !drives(i, plan, to)) {
        throw refusal(plan, "no open road leads along leg " + i);
      }
    }
  }

  /** Whether a leg of a plan is one of the present route. */
  private boolean drives(int leg, RoutePlan plan, int to) {
    for (int i = 0; i + 1 < current.stopCount(); i++) {
      if (current.place(i) == plan.place(leg) && current.place(i + 1) == to) {
        return true;
      }
    }
    return false;
  }

  private static IllegalStateException refusal(RoutePlan plan, String why) {
    return new IllegalStateException("plan of vehicle " + plan.vehicle() + " refused: " + why);
  }
}
