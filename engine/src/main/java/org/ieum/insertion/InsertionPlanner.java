package org.ieum.insertion;

import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.TravelTimes;

/**
 * Turns an insertion into the route it stands for and says what it costs. Exact and plain: the
 * search asks it about every candidate that its bounds let through, and the writer applies what it
 * plans.
 */
public final class InsertionPlanner {
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final CostWeights weights;
  private final int stopDwell;
  private final int diversionDwell;
  private final Diversion diversion = new Diversion();

  public InsertionPlanner(
      RouteEvaluator evaluator, TravelTimes times, CostWeights weights, DwellRules dwell) {
    this.evaluator = evaluator;
    this.times = times;
    this.weights = weights;
    this.stopDwell = dwell.stop();
    diversionDwell = dwell.diversion();
  }

  /**
   * Fills a plan with a vehicle's route and the party in it. Nobody new rides, or waits for a
   * vehicle, that first has to go where no open road leads.
   *
   * @return whether the plan is feasible
   */
  public boolean plan(
      FleetView fleet, RequestLimits limits, Insertion insertion, int now, RoutePlan plan) {
    int vehicle = insertion.vehicle();
    int p = insertion.pickupIndex();
    int q = insertion.dropoffIndex();
    int i = insertion.pickup();
    int j = insertion.dropoff();
    fleet.load(vehicle, plan);
    if (p == 0 && plan.departed()) {
      if (isCutOff(plan, 1)) {
        return false;
      }
      int elapsed = now - plan.departure(0);
      times.findDiversion(plan.place(0), plan.place(1), elapsed, diversion);
      int time = plan.departure(0) + diversion.offset();
      plan.divert(diversion.place(), time, diversion.offset(), times);
    }
    int pickup = p;
    if (!boardsAt(fleet, vehicle, p, limits.pickupPoint(i), limits.earliest(i, j), now)) {
      pickup = p + 1;
      boolean turnsThere =
          p == 0
              && isTurning(fleet, vehicle, now)
              && isAt(fleet.place(vehicle, 0), limits.pickupPoint(i));
      int dwell = turnsThere ? diversionDwell : stopDwell;
      plan.insertStop(pickup, limits.pickupPoint(i), StopKind.SERVICE, dwell, times);
    }
    int dropoff = q + pickup - p;
    if (q == p || !alightsAt(fleet, vehicle, q, limits.dropoffPoint(j))) {
      dropoff++;
      plan.insertStop(dropoff, limits.dropoffPoint(j), StopKind.SERVICE, stopDwell, times);
    }
    if (isCutOff(plan, dropoff)) {
      return false;
    }
    int ride =
        plan.addRide(limits.request(), limits.riders(), limits.wheelchairs(), pickup, dropoff);
    plan.limitRide(
        ride,
        limits.earliest(i, j),
        limits.latestPickup(i, j),
        limits.latestDropoff(i, j),
        limits.maxRide(i, j));
    return evaluator.evaluate(plan, now);
  }

  /** Whether no open road leads to one of the stops up to a given one. */
  private boolean isCutOff(RoutePlan plan, int last) {
    for (int s = 0; s < last; s++) {
      if (times.isCutOff(plan.place(s), plan.place(s + 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a party boards at a stop that is in the route anyway: the vehicle stops there, and the
   * party is there by the time the vehicle leaves. One that comes later gets a stop of its own, so
   * that a ride booked for the evening does not keep the vehicle where it is at noon.
   *
   * @param earliest when the party is there
   */
  static boolean boardsAt(
      FleetView fleet, int vehicle, int stop, int stopPoint, int earliest, int now) {
    return fleet.place(vehicle, stop) == stopPoint
        && isStop(fleet, vehicle, stop, now)
        && earliest <= fleet.soonest(vehicle, stop);
  }

  /** Whether a diverted vehicle has not yet come to where it turns off. */
  static boolean isTurning(FleetView fleet, int vehicle, int now) {
    return fleet.kind(vehicle, 0) == StopKind.DIVERSION
        && !fleet.departed(vehicle)
        && fleet.soonest(vehicle, 0) > now;
  }

  /** Whether a vehicle at a place, which may be the end of an edge, is at a stop point. */
  boolean isAt(int place, int stopPoint) {
    return place == stopPoint || (place < 0 && times.isAt(place, stopPoint));
  }

  /** Whether riders board and alight at a stop that a vehicle has not left. */
  static boolean isStop(FleetView fleet, int vehicle, int stop, int now) {
    return fleet.kind(vehicle, stop) == StopKind.SERVICE
        && (stop > 0 || (!fleet.departed(vehicle) && fleet.soonest(vehicle, 0) > now));
  }

  /** Whether a party alights at a stop that is in the route anyway. */
  static boolean alightsAt(FleetView fleet, int vehicle, int stop, int stopPoint) {
    return fleet.place(vehicle, stop) == stopPoint && fleet.kind(vehicle, stop) == StopKind.SERVICE;
  }

  /** What a feasible plan costs more than the route that the vehicle has. */
  public long cost(FleetView fleet, RequestLimits limits, Insertion insertion, RoutePlan plan) {
    int vehicle = insertion.vehicle();
    int i = insertion.pickup();
    int j = insertion.dropoff();
    int added = plan.operatingTime() - operatingTime(fleet, vehicle);
    int ride = plan.rideCount() - 1;
    long delay = 0;
    for (int k = 0; k < ride; k++) {
      int before = fleet.arrival(vehicle, fleet.dropoff(vehicle, k));
      delay += (long) plan.partySize(k) * (plan.arrival(plan.dropoff(k)) - before);
    }
    int departure = plan.soonest(plan.pickup(ride));
    int arrival = plan.arrival(plan.dropoff(ride));
    return (long) weights.operating() * added
        + weights.delay() * delay
        + riderCost(limits, i, j, departure, arrival);
  }

  /** What the ride costs its own party when it leaves and arrives at given times. */
  private long riderCost(RequestLimits limits, int i, int j, int departure, int arrival) {
    long walking = (long) limits.accessWalk(i) + limits.egressWalk(j);
    long waiting = (long) departure - limits.earliest(i, j);
    long riding = (long) arrival - departure;
    return limits.size()
        * (weights.walking() * walking + weights.waiting() * waiting + weights.riding() * riding);
  }

  /**
   * A lower bound of the cost to the party when it leaves and arrives no earlier than at given
   * times. Leaving later costs less only where waiting is cheaper than riding.
   */
  long riderBound(RequestLimits limits, int i, int j, int departure, int arrival) {
    int leaves = weights.waiting() < weights.riding() ? arrival : departure;
    return riderCost(limits, i, j, leaves, arrival);
  }

  private static int operatingTime(FleetView fleet, int vehicle) {
    int sum = 0;
    for (int s = 0; s < fleet.stopCount(vehicle); s++) {
      if (s > 0 || !fleet.departed(vehicle)) {
        sum += fleet.dwell(vehicle, s);
      }
      sum += fleet.leg(vehicle, s);
    }
    return sum;
  }
}
