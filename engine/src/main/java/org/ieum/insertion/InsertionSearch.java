package org.ieum.insertion;

import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.ServiceRules;
import org.ieum.traveltime.Diversion;
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
 * <p>Where travel times know the few places from which a pickup is reached in time, only vehicles
 * that stop there are looked at; else all are. Vehicles under way come last and only where a bound
 * on the time of getting to the pickup leaves a chance, because where they turn off needs their
 * path.
 */
public final class InsertionSearch {
  private final FleetView fleet;
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final InsertionPlanner planner;
  private final int stopDwell;
  private final long operatingWeight;
  private final long delayWeight;
  private final PickupBounds pickups;

  private final RoutePlan plan = new RoutePlan();
  private final Insertion candidate = new Insertion();
  private final Diversion diversion = new Diversion();

  // What the search is about; set for each search.
  private RequestLimits limits;
  private Insertion best;
  private int now;
  private int extraDwell;

  /** Dwell at a stop where the party alone boards or alights, ms. */
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
    operatingWeight = rules.weights().operating();
    delayWeight = rules.weights().delay();
    pickups = new PickupBounds(planner, rules.weights());
    limits = new RequestLimits();
    best = new Insertion();
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
    best = result;
    this.now = now;
    extraDwell = evaluator.wheelchairDwell(request.wheelchairs());
    ownDwell = stopDwell + extraDwell;
    best.clear();
    pickups.set(request);
    focus(/* begins= */ true);
    for (int i = 0; i < limits.pickupCount(); i++) {
      if (pickups.latest(i) >= now) {
        scanAround(i, times.approach(limits.pickupPoint(i), pickups.latest(i) - now));
        scanMoving(i);
      }
    }
    focus(/* begins= */ false);
  }

  /** Insertions of a pickup into the legs that vehicles are driving, or were diverted from. */
  private void scanMoving(int i) {
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      int spare = fleet.spare(v);
      if (spare >= ownDwell) {
        scanDiversion(v, i);
      } else if (spare == FleetView.STANDS_DIVERTED && seenIn[v] != round) {
        scanStops(v, i);
      }
    }
  }

  /** Tells the travel times which places the search is about. */
  private void focus(boolean begins) {
    for (int i = 0; i < limits.pickupCount(); i++) {
      times.focus(limits.pickupPoint(i), begins);
    }
    for (int j = 0; j < limits.dropoffCount(); j++) {
      times.focus(limits.dropoffPoint(j), begins);
    }
  }

  /**
   * Insertions of a pickup behind stops of all vehicles.
   *
   * @param places how many places there are from which it can be reached in time, or -1
   */
  private void scanAround(int i, int places) {
    round++;
    if (places < 0) {
      for (int v = 0; v < fleet.vehicleCount(); v++) {
        seenIn[v] = round;
        scanStops(v, i);
      }
      return;
    }
    for (int k = 0; k < places; k++) {
      int entry = fleet.firstAt(times.reached(k));
      for (; entry >= 0; entry = fleet.nextAt(entry)) {
        int v = fleet.vehicleAt(entry);
        if (seenIn[v] != round) {
          seenIn[v] = round;
          scanStops(v, i);
        }
      }
    }
  }

  /** All insertions of a pickup behind a stop that the vehicle has not left yet. */
  private void scanStops(int v, int i) {
    int point = limits.pickupPoint(i);
    int latest = pickups.latest(i);
    for (int p = fleet.departed(v) ? 1 : 0; p < fleet.stopCount(v) - 1; p++) {
      int leaves = leaves(v, p);
      boolean stopsThere = InsertionPlanner.isStopAt(fleet, v, p, point, now);
      if (stopsThere) {
        scanBoarding(v, p, i, soonestArrival(v, p), leaves);
      }
      if (leaves <= latest) {
        int drive = times.durationWithin(fleet.place(v, p), point, latest - leaves);
        int arrival = leaves + drive;
        if (arrival <= latest && isOpen(v, p) && mayImprove(v, p, i, arrival, drive)) {
          scanDetour(v, p, i, arrival, drive, stopsThere ? leaves : Integer.MIN_VALUE);
        }
      }
    }
  }

  /** Insertions of a pickup into the leg that the vehicle is driving. */
  private void scanDiversion(int v, int i) {
    if (!isOpen(v, 0) || !fits(v, 0)) {
      return;
    }
    int from = fleet.place(v, 0);
    int next = fleet.place(v, 1);
    int left = fleet.departure(v, 0);
    int point = limits.pickupPoint(i);
    int bound = times.lowerBound(from, point);
    if (!mayImprove(v, 0, i, Math.max(now, left + bound), bound)) {
      return;
    }
    if (from >= 0 && !times.remembersPath(from, next)) {
      bound = times.duration(from, point);
      int arrival = Math.max(now, left + bound);
      if (!mayImprove(v, 0, i, arrival, bound)) {
        return;
      }
      // By way of the pickup it is at the next stop no earlier than planned.
      int onward = drive(point, next);
      arrival = Math.max(arrival, fleet.arrival(v, 1) - onward);
      if (!mayImprove(v, 0, i, arrival, bound, onward)) {
        return;
      }
    }
    times.findDiversion(from, next, now - left, diversion);
    int turns = left + diversion.offset();
    if (turns > pickups.latest(i)) {
      return;
    }
    int onward = times.durationWithin(diversion.place(), point, pickups.latest(i) - turns);
    int drive = diversion.offset() + onward;
    int arrival = left + drive;
    if (arrival <= pickups.latest(i) && mayImprove(v, 0, i, arrival, drive)) {
      scanDetour(v, 0, i, arrival, drive, Integer.MIN_VALUE);
    }
  }

  /**
   * Whether a pickup behind a stop can still be part of the best insertion.
   *
   * @param arrival a time before which it is surely not reached
   * @param drive a driving time from stop p that it surely takes
   */
  private boolean mayImprove(int v, int p, int i, int arrival, int drive) {
    int next = fleet.place(v, p + 1);
    return mayImprove(
        v,
        p,
        i,
        arrival,
        drive,
        next == RoutePlan.ANYWHERE ? 0 : times.lowerBound(limits.pickupPoint(i), next));
  }

  /** The same with a driving time that it surely takes on to stop p + 1. */
  private boolean mayImprove(int v, int p, int i, int arrival, int drive, int onward) {
    if (arrival > pickups.latest(i) || arrival + ownDwell + onward > fleet.latest(v, p + 1)) {
      return false;
    }
    int detour = Math.max(0, drive + onward - fleet.leg(v, p)) + ownDwell;
    return operatingWeight * detour + pickups.costBound(i, arrival + stopDwell) <= best.cost();
  }

  private int pickupDeparture(int i, int j, int arrival) {
    return Math.max(arrival + stopDwell, limits.earliest(i, j)) + extraDwell;
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

  private void scanBoarding(int v, int p, int i, int arrival, int leaves) {
    for (int j = 0; j < limits.dropoffCount(); j++) {
      if (limits.earliest(i, j) <= leaves && isPossible(i, j, arrival)) {
        int boarded = Math.max(arrival + fleet.dwell(v, p), limits.earliest(i, j)) + extraDwell;
        scanDropoffs(v, p, i, j, Math.max(leaves, boarded), fleet.leg(v, p), extraDwell, 0);
      }
    }
  }

  /**
   * Insertions of the pickup as a stop of its own.
   *
   * @param boards parties that are there by this time board at stop p instead
   */
  private void scanDetour(int v, int p, int i, int arrival, int drive, int boards) {
    int point = limits.pickupPoint(i);
    int onward = drive(point, fleet.place(v, p + 1));
    for (int j = 0; j < limits.dropoffCount(); j++) {
      if (limits.earliest(i, j) > boards && isPossible(i, j, arrival)) {
        int departure = pickupDeparture(i, j, arrival);
        scanDropoffs(v, p, i, j, departure, onward, ownDwell, drive);
      }
    }
  }

  /** Whether a pickup is in the window of a pair of stop points between which there is a drive. */
  private boolean isPossible(int i, int j, int arrival) {
    return !limits.isClosed(i, j)
        && arrival <= limits.latestPickup(i, j)
        && limits.direct(i, j) < TravelTimes.UNREACHABLE;
  }

  private int drive(int fromPoint, int toPlace) {
    return toPlace == RoutePlan.ANYWHERE ? 0 : times.duration(fromPoint, toPlace);
  }

  /**
   * All dropoffs behind one pickup.
   *
   * @param departure departure from the pickup
   * @param onward driving time from the pickup to stop p + 1
   * @param added dwell that the pickup adds
   * @param drive driving time from stop p to a pickup that is a stop of its own, else 0
   */
  private void scanDropoffs(
      int v, int p, int i, int j, int departure, int onward, int added, int drive) {
    int point = limits.dropoffPoint(j);
    int latest = limits.latestDropoff(i, j);
    int direct = limits.direct(i, j);
    if (departure + direct > latest || !fits(v, p)) {
      return;
    }
    if (!InsertionPlanner.alightsAt(fleet, v, p + 1, point)) {
      int arrival = departure + direct;
      int leg = drive(point, fleet.place(v, p + 1));
      int operating = added + drive + direct + ownDwell + leg - fleet.leg(v, p);
      consider(v, p, p, i, j, departure, arrival, arrival + ownDwell + leg, operating, 0);
    }
    int operating = added + drive + onward - fleet.leg(v, p);
    int arrival = departure + onward;
    long delay = 0;
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
      int leaves = Math.max(fleet.soonest(v, q), arrival + fleet.dwell(v, q));
      if (InsertionPlanner.alightsAt(fleet, v, q, point)) {
        int later = Math.max(leaves, arrival + fleet.dwell(v, q) + extraDwell);
        int reached = later + fleet.leg(v, q);
        consider(v, p, q, i, j, departure, arrival, reached, operating + extraDwell, delay);
      } else if (!InsertionPlanner.alightsAt(fleet, v, q + 1, point) && fits(v, q)) {
        scanDropoff(v, p, q, i, j, departure, leaves, operating, delay);
      }
      if (!fits(v, q)) {
        return;
      }
      arrival = leaves + fleet.leg(v, q);
    }
  }

  /** A dropoff that is a stop of its own behind stop q, if its bounds leave a chance. */
  private void scanDropoff(
      int v, int p, int q, int i, int j, int departure, int leaves, int operating, long delay) {
    int point = limits.dropoffPoint(j);
    int place = fleet.place(v, q);
    int next = fleet.place(v, q + 1);
    int to = times.lowerBound(place, point);
    int onward = next == RoutePlan.ANYWHERE ? 0 : times.lowerBound(point, next);
    int detour = ownDwell + Math.max(0, to + onward - fleet.leg(v, q));
    long cost =
        operatingWeight * (operating + detour)
            + delayWeight * delay
            + planner.riderBound(limits, i, j, departure, leaves + to);
    if (leaves + to > limits.latestDropoff(i, j)
        || leaves + to + ownDwell + onward > fleet.latest(v, q + 1)
        || cost > best.cost()) {
      return;
    }
    to = times.duration(place, point);
    onward = drive(point, next);
    int alights = leaves + to;
    if (alights <= limits.latestDropoff(i, j)) {
      detour = to + ownDwell + onward - fleet.leg(v, q);
      int reached = alights + ownDwell + onward;
      consider(v, p, q, i, j, departure, alights, reached, operating + detour, delay);
    }
  }

  private boolean fits(int v, int stop) {
    return evaluator.fits(
        v,
        fleet.riders(v, stop) + limits.riders(),
        fleet.wheelchairs(v, stop) + limits.wheelchairs());
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
