package org.ieum.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ieum.model.DwellRules;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.TravelTimes;

/**
 * The limits on a plan's times as a plain system of difference constraints, solved by the algorithm
 * of Bellman and Ford. Variable 2i is the arrival at stop i, 2i + 1 the departure from it, and the
 * last one is time zero.
 */
final class PlainSchedule {
  /** time[to] >= time[from] + gap. */
  private record Constraint(int from, int to, long gap) {}

  private final List<Constraint> constraints = new ArrayList<>();
  private final int zero;
  private final long[] time;
  private final boolean feasible;

  PlainSchedule(RoutePlan plan, int now, Vehicle vehicle, DwellRules dwell) {
    zero = 2 * plan.stopCount();
    time = new long[zero + 1];
    constrainStops(plan, now, dwell);
    for (int k = 0; k < plan.rideCount(); k++) {
      constrainRide(plan, k, dwell);
    }
    feasible = loadsFit(plan, vehicle) && legsExist(plan) && solve();
  }

  private void add(int from, int to, long gap) {
    constraints.add(new Constraint(from, to, gap));
  }

  private void notBefore(int variable, long moment) {
    add(zero, variable, moment);
  }

  private void notAfter(int variable, long moment) {
    add(variable, zero, -moment);
  }

  private void constrainStops(RoutePlan plan, int now, DwellRules dwell) {
    notBefore(0, plan.arrival(0));
    notAfter(0, plan.arrival(0));
    for (int i = 0; i < plan.stopCount(); i++) {
      int at = i << RouteLayout.STOP_BITS;
      if (i > 0) {
        add(2 * i - 1, 2 * i, plan.leg(i - 1));
        add(2 * i, 2 * i - 1, -plan.leg(i - 1));
      }
      if (i == 0 && plan.departed()) {
        notBefore(1, plan.departure(0));
        notAfter(1, plan.departure(0));
        continue;
      }
      long extra = 0;
      for (int k = 0; k < plan.rideCount(); k++) {
        if (plan.pickup(k) == i || plan.dropoff(k) == i) {
          extra += (long) plan.rideWheelchairs(k) * dwell.wheelchair();
        }
      }
      add(2 * i, 2 * i + 1, plan.stops[at + RouteLayout.OWN_DWELL] + extra);
      notBefore(2 * i + 1, plan.stops[at + RouteLayout.OWN_READY]);
      notAfter(2 * i, plan.stops[at + RouteLayout.OWN_LATE]);
    }
    if (!plan.departed()) {
      notBefore(1, now);
    }
  }

  private void constrainRide(RoutePlan plan, int k, DwellRules dwell) {
    int dropoff = 2 * plan.dropoff(k);
    notAfter(dropoff, plan.latestDropoff(k));
    if (plan.pickup(k) == RoutePlan.ABOARD) {
      return;
    }
    int arrival = 2 * plan.pickup(k);
    long boarding = 0;
    for (int other = 0; other < plan.rideCount(); other++) {
      if (plan.pickup(other) == plan.pickup(k) && plan.earliest(other) >= plan.earliest(k)) {
        boarding += (long) plan.rideWheelchairs(other) * dwell.wheelchair();
      }
    }
    notBefore(arrival + 1, plan.earliest(k) + boarding);
    notAfter(arrival, plan.latestPickup(k));
    add(dropoff, arrival + 1, -plan.maxRide(k));
  }

  private static boolean loadsFit(RoutePlan plan, Vehicle vehicle) {
    for (int i = 0; i < plan.stopCount(); i++) {
      int riders = 0;
      int wheelchairs = 0;
      for (int k = 0; k < plan.rideCount(); k++) {
        if (plan.pickup(k) <= i && i < plan.dropoff(k)) {
          riders += plan.rideRiders(k);
          wheelchairs += plan.rideWheelchairs(k);
        }
      }
      int seats = riders;
      int places = wheelchairs;
      if (vehicle.configurations().stream().noneMatch(c -> c.fits(seats, places))) {
        return false;
      }
      StopKind next = i + 1 < plan.stopCount() ? plan.kind(i + 1) : StopKind.SHIFT_START;
      if (riders + wheelchairs > 0 && (next == StopKind.BREAK || next == StopKind.SHIFT_END)) {
        return false;
      }
      if (plan.kind(i) == StopKind.SHIFT_END && next != StopKind.SHIFT_START) {
        return false;
      }
    }
    return true;
  }

  private static boolean legsExist(RoutePlan plan) {
    for (int i = 0; i + 1 < plan.stopCount(); i++) {
      if (plan.leg(i) >= TravelTimes.UNREACHABLE) {
        return false;
      }
    }
    return true;
  }

  private boolean solve() {
    Arrays.fill(time, Long.MIN_VALUE / 4);
    time[zero] = 0;
    for (int round = 0; round <= time.length; round++) {
      boolean changed = false;
      for (Constraint c : constraints) {
        if (time[c.from] + c.gap > time[c.to]) {
          time[c.to] = time[c.from] + c.gap;
          changed = true;
        }
      }
      if (time[zero] > 0) {
        return false;
      }
      if (!changed) {
        return true;
      }
    }
    return false;
  }

  boolean feasible() {
    return feasible;
  }

  long arrival(int stop) {
    return time[2 * stop];
  }

  long departure(int stop) {
    return time[2 * stop + 1];
  }
}
