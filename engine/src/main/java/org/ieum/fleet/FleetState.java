package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.*;

import java.util.List;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.TravelTimes;

/**
 * The routes of all vehicles in flat arrays, laid out as {@link RouteLayout} says. Each vehicle
 * owns a block of equal size, so that a stop is found by a shift and an addition; when a route
 * outgrows its block, all blocks double. (Relocating single routes, as KaRRi does, saves memory
 * that a fleet of thousands does not miss, at the price of a lookup on every access.)
 *
 * <p>Only the dispatch writer calls what changes it.
 */
public final class FleetState implements FleetView {
  /** Number of stops of vehicle v. */
  private final int[] stopCount;

  /** Number of rides of vehicle v. */
  private final int[] rideCount;

  /** Whether vehicle v has left stop 0. */
  private final boolean[] departed;

  /** Spare time of vehicle v, see {@link FleetView#spare}. */
  private final int[] spare;

  /** Counts who holds which place; the fleet holds those of its routes. */
  private final TravelTimes times;

  private final PlaceIndex index = new PlaceIndex();

  private long changes;

  /** How often vehicle v has got another route. */
  private final int[] replacements;

  /** log2 of the stops in a block. */
  private int roomBits = 4;

  /** Rides in a block. */
  private int rideRoom = 16;

  /** Stop i of vehicle v begins at ((v &lt;&lt; roomBits) + i) &lt;&lt; STOP_BITS. */
  private int[] stops;

  /** Ride k of vehicle v begins at (v * rideRoom + k) * RIDE_SIZE. */
  private int[] rides;

  /**
   * Puts all vehicles at the start of their first shift.
   *
   * @throws IllegalArgumentException naming a vehicle that cannot drive between the starts, breaks
   *     and ends of its shifts in time
   */
  public FleetState(List<Vehicle> vehicles, TravelTimes times, RouteEvaluator evaluator) {
    this(vehicles.size(), times);
    RoutePlan plan = new RoutePlan();
    for (int v = 0; v < vehicles.size(); v++) {
      plan.reset(v, 0, 0);
      ShiftStops.append(plan, vehicles.get(v).shifts(), times);
      if (!evaluator.evaluate(plan, plan.stops[OWN_READY])) {
        throw new IllegalArgumentException(
            "the shifts of vehicle "
                + vehicles.get(v).id()
                + " leave no time to drive between their starts, breaks and ends");
      }
      replace(plan);
    }
  }

  /** Makes room for vehicles whose routes are put in place next, one by one. */
  public FleetState(int vehicleCount, TravelTimes times) {
    this.times = times;
    stopCount = new int[vehicleCount];
    rideCount = new int[vehicleCount];
    departed = new boolean[vehicleCount];
    spare = new int[vehicleCount];
    replacements = new int[vehicleCount];
    stops = new int[vehicleCount << (roomBits + STOP_BITS)];
    rides = new int[vehicleCount * rideRoom * RIDE_SIZE];
  }

  /** Puts a route back as it was. */
  public void restore(int vehicle, RouteState route) {
    RoutePlan plan = new RoutePlan();
    route.load(vehicle, plan);
    replace(plan);
  }

  private int at(int vehicle, int stop) {
    return ((vehicle << roomBits) + stop) << STOP_BITS;
  }

  private int rideAt(int vehicle, int ride) {
    return (vehicle * rideRoom + ride) * RIDE_SIZE;
  }

  @Override
  public int vehicleCount() {
    return stopCount.length;
  }

  @Override
  public long changes() {
    return changes;
  }

  @Override
  public int replacements(int vehicle) {
    return replacements[vehicle];
  }

  @Override
  public int stopCount(int vehicle) {
    return stopCount[vehicle];
  }

  @Override
  public int rideCount(int vehicle) {
    return rideCount[vehicle];
  }

  @Override
  public boolean departed(int vehicle) {
    return departed[vehicle];
  }

  @Override
  public int spare(int vehicle) {
    return spare[vehicle];
  }

  private void noteSpare(int v) {
    if (departed[v]) {
      spare[v] = Math.max(0, latest(v, 1) - arrival(v, 1));
    } else {
      spare[v] = place(v, 0) < 0 ? STANDS_DIVERTED : STANDS;
    }
  }

  @Override
  public StopKind kind(int vehicle, int stop) {
    return StopKind.ofCode(stops[at(vehicle, stop) + KIND]);
  }

  @Override
  public int place(int vehicle, int stop) {
    return stops[at(vehicle, stop) + PLACE];
  }

  @Override
  public int arrival(int vehicle, int stop) {
    return stops[at(vehicle, stop) + ARRIVAL];
  }

  @Override
  public int departure(int vehicle, int stop) {
    return stops[at(vehicle, stop) + DEPARTURE];
  }

  @Override
  public int soonest(int vehicle, int stop) {
    return stops[at(vehicle, stop) + SOONEST];
  }

  @Override
  public int latest(int vehicle, int stop) {
    return stops[at(vehicle, stop) + LATEST];
  }

  @Override
  public int dwell(int vehicle, int stop) {
    return stops[at(vehicle, stop) + DWELL];
  }

  @Override
  public int leg(int vehicle, int stop) {
    return stops[at(vehicle, stop) + LEG];
  }

  @Override
  public int riders(int vehicle, int stop) {
    return stops[at(vehicle, stop) + RIDERS];
  }

  @Override
  public int wheelchairs(int vehicle, int stop) {
    return stops[at(vehicle, stop) + WHEELCHAIRS];
  }

  @Override
  public int alighting(int vehicle, int stop) {
    return stops[at(vehicle, stop) + ALIGHTING];
  }

  @Override
  public long request(int vehicle, int ride) {
    return RouteLayout.request(rides, rideAt(vehicle, ride));
  }

  @Override
  public int pickup(int vehicle, int ride) {
    return rides[rideAt(vehicle, ride) + PICKUP];
  }

  @Override
  public int dropoff(int vehicle, int ride) {
    return rides[rideAt(vehicle, ride) + DROPOFF];
  }

  @Override
  public int maxRide(int vehicle, int ride) {
    return rides[rideAt(vehicle, ride) + MAX_RIDE];
  }

  @Override
  public int firstAt(int place) {
    return index.first(place);
  }

  @Override
  public int nextAt(int entry) {
    return index.next(entry);
  }

  @Override
  public int vehicleAt(int entry) {
    return index.vehicle(entry);
  }

  @Override
  public void load(int v, RoutePlan plan) {
    plan.reset(v, stopCount[v], rideCount[v]);
    plan.stopCount = stopCount[v];
    plan.rideCount = rideCount[v];
    plan.departed = departed[v];
    System.arraycopy(stops, at(v, 0), plan.stops, 0, stopCount[v] << STOP_BITS);
    System.arraycopy(rides, rideAt(v, 0), plan.rides, 0, rideCount[v] * RIDE_SIZE);
  }

  /** Makes an evaluated, feasible plan the route of its vehicle. */
  public void replace(RoutePlan plan) {
    reserve(plan.stopCount, plan.rideCount);
    changes++;
    int v = plan.vehicle;
    replacements[v]++;
    for (int i = 0; i < plan.stopCount; i++) {
      times.retain(plan.place(i));
      index.add(plan.place(i), v);
    }
    for (int i = 0; i < stopCount[v]; i++) {
      index.remove(place(v, i), v);
      times.release(place(v, i));
    }
    stopCount[v] = plan.stopCount;
    rideCount[v] = plan.rideCount;
    departed[v] = plan.departed;
    System.arraycopy(plan.stops, 0, stops, at(v, 0), plan.stopCount << STOP_BITS);
    System.arraycopy(plan.rides, 0, rides, rideAt(v, 0), plan.rideCount * RIDE_SIZE);
    noteSpare(v);
  }

  private void reserve(int stopRoom, int rideRoomNeeded) {
    while (stopRoom > 1 << roomBits) {
      stops = spread(stops, 1 << (roomBits + STOP_BITS));
      roomBits++;
    }
    while (rideRoomNeeded > rideRoom) {
      rides = spread(rides, rideRoom * RIDE_SIZE);
      rideRoom *= 2;
    }
  }

  private static int[] spread(int[] blocks, int size) {
    int[] wide = new int[2 * blocks.length];
    for (int at = 0; at < blocks.length; at += size) {
      System.arraycopy(blocks, at, wide, 2 * at, size);
    }
    return wide;
  }

  /** The vehicle leaves stop 0 as planned; rides that boarded there are aboard from now on. */
  public void depart(int v) {
    if (departed[v] || stopCount[v] < 2) {
      throw new IllegalStateException("vehicle " + v + " cannot leave, it has nowhere to go");
    }
    departed[v] = true;
    changes++;
    int left = stops[at(v, 0) + DEPARTURE];
    for (int at = rideAt(v, 0); at < rideAt(v, rideCount[v]); at += RIDE_SIZE) {
      if (rides[at + PICKUP] == 0) {
        rides[at + PICKUP] = RoutePlan.ABOARD;
        int latest = Math.min(rides[at + LATEST_DROPOFF], left + rides[at + MAX_RIDE]);
        rides[at + LATEST_DROPOFF] = latest;
        int dropoff = at(v, rides[at + DROPOFF]);
        stops[dropoff + LATE] = Math.min(stops[dropoff + LATE], latest);
      }
    }
    for (int i = stopCount[v] - 2; i >= 0; i--) {
      int at = at(v, i);
      int behind = stops[at + (1 << STOP_BITS) + LATEST] - stops[at + LEG] - stops[at + DWELL];
      stops[at + LATEST] = Math.min(stops[at + LATE], behind);
    }
    noteSpare(v);
  }

  /**
   * The vehicle reaches stop 1, which becomes stop 0; who alights there is gone.
   *
   * @param evaluator knows the dwell of those who alight
   */
  public void arrive(int v, RouteEvaluator evaluator) {
    if (!departed[v]) {
      throw new IllegalStateException("vehicle " + v + " cannot arrive, it has not left");
    }
    index.remove(place(v, 0), v);
    times.release(place(v, 0));
    departed[v] = false;
    changes++;
    stopCount[v]--;
    System.arraycopy(stops, at(v, 1), stops, at(v, 0), stopCount[v] << STOP_BITS);
    int kept = 0;
    for (int k = 0; k < rideCount[v]; k++) {
      int at = rideAt(v, k);
      if (rides[at + DROPOFF] == 1) {
        stops[at(v, 0) + OWN_DWELL] += evaluator.wheelchairDwell(rides[at + RIDE_WHEELCHAIRS]);
        continue;
      }
      rides[at + DROPOFF]--;
      rides[at + PICKUP] = Math.max(RoutePlan.ABOARD, rides[at + PICKUP] - 1);
      System.arraycopy(rides, at, rides, rideAt(v, kept++), RIDE_SIZE);
    }
    rideCount[v] = kept;
    noteSpare(v);
  }
}
