package org.ieum.insertion;

import java.util.Arrays;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.ServiceRules;
import org.ieum.traveltime.PlaceGroup;
import org.ieum.traveltime.TravelTimes;

/**
 * The second half of {@link InsertionSearch}: all dropoffs behind one pickup. Ways between the
 * stops of a route and the dropoffs are asked for once for each vehicle, however many pickups lie
 * before them, and only where a bound on the whole group leaves a chance.
 */
final class DropoffSearch {
  private static final int BOUNDS = 1;
  private static final int DRIVES = 2;
  private static final int ONWARD = 4;

  private final FleetView fleet;
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final InsertionPlanner planner;
  private final int stopDwell;
  private final long operatingWeight;
  private final long delayWeight;

  private final RoutePlan plan = new RoutePlan();
  private final Insertion candidate = new Insertion();

  // What the search is about; set for each search.
  private PlaceGroup group = new PlaceGroup();
  private RequestLimits limits = new RequestLimits();
  private Insertion best = new Insertion();
  private int now;
  private int extraDwell;

  /** Dwell at a stop where the party alone alights, ms. */
  private int ownDwell;

  // The dropoffs that are being tried.
  /** Number of dropoff k among those of the request. */
  private int[] open = new int[8];

  private int openCount;

  // Ways of the vehicle looked at.
  private int vehicle = Insertion.NONE;

  /** Driving time from stop q to dropoff j at cell j of row q. */
  private int[][] drives = new int[0][];

  /** Driving time from dropoff j to the stop behind stop q at cell j of row q. */
  private int[][] onward = new int[0][];

  /** What is known of row q: {@link #BOUNDS}, {@link #DRIVES} and {@link #ONWARD}. */
  private int[] known = new int[8];

  /** Driving time from stop q that any dropoff surely takes. */
  private int[] leastDrive = new int[8];

  /** Driving time to the stop behind stop q that any dropoff surely takes. */
  private int[] leastOnward = new int[8];

  /** Operating time that any dropoff behind a stop after q, or at it, surely adds. */
  private int[] leastBehind = new int[8];

  private boolean knowsBehind;

  DropoffSearch(
      ServiceRules rules,
      FleetView fleet,
      RouteEvaluator evaluator,
      InsertionPlanner planner,
      TravelTimes times) {
    this.fleet = fleet;
    this.evaluator = evaluator;
    this.times = times;
    this.planner = planner;
    stopDwell = rules.dwell().stop();
    operatingWeight = rules.weights().operating();
    delayWeight = rules.weights().delay();
  }

  /** Starts the search for a request; improves the best insertion from now on. */
  void begin(RequestLimits request, int now, Insertion best) {
    limits = request;
    this.now = now;
    this.best = best;
    extraDwell = evaluator.wheelchairDwell(request.wheelchairs());
    ownDwell = stopDwell + extraDwell;
    vehicle = Insertion.NONE;
    group = request.dropoffs();
    if (group.size() > open.length) {
      open = new int[2 * group.size()];
    }
  }

  boolean fits(int v, int stop) {
    return evaluator.fits(
        v,
        fleet.riders(v, stop) + limits.riders(),
        fleet.wheelchairs(v, stop) + limits.wheelchairs());
  }

  /**
   * All dropoffs behind one pickup.
   *
   * @param first the first dropoff; all with the same window of the pickup follow
   * @param departure departure from the pickup
   * @param onwardFromPickup driving time from the pickup to stop p + 1
   * @param added dwell that the pickup adds
   * @param drive driving time from stop p to a pickup that is a stop of its own, else 0
   */
  void scan(
      int v, int p, int i, int first, int departure, int onwardFromPickup, int added, int drive) {
    if (!fits(v, p)) {
      return;
    }
    int latest = findOpen(i, first, departure);
    if (openCount == 0) {
      return;
    }
    turnTo(v);
    scanSameLeg(v, p, i, departure, added + drive);
    int operating = added + drive + onwardFromPickup - fleet.leg(v, p);
    int arrival = departure + onwardFromPickup;
    long delay = 0;
    int nearest = limits.nearest(first);
    for (int q = p + 1; q < fleet.stopCount(v) - 1; q++) {
      if (fleet.kind(v, q).needsEmptyVehicle()
          || arrival > fleet.latest(v, q)
          || arrival > latest) {
        return;
      }
      int alighting = fleet.alighting(v, q);
      if (alighting > 0) {
        delay += (long) alighting * (arrival - fleet.arrival(v, q));
      }
      if (isTooDear(i, nearest, departure, arrival, operating, delay)) {
        // All that follows is later.
        return;
      }
      scanAlighting(v, p, q, i, departure, arrival, operating, delay);
      if (!fits(v, q)) {
        return;
      }
      int leaves = Math.max(fleet.soonest(v, q), arrival + fleet.dwell(v, q));
      scanStop(v, p, q, i, departure, leaves, operating, delay);
      arrival = leaves + fleet.leg(v, q);
    }
  }

  private void turnTo(int v) {
    if (v != vehicle) {
      vehicle = v;
      reserve(fleet.stopCount(v));
      Arrays.fill(known, 0);
      knowsBehind = false;
    }
  }

  /**
   * A lower bound of the operating time that a party adds which is picked up behind stop p, ms.
   *
   * @param drive a driving time to the pickup that it surely takes
   * @param onward a driving time from the pickup to the next stop that it surely takes
   * @param direct a time that the direct drive to any dropoff surely takes
   */
  int detourBound(int v, int p, int drive, int onward, int direct) {
    turnTo(v);
    findBehind();
    int leg = fleet.leg(v, p);
    findBounds(p);
    int sameLeg = Math.max(0, drive + direct + leastOnward[p] - leg) + ownDwell;
    int later = Math.max(0, drive + onward - leg) + leastBehind[p];
    return ownDwell + Math.min(sameLeg, later);
  }

  /** Works out what a dropoff behind any stop adds at least. */
  private void findBehind() {
    if (knowsBehind) {
      return;
    }
    knowsBehind = true;
    int last = fleet.stopCount(vehicle) - 1;
    int least = TravelTimes.UNREACHABLE;
    for (int q = last - 1; q >= 0; q--) {
      leastBehind[q] = least;
      findBounds(q);
      // A stop of its own, unless some dropoff may be where the vehicle stops anyway.
      int dwell = leastDrive[q] == 0 ? 0 : ownDwell;
      int detour = Math.max(0, leastDrive[q] + leastOnward[q] - fleet.leg(vehicle, q));
      least = Math.min(least, detour + dwell);
    }
  }

  /** Finds the dropoffs that can be reached in time at all; returns the latest time at any. */
  private int findOpen(int i, int first, int departure) {
    openCount = 0;
    int latest = Integer.MIN_VALUE;
    int end = limits.nextWindow(first);
    for (int j = first; j < end; j++) {
      if (!limits.isClosed(i, j)) {
        int direct = limits.direct(i, j);
        if (direct < TravelTimes.UNREACHABLE && departure + direct <= limits.latestDropoff(i, j)) {
          open[openCount++] = j;
          latest = Math.max(latest, limits.latestDropoff(i, j));
        }
      }
    }
    return latest;
  }

  /** Dropoffs between the pickup and stop p + 1. */
  private void scanSameLeg(int v, int p, int i, int departure, int added) {
    findBounds(p);
    int from = leastOnward[p];
    for (int k = 0; k < openCount; k++) {
      int j = open[k];
      int direct = limits.direct(i, j);
      int arrival = departure + direct;
      int operating = added + direct + ownDwell - fleet.leg(v, p);
      if (arrival + ownDwell + from <= fleet.latest(v, p + 1)
          && !isTooDear(i, j, departure, arrival, operating + from, 0)
          && !InsertionPlanner.alightsAt(fleet, v, p + 1, limits.dropoffPoint(j))) {
        int back = onward(p)[j];
        int reached = arrival + ownDwell + back;
        consider(v, p, p, i, j, departure, arrival, reached, operating + back, 0);
      }
    }
  }

  /** Whether an insertion surely costs more than the best. */
  private boolean isTooDear(int i, int j, int departure, int arrival, int operating, long delay) {
    return operatingWeight * operating
            + delayWeight * delay
            + planner.riderBound(limits, i, j, departure, arrival)
        > best.cost();
  }

  /** Dropoffs at stop q, which is in the route anyway. */
  private void scanAlighting(
      int v, int p, int q, int i, int departure, int arrival, int operating, long delay) {
    for (int k = 0; k < openCount; k++) {
      int j = open[k];
      if (arrival <= limits.latestDropoff(i, j)
          && InsertionPlanner.alightsAt(fleet, v, q, limits.dropoffPoint(j))) {
        int soonest = Math.max(fleet.soonest(v, q), arrival + fleet.dwell(v, q));
        int later = Math.max(soonest, arrival + fleet.dwell(v, q) + extraDwell);
        int reached = later + fleet.leg(v, q);
        consider(v, p, q, i, j, departure, arrival, reached, operating + extraDwell, delay);
      }
    }
  }

  /** Dropoffs that are stops of their own behind stop q, if bounds leave a chance. */
  private void scanStop(
      int v, int p, int q, int i, int departure, int leaves, int operating, long delay) {
    int leg = fleet.leg(v, q);
    int latestNext = fleet.latest(v, q + 1) - ownDwell;
    findBounds(q);
    int from = leastOnward[q];
    if ((known[q] & DRIVES) == 0) {
      int arrival = leaves + leastDrive[q];
      int detour = ownDwell + Math.max(0, leastDrive[q] + from - leg);
      if (arrival + from > latestNext
          || !isAnyInTime(i, departure, arrival, operating + detour, delay)) {
        return;
      }
    }
    int[] to = drives(q);
    for (int k = 0; k < openCount; k++) {
      int j = open[k];
      int arrival = leaves + to[j];
      int detour = ownDwell + Math.max(0, to[j] + from - leg);
      if (arrival + from <= latestNext
          && arrival <= limits.latestDropoff(i, j)
          && !isTooDear(i, j, departure, arrival, operating + detour, delay)
          && !InsertionPlanner.alightsAt(fleet, v, q, limits.dropoffPoint(j))
          && !InsertionPlanner.alightsAt(fleet, v, q + 1, limits.dropoffPoint(j))) {
        int back = onward(q)[j];
        int reached = arrival + ownDwell + back;
        detour = to[j] + ownDwell + back - leg;
        consider(v, p, q, i, j, departure, arrival, reached, operating + detour, delay);
      }
    }
  }

  private boolean isAnyInTime(int i, int departure, int arrival, int operating, long delay) {
    for (int k = 0; k < openCount; k++) {
      int j = open[k];
      if (arrival <= limits.latestDropoff(i, j)
          && !isTooDear(i, j, departure, arrival, operating, delay)) {
        return true;
      }
    }
    return false;
  }

  private void findBounds(int q) {
    if ((known[q] & BOUNDS) == 0) {
      known[q] |= BOUNDS;
      int next = fleet.place(vehicle, q + 1);
      leastDrive[q] = times.lowerBound(fleet.place(vehicle, q), group);
      leastOnward[q] = next == RoutePlan.ANYWHERE ? 0 : times.lowerBound(group, next);
    }
  }

  private int[] drives(int q) {
    if ((known[q] & DRIVES) == 0) {
      known[q] |= DRIVES;
      times.durations(fleet.place(vehicle, q), group, drives[q]);
    }
    return drives[q];
  }

  private int[] onward(int q) {
    if ((known[q] & ONWARD) == 0) {
      known[q] |= ONWARD;
      int next = fleet.place(vehicle, q + 1);
      if (next == RoutePlan.ANYWHERE) {
        Arrays.fill(onward[q], 0);
      } else {
        times.durations(group, next, onward[q]);
      }
    }
    return onward[q];
  }

  /** Makes room for the rows of so many stops. */
  private void reserve(int stops) {
    if (stops > known.length) {
      known = new int[2 * stops];
      leastDrive = new int[2 * stops];
      leastOnward = new int[2 * stops];
      leastBehind = new int[2 * stops];
    }
    if (known.length > drives.length || drives[0].length < group.size()) {
      drives = new int[known.length][2 * group.size()];
      onward = new int[known.length][2 * group.size()];
    }
  }

  /**
   * Bounds one insertion and lets the evaluator decide if it may be the best.
   *
   * @param reached arrival at stop q + 1
   * @param operating operating time added
   * @param delay delay of riders who alight up to stop q, person-ms
   */
  private void consider(
      int v,
      int p,
      int q,
      int i,
      int j,
      int departure,
      int arrival,
      int reached,
      int operating,
      long delay) {
    if (reached > fleet.latest(v, q + 1)) {
      return;
    }
    long cost =
        operatingWeight * operating
            + delayWeight * delay
            + planner.riderBound(limits, i, j, departure, arrival);
    int time = reached;
    for (int s = q + 1; s < fleet.stopCount(v) && cost <= best.cost(); s++) {
      int alighting = fleet.alighting(v, s);
      if (alighting > 0) {
        cost += delayWeight * alighting * (time - fleet.arrival(v, s));
      }
      int leaves = time + fleet.dwell(v, s);
      if (leaves <= fleet.soonest(v, s)) {
        break;
      }
      time = leaves + fleet.leg(v, s);
    }
    if (best.isWorseThan(v, p, q, i, j, cost)) {
      candidate.set(v, p, q, i, j, cost);
      if (planner.plan(fleet, limits, candidate, now, plan)) {
        long exact = planner.cost(fleet, limits, candidate, plan);
        if (best.isWorseThan(v, p, q, i, j, exact)) {
          best.set(v, p, q, i, j, exact);
        }
      }
    }
  }
}
