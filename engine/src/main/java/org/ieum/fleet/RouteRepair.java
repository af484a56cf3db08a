package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.LATEST_DROPOFF;
import static org.ieum.fleet.RouteLayout.LATEST_PICKUP;
import static org.ieum.fleet.RouteLayout.MAX_RIDE;
import static org.ieum.fleet.RouteLayout.OWN_LATE;
import static org.ieum.fleet.RouteLayout.RIDE_SIZE;
import static org.ieum.fleet.RouteLayout.STOP_BITS;

import java.util.List;
import org.ieum.model.Break;
import org.ieum.model.Shift;
import org.ieum.model.Vehicle;

/**
 * Times routes whose limits the world may have broken: roads have become slower, and the vehicle
 * drives its route all the same.
 *
 * <p>Design note. Limits that no schedule keeps are widened, and no others, each to the earliest
 * that can be had now; then the evaluator finds the route feasible again, and nothing that is
 * planned later can make a broken promise worse. Arrivals of the earliest schedule are the least
 * there are, so a time that it misses is missed by all. A longest ride is another matter: holding
 * the pickup back may keep it, or may make others late. So every ride that is too long in the
 * earliest schedule is tried, in the order of confirmation, and is only widened when keeping it
 * would break something else.
 */
public final class RouteRepair {
  private final RouteEvaluator evaluator;

  /** Latest arrival at each start, break and end of the shifts of vehicle v, in order. */
  private final int[][] fixedLatest;

  /** Longest ride of ride k of the plan at hand, before it was widened. */
  private int[] maxRide = new int[16];

  public RouteRepair(List<Vehicle> vehicles, RouteEvaluator evaluator) {
    this.evaluator = evaluator;
    fixedLatest = new int[vehicles.size()][];
    for (int v = 0; v < fixedLatest.length; v++) {
      fixedLatest[v] = fixedLatest(vehicles.get(v));
    }
  }

  /** Goes by other shifts of a vehicle. */
  public void setShifts(int v, Vehicle vehicle) {
    fixedLatest[v] = fixedLatest(vehicle);
  }

  private static int[] fixedLatest(Vehicle vehicle) {
    int count = 0;
    for (Shift shift : vehicle.shifts()) {
      count += 2 + shift.breaks().size();
    }
    int[] latest = new int[count];
    int i = 0;
    for (Shift shift : vehicle.shifts()) {
      latest[i++] = RoutePlan.NEVER;
      for (Break rest : shift.breaks()) {
        latest[i++] = rest.start().latest();
      }
      latest[i++] = shift.time().latest();
    }
    return latest;
  }

  /** Latest arrival at a break or at the end of a shift as the vehicle's shifts want it. */
  public int fixedLatest(RoutePlan plan, int stop) {
    int[] latest = fixedLatest[plan.vehicle()];
    int behind = 0;
    for (int i = stop + 1; i < plan.stopCount(); i++) {
      behind += isFixed(plan.kind(i)) ? 1 : 0;
    }
    return latest[latest.length - 1 - behind];
  }

  private static boolean isFixed(StopKind kind) {
    return kind != StopKind.SERVICE && kind != StopKind.DIVERSION;
  }

  /**
   * Times a route, with as few limits of its rides and shifts widened as it takes. The limits of
   * rides are those of the plan; those of breaks and ends of shifts are the vehicle's own again.
   */
  public void time(RoutePlan plan, int now) {
    restoreShifts(plan);
    if (evaluator.evaluate(plan, now)) {
      return;
    }
    plan.release();
    if (evaluator.evaluate(plan, now)) {
      return;
    }
    timeLate(plan, now);
  }

  /** The same of a vehicle that is kept at its stop and stays there, whatever that breaks. */
  public void timeHeld(RoutePlan plan, int now) {
    restoreShifts(plan);
    if (!evaluator.evaluate(plan, now)) {
      timeLate(plan, now);
    }
  }

  private void timeLate(RoutePlan plan, int now) {
    evaluator.timeLate(plan, now);
    widen(plan);
    for (int k = 0; k < plan.rideCount; k++) {
      narrowRide(plan, k, now);
    }
    if (!evaluator.evaluate(plan, now)) {
      throw new IllegalStateException(
          "the route of vehicle " + plan.vehicle() + " cannot be driven even when late");
    }
  }

  private void restoreShifts(RoutePlan plan) {
    int[] latest = fixedLatest[plan.vehicle];
    int fixed = latest.length;
    // What the vehicle has come to is past.
    for (int i = plan.stopCount - 1; i > 0; i--) {
      if (isFixed(plan.kind(i))) {
        plan.stops[(i << STOP_BITS) + OWN_LATE] = latest[--fixed];
      }
    }
  }

  /** Widens all that the earliest schedule breaks. */
  private void widen(RoutePlan plan) {
    for (int i = 0; i < plan.stopCount; i++) {
      int at = (i << STOP_BITS) + OWN_LATE;
      plan.stops[at] = Math.max(plan.stops[at], plan.arrival(i));
    }
    if (plan.rideCount > maxRide.length) {
      maxRide = new int[2 * plan.rideCount];
    }
    int[] rides = plan.rides;
    for (int k = 0; k < plan.rideCount; k++) {
      int at = k * RIDE_SIZE;
      int arrival = plan.arrival(plan.dropoff(k));
      maxRide[k] = rides[at + MAX_RIDE];
      rides[at + LATEST_DROPOFF] = Math.max(rides[at + LATEST_DROPOFF], arrival);
      if (plan.pickup(k) != RoutePlan.ABOARD) {
        int pickup = plan.pickup(k);
        rides[at + LATEST_PICKUP] = Math.max(rides[at + LATEST_PICKUP], plan.arrival(pickup));
        rides[at + MAX_RIDE] = Math.max(rides[at + MAX_RIDE], arrival - plan.soonest(pickup));
      }
    }
  }

  /** Takes the longest ride back to what it was, if that breaks nothing else. */
  private void narrowRide(RoutePlan plan, int ride, int now) {
    int at = ride * RIDE_SIZE + MAX_RIDE;
    int widened = plan.rides[at];
    if (widened != maxRide[ride]) {
      plan.rides[at] = maxRide[ride];
      if (!evaluator.evaluate(plan, now)) {
        plan.rides[at] = widened;
      }
    }
  }
}
