package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.*;

import java.util.ArrayList;
import java.util.List;
import org.ieum.traveltime.TravelTimes;

/**
 * A route to be kept outside of the fleet and to be put back as it was, cell for cell. Timing it
 * anew would not do: what may happen next depends on when a route was timed last.
 *
 * @param departed whether the vehicle has left stop 0
 * @param rides in the order of confirmation
 */
public record RouteState(boolean departed, List<Stop> stops, List<Ride> rides) {

  /**
   * A stop; all values as {@link RouteLayout} says. Times are ms since the area's epoch, durations
   * ms.
   *
   * @param place a stop point, the end of an edge, or {@link RoutePlan#ANYWHERE}
   * @param ownReady earliest departure for its own sake, or {@link Integer#MIN_VALUE}
   * @param ownLatest latest arrival for its own sake, or {@link RoutePlan#NEVER}
   * @param ownDwell dwell for its own sake
   * @param leg driving time to the next stop
   * @param ready earliest departure that all who are there allow, or {@link Integer#MIN_VALUE}
   * @param late latest arrival that all who are there allow, or {@link RoutePlan#NEVER}
   * @param dwell time from arrival to the end of boarding and alighting
   * @param riders people on seats after the stop
   * @param wheelchairs people in wheelchairs after the stop
   * @param soonest earliest possible departure
   * @param arrival planned arrival
   * @param departure planned departure
   * @param latest latest arrival that keeps all limits from there on
   * @param alighting people who alight there
   */
  public record Stop(
      int place,
      StopKind kind,
      int ownReady,
      int ownLatest,
      int ownDwell,
      int leg,
      int ready,
      int late,
      int dwell,
      int riders,
      int wheelchairs,
      int soonest,
      int arrival,
      int departure,
      int latest,
      int alighting) {

    private static Stop of(int[] stops, int at) {
      return new Stop(
          stops[at + PLACE],
          StopKind.ofCode(stops[at + KIND]),
          stops[at + OWN_READY],
          stops[at + OWN_LATE],
          stops[at + OWN_DWELL],
          stops[at + LEG],
          stops[at + READY],
          stops[at + LATE],
          stops[at + DWELL],
          stops[at + RIDERS],
          stops[at + WHEELCHAIRS],
          stops[at + SOONEST],
          stops[at + ARRIVAL],
          stops[at + DEPARTURE],
          stops[at + LATEST],
          stops[at + ALIGHTING]);
    }

    private void write(int[] stops, int at) {
      stops[at + PLACE] = place;
      stops[at + KIND] = kind.code();
      stops[at + OWN_READY] = ownReady;
      stops[at + OWN_LATE] = ownLatest;
      stops[at + OWN_DWELL] = ownDwell;
      stops[at + LEG] = leg;
      stops[at + READY] = ready;
      stops[at + LATE] = late;
      stops[at + DWELL] = dwell;
      stops[at + RIDERS] = riders;
      stops[at + WHEELCHAIRS] = wheelchairs;
      stops[at + SOONEST] = soonest;
      stops[at + ARRIVAL] = arrival;
      stops[at + DEPARTURE] = departure;
      stops[at + LATEST] = latest;
      stops[at + ALIGHTING] = alighting;
    }

    private Stop shifted(int millis) {
      return new Stop(
          place,
          kind,
          shift(ownReady, millis),
          shift(ownLatest, millis),
          ownDwell,
          leg,
          shift(ready, millis),
          shift(late, millis),
          dwell,
          riders,
          wheelchairs,
          shift(soonest, millis),
          shift(arrival, millis),
          shift(departure, millis),
          shift(latest, millis),
          alighting);
    }
  }

  /**
   * A ride of a route.
   *
   * @param riders people on seats
   * @param wheelchairs people in wheelchairs
   * @param earliest start of the pickup window
   * @param latestPickup its end, as dispatch keeps it
   * @param latestDropoff latest arrival at the dropoff, as dispatch keeps it
   * @param maxRide longest time aboard, ms, or {@link RoutePlan#UNLIMITED}
   * @param pickup stop of boarding, or {@link RoutePlan#ABOARD}
   * @param dropoff stop of alighting
   */
  public record Ride(
      long request,
      int riders,
      int wheelchairs,
      int earliest,
      int latestPickup,
      int latestDropoff,
      int maxRide,
      int pickup,
      int dropoff) {

    private Ride shifted(int millis) {
      return new Ride(
          request,
          riders,
          wheelchairs,
          shift(earliest, millis),
          shift(latestPickup, millis),
          shift(latestDropoff, millis),
          maxRide,
          pickup,
          dropoff);
    }
  }

  public RouteState {
    stops = List.copyOf(stops);
    rides = List.copyOf(rides);
    if (stops.isEmpty()) {
      throw new IllegalArgumentException("a route must have a stop, had none");
    }
    if (departed && stops.size() == 1) {
      throw new IllegalArgumentException("a vehicle under way must have a next stop, had none");
    }
    for (Ride ride : rides) {
      if (ride.pickup < RoutePlan.ABOARD
          || ride.pickup >= ride.dropoff
          || ride.dropoff >= stops.size()) {
        throw new IllegalArgumentException(
            "ride "
                + ride.request
                + " must board before it alights within "
                + stops.size()
                + " stops, was "
                + ride.pickup
                + " and "
                + ride.dropoff);
      }
    }
  }

  /** The route of a vehicle as it is. */
  public static RouteState of(FleetView fleet, int vehicle) {
    RoutePlan plan = new RoutePlan();
    fleet.load(vehicle, plan);
    List<Stop> stops = new ArrayList<>(plan.stopCount());
    for (int i = 0; i < plan.stopCount(); i++) {
      stops.add(Stop.of(plan.stops, i << STOP_BITS));
    }
    List<Ride> rides = new ArrayList<>(plan.rideCount());
    for (int k = 0; k < plan.rideCount(); k++) {
      rides.add(
          new Ride(
              plan.request(k),
              plan.rideRiders(k),
              plan.rideWheelchairs(k),
              plan.earliest(k),
              plan.latestPickup(k),
              plan.latestDropoff(k),
              plan.maxRide(k),
              plan.pickup(k),
              plan.dropoff(k)));
    }
    return new RouteState(plan.departed(), stops, rides);
  }

  /** Fills a plan with the route. */
  void load(int vehicle, RoutePlan plan) {
    plan.reset(vehicle, stops.size(), rides.size());
    for (Stop stop : stops) {
      stop.write(plan.stops, plan.stopCount++ << STOP_BITS);
    }
    for (Ride ride : rides) {
      int k = plan.addRide(ride.request, ride.riders, ride.wheelchairs, ride.pickup, ride.dropoff);
      plan.limitRide(k, ride.earliest, ride.latestPickup, ride.latestDropoff, ride.maxRide);
    }
    plan.departed = departed;
  }

  /**
   * A leg that by some travel times does not take as long as the route says, or -1. A route may
   * only be put back with the travel times with which it was taken out.
   */
  public int findStrangeLeg(TravelTimes times) {
    for (int i = 0; i + 1 < stops.size(); i++) {
      int to = stops.get(i + 1).place;
      int leg = to == RoutePlan.ANYWHERE ? 0 : times.durationAnyway(stops.get(i).place, to);
      if (leg != stops.get(i).leg) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The same route by an epoch that lies later. Times that no one will ask for again, 23 days
   * before the epoch, get no earlier.
   */
  public RouteState shifted(int millis) {
    List<Stop> laterStops = new ArrayList<>(stops.size());
    stops.forEach(stop -> laterStops.add(stop.shifted(millis)));
    List<Ride> laterRides = new ArrayList<>(rides.size());
    rides.forEach(ride -> laterRides.add(ride.shifted(millis)));
    return new RouteState(departed, laterStops, laterRides);
  }

  /**
   * A time by an epoch that lies {@code millis} later. What stands for always or never stays.
   *
   * @throws IllegalArgumentException when the time passes the horizon
   */
  public static int shift(int time, int millis) {
    if (time == RoutePlan.NEVER || time == Integer.MIN_VALUE) {
      return time;
    }
    long shifted = (long) time - millis;
    if (shifted >= RoutePlan.NEVER) {
      throw new IllegalArgumentException(
          "times must be below " + RoutePlan.NEVER + ", was " + time + " - " + millis);
    }
    return (int) Math.max(shifted, -RoutePlan.NEVER);
  }
}
