package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.*;
import static org.ieum.traveltime.TravelTimes.UNREACHABLE;

import java.util.List;
import org.ieum.model.Capacity;
import org.ieum.model.DwellRules;
import org.ieum.model.Vehicle;

/**
 * Decides whether a route is feasible, and times it. The one judge of insertion, validator and
 * optimisers alike: a route is feasible when <em>some</em> schedule keeps every limit.
 *
 * <p>Limits on times of a route are differences between two of its times, so the feasible schedules
 * form a lattice and the component-wise earliest one exists if any does. It is the fixed point of
 * driving forward as early as possible and holding back a pickup whose rider would otherwise be
 * aboard too long (waiting further on can be moved before the pickup; the idea is that of the
 * eight-step procedure of Cordeau and Laporte, Transportation Research B 37, 2003). Each round of
 * the fixed point settles at least one more ride on the critical chain, so more rounds than rides
 * mean a cycle that no schedule satisfies (the argument of Bellman and Ford).
 *
 * <p>The planned schedule then shifts waiting: an empty vehicle waits where it is and drives just
 * in time, which moves nobody's departure but keeps the vehicle free for others. A vehicle with
 * riders aboard drives first.
 */
public final class RouteEvaluator {
  /** Configurations of vehicle v. */
  private final Capacity[][] configurations;

  private final int stopDwell;
  private final int diversionDwell;
  private final int wheelchairDwell;

  public RouteEvaluator(List<Vehicle> vehicles, DwellRules dwell) {
    configurations = new Capacity[vehicles.size()][];
    for (int v = 0; v < configurations.length; v++) {
      configurations[v] = vehicles.get(v).configurations().toArray(new Capacity[0]);
    }
    stopDwell = dwell.stop();
    diversionDwell = dwell.diversion();
    wheelchairDwell = dwell.wheelchair();
  }

  /** Whether so many people fit into a vehicle at once. */
  public boolean fits(int vehicle, int riders, int wheelchairs) {
    for (Capacity capacity : configurations[vehicle]) {
      if (capacity.fits(riders, wheelchairs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a stop with boarding or alighting may take so long, wheelchairs left out, ms. */
  boolean isStopDwell(int millis) {
    return millis == stopDwell || millis == diversionDwell;
  }

  /** Extra dwell of so many wheelchairs boarding or alighting, ms. */
  public int wheelchairDwell(int wheelchairs) {
    return wheelchairs * wheelchairDwell;
  }

  /**
   * Times a plan.
   *
   * @param now a vehicle that stands at stop 0 does not leave before
   * @return whether the plan is feasible; its times mean nothing otherwise
   */
  public boolean evaluate(RoutePlan plan, int now) {
    derive(plan);
    if (!staysOnShift(plan) || !loadsFit(plan) || !findSoonest(plan, now)) {
      return false;
    }
    planDepartures(plan);
    return true;
  }

  /**
   * Times a plan that may be late: nobody drives later than possible, whatever limit is broken. No
   * schedule arrives anywhere earlier. Sets arrivals and soonest departures only.
   */
  void timeLate(RoutePlan plan, int now) {
    derive(plan);
    int[] stops = plan.stops;
    int end = plan.stopCount << STOP_BITS;
    for (int at = 0; at < end; at += 1 << STOP_BITS) {
      stops[at + LATE] = Integer.MAX_VALUE;
    }
    driveForward(plan, now);
  }

  private void derive(RoutePlan plan) {
    int[] stops = plan.stops;
    int end = plan.stopCount << STOP_BITS;
    for (int at = 0; at < end; at += 1 << STOP_BITS) {
      stops[at + READY] = stops[at + OWN_READY];
      stops[at + LATE] = stops[at + OWN_LATE];
      stops[at + DWELL] = stops[at + OWN_DWELL];
      stops[at + RIDERS] = 0;
      stops[at + WHEELCHAIRS] = 0;
      stops[at + ALIGHTING] = 0;
    }
    int[] rides = plan.rides;
    for (int ride = 0; ride < plan.rideCount * RIDE_SIZE; ride += RIDE_SIZE) {
      int riders = rides[ride + RIDE_RIDERS];
      int wheelchairs = rides[ride + RIDE_WHEELCHAIRS];
      int extra = wheelchairDwell(wheelchairs);
      int first = 0;
      if (rides[ride + PICKUP] != RoutePlan.ABOARD) {
        first = rides[ride + PICKUP] << STOP_BITS;
        int boarded = rides[ride + EARLIEST] + (extra == 0 ? 0 : wheelchairDwellAfter(plan, ride));
        stops[first + READY] = Math.max(stops[first + READY], boarded);
        stops[first + LATE] = Math.min(stops[first + LATE], rides[ride + LATEST_PICKUP]);
        stops[first + DWELL] += extra;
      }
      int last = rides[ride + DROPOFF] << STOP_BITS;
      stops[last + LATE] = Math.min(stops[last + LATE], rides[ride + LATEST_DROPOFF]);
      stops[last + DWELL] += extra;
      stops[last + ALIGHTING] += riders + wheelchairs;
      for (int at = first; at < last; at += 1 << STOP_BITS) {
        stops[at + RIDERS] += riders;
        stops[at + WHEELCHAIRS] += wheelchairs;
      }
    }
  }

  /**
   * Extra dwell of all who board with a ride and no earlier; wheelchairs board one after the other,
   * also when the vehicle has waited for all of them.
   */
  private int wheelchairDwellAfter(RoutePlan plan, int ride) {
    int[] rides = plan.rides;
    int sum = 0;
    for (int other = 0; other < plan.rideCount * RIDE_SIZE; other += RIDE_SIZE) {
      if (rides[other + PICKUP] == rides[ride + PICKUP]
          && rides[other + EARLIEST] >= rides[ride + EARLIEST]) {
        sum += wheelchairDwell(rides[other + RIDE_WHEELCHAIRS]);
      }
    }
    return sum;
  }

  /**
   * Whether nothing comes between the end of a shift and the start of the next, but that a vehicle
   * may be on its way to it.
   */
  private static boolean staysOnShift(RoutePlan plan) {
    for (int i = 0; i + 1 < plan.stopCount; i++) {
      boolean ends = plan.kind(i) == StopKind.SHIFT_END;
      boolean starts = plan.kind(i + 1) == StopKind.SHIFT_START;
      boolean isOnItsWay = i == 0 && plan.kind(0) == StopKind.DIVERSION;
      if (ends != starts && !isOnItsWay) {
        return false;
      }
    }
    return true;
  }

  private boolean loadsFit(RoutePlan plan) {
    for (int i = 0; i < plan.stopCount; i++) {
      int riders = plan.riders(i);
      int wheelchairs = plan.wheelchairs(i);
      if (riders + wheelchairs > 0
          && (!fits(plan.vehicle, riders, wheelchairs) || plan.kind(i + 1).needsEmptyVehicle())) {
        return false;
      }
    }
    return true;
  }

  private static boolean findSoonest(RoutePlan plan, int now) {
    for (int round = 0; round <= plan.rideCount; round++) {
      if (!driveForward(plan, now)) {
        return false;
      }
      if (!holdPickups(plan)) {
        return true;
      }
    }
    return false;
  }

  private static boolean driveForward(RoutePlan plan, int now) {
    int[] stops = plan.stops;
    if (!plan.departed && stops[ARRIVAL] > stops[LATE]) {
      return false;
    }
    stops[SOONEST] =
        plan.departed
            ? stops[DEPARTURE]
            : Math.max(Math.max(now, stops[READY]), stops[ARRIVAL] + stops[DWELL]);
    int time = stops[SOONEST] + stops[LEG];
    int end = plan.stopCount << STOP_BITS;
    for (int at = 1 << STOP_BITS; at < end; at += 1 << STOP_BITS) {
      if (time > stops[at + LATE] || stops[at - (1 << STOP_BITS) + LEG] >= UNREACHABLE) {
        return false;
      }
      stops[at + ARRIVAL] = time;
      stops[at + SOONEST] = Math.max(time + stops[at + DWELL], stops[at + READY]);
      time = stops[at + SOONEST] + stops[at + LEG];
    }
    return true;
  }

  private static boolean holdPickups(RoutePlan plan) {
    boolean held = false;
    for (int k = 0; k < plan.rideCount; k++) {
      if (plan.pickup(k) != RoutePlan.ABOARD) {
        int needed = plan.arrival(plan.dropoff(k)) - plan.maxRide(k);
        int pickup = plan.pickup(k) << STOP_BITS;
        if (plan.stops[pickup + SOONEST] < needed) {
          plan.stops[pickup + READY] = Math.max(plan.stops[pickup + READY], needed);
          held = true;
        }
      }
    }
    return held;
  }

  private static void planDepartures(RoutePlan plan) {
    int[] stops = plan.stops;
    int last = plan.stopCount - 1;
    int latest = plan.stops[(last << STOP_BITS) + LATE];
    stops[(last << STOP_BITS) + DEPARTURE] = plan.soonest(last);
    stops[(last << STOP_BITS) + LATEST] = latest;
    for (int i = last - 1; i >= 0; i--) {
      int at = i << STOP_BITS;
      int departure = stops[at + SOONEST];
      if (plan.riders(i) + plan.wheelchairs(i) == 0 && !(i == 0 && plan.departed)) {
        departure = Math.max(departure, latestUsefulArrival(plan, i + 1) - stops[at + LEG]);
      }
      stops[at + DEPARTURE] = departure;
      stops[at + (1 << STOP_BITS) + ARRIVAL] = departure + stops[at + LEG];
      latest = Math.min(stops[at + LATE], latest - stops[at + LEG] - stops[at + DWELL]);
      stops[at + LATEST] = latest;
    }
    int end = last << STOP_BITS;
    stops[end + DEPARTURE] = Math.max(stops[end + DEPARTURE], stops[end + ARRIVAL]);
  }

  /** The latest arrival at a stop that delays nothing there or behind it. */
  private static int latestUsefulArrival(RoutePlan plan, int stop) {
    int late = plan.stops[(stop << STOP_BITS) + LATE];
    if (plan.kind(stop) != StopKind.SHIFT_END) {
      return Math.min(late, plan.soonest(stop) - plan.dwell(stop));
    }
    return stop == plan.stopCount - 1 ? late : Math.min(late, plan.departure(stop));
  }
}
