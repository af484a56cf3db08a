package org.ieum.insertion;

import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.ServiceRules;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.PlaceGroup;
import org.ieum.traveltime.TravelTimes;

/**
 * The exact best insertion over all vehicles, index pairs and pairs of stop points.
 *
 * <p>Every candidate is bounded on the arrays of the fleet: times are carried forward from the
 * pickup with {@code departure = max(soonest, arrival + dwell)}, and each stop knows the latest
 * arrival that keeps every limit behind it, so one comparison tells whether the rest of the route
 * can bear the delay (Savelsbergh's forward slack, ORSA Journal on Computing 4, 1992). The bound
 * leaves out one thing, that a longest ride may hold a pickup back, which can only make a candidate
 * later and dearer. So a candidate whose bound fails is surely infeasible, one whose bounded cost
 * exceeds the best is surely not better, and only the others go to the evaluator, which decides.
 *
 * <p>Where a rider may board is one group. Where travel times know the few places from which it is
 * reached in time, only vehicles that stop there are looked at; else all are. Vehicles under way
 * come last and only where bounds on the way by the pickup leave a chance, because where they turn
 * off needs their path: what the detour takes at least must fit into the vehicle's spare time, with
 * the exact times from its last stop to the pickup and on to its next one (the ellipse of LOUD,
 * Buchhold, Sanders, Wagner, ALENEX 2021). On dense500_c4 that spares three of four paths.
 */
public final class InsertionSearch {
  private final FleetView fleet;
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final InsertionPlanner planner;
  private final int stopDwell;
  private final int diversionDwell;
  private final PickupBounds pickups;
  private final DropoffSearch dropoffs;
  private final DetourSearch detours;

  private final Diversion diversion = new Diversion();

  // What the search is about; set for each search.
  private RequestLimits limits;
  private int now;
  private int extraDwell;

  /** Whether the least time from any place to the pickups is at hand. */
  private boolean approaches;

  /**
   * Whether there is one pickup. The exact way to it costs hardly more than a bound, so it is asked
   * for at once; and a look at the whole route for what the dropoff adds, which spares exact ways
   * to many pickups, costs more than that one way.
   */
  private boolean isSingle;

  /** Dwell at a stop where the party alone boards, ms. */
  private int ownDwell;

  /** Round in which vehicle v was looked at last. */
  private final int[] seenIn;

  private int round;

  /**
   * Makes a search with its own scratch memory, for one thread.
   *
   * @param fleet the routes to search
   */
  public InsertionSearch(
      ServiceRules rules,
      FleetView fleet,
      RouteEvaluator evaluator,
      InsertionPlanner planner,
      TravelTimes times) {
    this.evaluator = evaluator;
    this.times = times;
    this.fleet = fleet;
    this.planner = planner;
    stopDwell = rules.dwell().stop();
    diversionDwell = rules.dwell().diversion();
    pickups = new PickupBounds(planner, times, rules.weights());
    dropoffs = new DropoffSearch(rules, fleet, evaluator, planner, times);
    detours = new DetourSearch(rules, fleet, times, pickups, dropoffs);
    limits = new RequestLimits();
    seenIn = new int[fleet.vehicleCount()];
  }

  /**
   * Finds the cheapest feasible insertion of a request.
   *
   * @param now time of the decision, ms since the epoch
   * @param result filled with the insertion, or cleared when there is none
   */
  public void findBest(RequestLimits request, int now, Insertion result) {
    limits = request;
    this.now = now;
    extraDwell = evaluator.wheelchairDwell(request.wheelchairs());
    ownDwell = stopDwell + extraDwell;
    result.clear();
    dropoffs.begin(request, now, result);
    times.focus(request.dropoffs(), true);
    try {
      scan(request, result);
    } finally {
      times.focus(request.dropoffs(), false);
    }
  }

  private void scan(RequestLimits request, Insertion result) {
    pickups.set(request, now);
    PlaceGroup group = pickups.group();
    if (group.size() == 0) {
      return;
    }
    isSingle = group.size() == 1;
    detours.begin(request, result, extraDwell);
    times.focus(group, true);
    try {
      scanAround(times.approach(group, pickups.latest() - now));
      scanMoving();
    } finally {
      times.focus(group, false);
    }
  }

  /**
   * Insertions of a pickup behind stops of all vehicles.
   *
   * @param places how many places there are from which one can be reached in time, or -1
   */
  private void scanAround(int places) {
    round++;
    approaches = places >= 0;
    if (places < 0) {
      for (int v = 0; v < fleet.vehicleCount(); v++) {
        seenIn[v] = round;
        scanStops(v);
      }
      return;
    }
    for (int k = 0; k < places; k++) {
      int entry = fleet.firstAt(times.reached(k));
      for (; entry >= 0; entry = fleet.nextAt(entry)) {
        int v = fleet.vehicleAt(entry);
        if (seenIn[v] != round) {
          seenIn[v] = round;
          scanStops(v);
        }
      }
    }
  }

  /** Insertions of a pickup into the legs that vehicles are driving, or were diverted from. */
  private void scanMoving() {
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      int spare = fleet.spare(v);
      if (spare >= ownDwell) {
        scanDiversion(v);
      } else if (spare == FleetView.STANDS_DIVERTED && seenIn[v] != round) {
        scanStops(v);
      }
    }
  }

  /** All insertions of a pickup behind a stop that the vehicle has not left yet. */
  private void scanStops(int v) {
    PlaceGroup group = pickups.group();
    for (int p = fleet.departed(v) ? 1 : 0; p < fleet.stopCount(v) - 1; p++) {
      if (soonestArrival(v, p) > pickups.latest()) {
        return;
      }
      int place = fleet.place(v, p);
      int leaves = leaves(v, p);
      int bound = boundTo(place);
      boolean stopsThere = InsertionPlanner.isStop(fleet, v, p, now);
      if (stopsThere && bound == 0) {
        scanBoarding(v, p, leaves);
      }
      boolean turns = p == 0 && InsertionPlanner.isTurning(fleet, v, now);
      if (turns && bound == 0) {
        scanTurning(v, leaves);
      }
      if (leaves + bound > pickups.latest() || !isOpen(v, p) || !findDrives(v, p, leaves, bound)) {
        continue;
      }
      detours.findOnward(v, p);
      for (int g = 0; turns && g < group.size(); g++) {
        if (planner.isAt(place, group.place(g))) {
          detours.drives()[g] = TravelTimes.UNREACHABLE;
        }
      }
      detours.scan(v, p, leaves, stopsThere);
    }
  }

  /** A driving time that the way from a place to any pickup surely takes; none for a single one. */
  private int boundTo(int place) {
    return isSingle ? 0 : times.lowerBound(place, pickups.group());
  }

  /**
   * Finds the ways from a stop to the pickups unless none of them may improve.
   *
   * @param bound a driving time that the way to any surely takes
   * @return whether one may
   */
  private boolean findDrives(int v, int p, int leaves, int bound) {
    PlaceGroup group = pickups.group();
    int place = fleet.place(v, p);
    if (!isSingle
        && !detours.mayAnyImprove(v, p, leaves + bound, bound, detours.onwardBound(v, p))) {
      return false;
    }
    if (isSingle || approaches) {
      int least = times.leastWithin(place, group, pickups.latest() - leaves);
      if (leaves + least > pickups.latest() || !detours.mayImprove(v, p, leaves, bound, least)) {
        return false;
      }
      detours.drives()[0] = least;
    }
    if (!isSingle) {
      times.durations(place, group, detours.drives());
    }
    return true;
  }

  /** Insertions of a pickup into the leg that the vehicle is driving. */
  private void scanDiversion(int v) {
    if (!isOpen(v, 0) || !dropoffs.fits(v, 0)) {
      return;
    }
    PlaceGroup group = pickups.group();
    int from = fleet.place(v, 0);
    int next = fleet.place(v, 1);
    int left = fleet.departure(v, 0);
    int bound = times.lowerBound(from, group);
    int onwardBound = detours.onwardBound(v, 0);
    if (!detours.mayAnyImprove(v, 0, Math.max(now, left + bound), bound, onwardBound)) {
      return;
    }
    boolean isQuick = from < 0 || times.remembersPath(from, next);
    if (!isQuick && !isInEllipse(v, onwardBound)) {
      return;
    }
    times.findDiversion(from, next, now - left, diversion);
    int turns = left + diversion.offset();
    if (turns > pickups.latest()) {
      return;
    }
    int[] drives = detours.drives();
    bound = boundTo(diversion.place());
    if (!detours.mayAnyImprove(v, 0, turns + bound, diversion.offset() + bound, onwardBound)) {
      return;
    }
    if (isSingle) {
      drives[0] = times.leastWithin(diversion.place(), group, pickups.latest() - turns);
      if (turns + drives[0] > pickups.latest()) {
        return;
      }
    } else {
      times.durations(diversion.place(), group, drives);
    }
    if (isQuick) {
      detours.findOnward(v, 0);
    }
    for (int g = 0; g < group.size(); g++) {
      drives[g] += diversion.offset();
    }
    detours.scan(v, 0, left, /* stopsThere= */ false);
  }

  /**
   * Whether the way from stop 0 by a pickup to stop 1 fits the spare time of a vehicle under way,
   * wherever it is now. The ways onward are known when it does.
   */
  private boolean isInEllipse(int v, int onwardBound) {
    PlaceGroup group = pickups.group();
    int left = fleet.departure(v, 0);
    int[] drives = detours.drives();
    times.durations(fleet.place(v, 0), group, drives);
    boolean fits = false;
    for (int g = 0; g < group.size() && !fits; g++) {
      fits = detours.mayImprove(v, 0, g, Math.max(now, left + drives[g]), drives[g], onwardBound);
    }
    if (!fits) {
      return false;
    }
    detours.findOnward(v, 0);
    int[] onward = detours.onward();
    fits = false;
    for (int g = 0; g < group.size() && !fits; g++) {
      // By way of the pickup it is at the next stop no earlier than planned.
      int arrival = Math.max(Math.max(now, left + drives[g]), fleet.arrival(v, 1) - onward[g]);
      fits = detours.mayImproveInAll(v, 0, g, arrival, drives[g], onward[g]);
    }
    return fits;
  }

  /** Whether riders may board behind a stop. */
  private boolean isOpen(int v, int stop) {
    return fleet.kind(v, stop) != StopKind.SHIFT_END;
  }

  /** Soonest departure from a stop that the vehicle has not left. */
  private int leaves(int v, int stop) {
    int soonest = fleet.soonest(v, stop);
    return stop == 0 && !fleet.departed(v) ? Math.max(now, soonest) : soonest;
  }

  /** Arrival at a stop if the vehicle drives at once; planned arrivals may wait before driving. */
  private int soonestArrival(int v, int stop) {
    return stop == 0 ? fleet.arrival(v, 0) : leaves(v, stop - 1) + fleet.leg(v, stop - 1);
  }

  /** Insertions of a pickup at a stop that is in the route anyway. */
  private void scanBoarding(int v, int p, int leaves) {
    int place = fleet.place(v, p);
    for (int g = 0; g < pickups.group().size(); g++) {
      if (pickups.group().place(g) != place) {
        continue;
      }
      int i = pickups.pickup(g);
      int arrival = soonestArrival(v, p);
      for (int j = 0; j < limits.dropoffCount(); j = limits.nextWindow(j)) {
        int earliest = limits.earliest(i, j);
        if (earliest <= leaves && arrival <= limits.latestPickup(i, j)) {
          int boarded = Math.max(arrival + fleet.dwell(v, p), earliest) + extraDwell;
          int departure = Math.max(leaves, boarded);
          dropoffs.scan(v, p, i, j, departure, fleet.leg(v, p), extraDwell, 0);
        }
      }
    }
  }

  /** Insertions of a pickup at the very place where a diverted vehicle is about to turn off. */
  private void scanTurning(int v, int leaves) {
    int next = fleet.place(v, 1);
    for (int g = 0; g < pickups.group().size(); g++) {
      int point = pickups.group().place(g);
      if (!planner.isAt(fleet.place(v, 0), point)) {
        continue;
      }
      int i = pickups.pickup(g);
      int onwardDrive = next == RoutePlan.ANYWHERE ? 0 : times.duration(point, next);
      for (int j = 0; j < limits.dropoffCount(); j = limits.nextWindow(j)) {
        if (leaves <= limits.latestPickup(i, j)) {
          int departure = Math.max(leaves + diversionDwell, limits.earliest(i, j)) + extraDwell;
          dropoffs.scan(v, 0, i, j, departure, onwardDrive, diversionDwell + extraDwell, 0);
        }
      }
    }
  }
}
