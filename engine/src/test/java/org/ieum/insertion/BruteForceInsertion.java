package org.ieum.insertion;

import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.CostWeights;
import org.ieum.model.ServiceRules;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/** Tries every insertion and keeps the first of the cheapest. Knows no bounds. */
public final class BruteForceInsertion {
  private final ServiceRules rules;
  private final FleetView fleet;
  private final RouteEvaluator evaluator;
  private final TravelTimes times;

  public long cost = Long.MAX_VALUE;
  public int vehicle = -1;
  public int pickupIndex;
  public int dropoffIndex;
  public int pickup;
  public int dropoff;

  public BruteForceInsertion(
      ServiceRules rules, FleetView fleet, RouteEvaluator evaluator, TravelTimes times) {
    this.rules = rules;
    this.fleet = fleet;
    this.evaluator = evaluator;
    this.times = times;
  }

  public void search(RequestLimits limits, int now) {
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      RoutePlan before = new RoutePlan();
      fleet.load(v, before);
      if (!evaluator.evaluate(before, now)) {
        throw new IllegalStateException("the route of vehicle " + v + " breaks a limit as it is");
      }
      Diversion turn = findTurn(before, now);
      int last = fleet.stopCount(v) - 1;
      for (int p = turn == null && before.departed() ? 1 : 0; p < last; p++) {
        for (int q = p; q < last; q++) {
          for (int i = 0; i < limits.pickupCount(); i++) {
            for (int j = 0; j < limits.dropoffCount(); j++) {
              tryInsertion(limits, now, before, turn, v, p, q, i, j);
            }
          }
        }
      }
    }
  }

  /** Where a vehicle under way can turn off, or null where it must not. */
  private @Nullable Diversion findTurn(RoutePlan plan, int now) {
    if (!plan.departed() || times.isCutOff(plan.place(0), plan.place(1))) {
      return null;
    }
    Diversion turn = new Diversion();
    times.findDiversion(plan.place(0), plan.place(1), now - plan.departure(0), turn);
    return turn;
  }

  private void tryInsertion(
      RequestLimits limits,
      int now,
      RoutePlan before,
      @Nullable Diversion turn,
      int v,
      int p,
      int q,
      int i,
      int j) {
    if (limits.direct(i, j) >= TravelTimes.UNREACHABLE
        || fleet.kind(v, p) == StopKind.SHIFT_END
        || (alightsThere(v, q + 1, limits.dropoffPoint(j))
            && (q == p || !alightsThere(v, q, limits.dropoffPoint(j))))) {
      return;
    }
    RoutePlan plan = new RoutePlan();
    fleet.load(v, plan);
    int driven = 0;
    if (p == 0 && turn != null) {
      driven = turn.offset();
      plan.divert(turn.place(), plan.departure(0) + driven, driven, times);
    }
    int stopDwell = rules.dwell().stop();
    boolean turning =
        p == 0
            && plan.kind(0) == StopKind.DIVERSION
            && !fleet.departed(v)
            && fleet.soonest(v, 0) > now
            && (plan.place(0) == limits.pickupPoint(i)
                || (plan.place(0) < 0 && times.isAt(plan.place(0), limits.pickupPoint(i))));
    boolean standing = p > 0 || (!plan.departed() && plan.soonest(0) > now);
    standing &= limits.earliest(i, j) <= before.soonest(p);
    int pickupStop = p;
    if (plan.kind(p) != StopKind.SERVICE
        || plan.place(p) != limits.pickupPoint(i)
        || !standing
        || (p == 0 && fleet.departed(v))) {
      pickupStop = p + 1;
      int dwell = turning ? rules.dwell().diversion() : stopDwell;
      plan.insertStop(pickupStop, limits.pickupPoint(i), StopKind.SERVICE, dwell, times);
    }
    int moved = pickupStop - p;
    int dropoffStop = q + moved;
    if (q == p || !alightsThere(v, q, limits.dropoffPoint(j))) {
      dropoffStop = q + moved + 1;
      plan.insertStop(dropoffStop, limits.dropoffPoint(j), StopKind.SERVICE, stopDwell, times);
    }
    int ride =
        plan.addRide(
            limits.request(), limits.riders(), limits.wheelchairs(), pickupStop, dropoffStop);
    plan.limitRide(
        ride,
        limits.earliest(i, j),
        limits.latestPickup(i, j),
        limits.latestDropoff(i, j),
        limits.maxRide(i, j));
    for (int s = 0; s < dropoffStop; s++) {
      if (times.isCutOff(plan.place(s), plan.place(s + 1))) {
        return;
      }
    }
    if (evaluator.evaluate(plan, now)) {
      long candidate = cost(limits, before, plan, driven, i, j);
      if (candidate < cost
          || (candidate == cost
              && v == vehicle
              && p == pickupIndex
              && q == dropoffIndex
              && (i < pickup || (i == pickup && j < dropoff)))) {
        cost = candidate;
        vehicle = v;
        pickupIndex = p;
        dropoffIndex = q;
        pickup = i;
        dropoff = j;
      }
    }
  }

  private boolean alightsThere(int v, int stop, int point) {
    return fleet.kind(v, stop) == StopKind.SERVICE && fleet.place(v, stop) == point;
  }

  private long cost(
      RequestLimits limits, RoutePlan before, RoutePlan after, int driven, int i, int j) {
    CostWeights weights = rules.weights();
    int ride = after.rideCount() - 1;
    long operating = (long) driven + drivingAndDwell(after) - drivingAndDwell(before);
    long delay = 0;
    for (int k = 0; k < ride; k++) {
      long later = (long) after.arrival(after.dropoff(k)) - before.arrival(before.dropoff(k));
      delay += later * (after.rideRiders(k) + after.rideWheelchairs(k));
    }
    long departure = after.soonest(after.pickup(ride));
    long arrival = after.arrival(after.dropoff(ride));
    long people = (long) limits.riders() + limits.wheelchairs();
    return weights.operating() * operating
        + weights.delay() * delay
        + weights.walking() * people * ((long) limits.accessWalk(i) + limits.egressWalk(j))
        + weights.waiting() * people * (departure - limits.earliest(i, j))
        + weights.riding() * people * (arrival - departure);
  }

  private static long drivingAndDwell(RoutePlan plan) {
    long sum = 0;
    for (int s = 0; s < plan.stopCount(); s++) {
      sum += plan.leg(s);
      sum += s == 0 && plan.departed() ? 0 : plan.dwell(s);
    }
    return sum;
  }
}
