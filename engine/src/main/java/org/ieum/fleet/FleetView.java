package org.ieum.fleet;

/**
 * Reads the routes of all vehicles. Stops of a route count from 0, which is where the vehicle is or
 * where it left last; times are ms since the area's epoch. Only valid between changes, and only on
 * the writer's thread.
 */
public interface FleetView {
  /** The {@link #spare} of a vehicle that stands at a place where riders may board. */
  int STANDS = -1;

  /** The {@link #spare} of a vehicle that stands at the end of an edge, where it was diverted. */
  int STANDS_DIVERTED = -2;

  int vehicleCount();

  /** Grows with every change of a route. */
  long changes();

  /** Grows whenever a vehicle gets another route; not when it drives along the one it has. */
  int replacements(int vehicle);

  /** How many stops a route has, at least one. */
  int stopCount(int vehicle);

  /** How many rides a vehicle carries or will carry. */
  int rideCount(int vehicle);

  /** Whether the vehicle has left stop 0. */
  boolean departed(int vehicle);

  /**
   * How much later than planned a vehicle under way can reach its next stop, ms; below 0 it stands.
   * Apart from the route, so that a glance at all vehicles is quick.
   */
  int spare(int vehicle);

  int place(int vehicle, int stop);

  StopKind kind(int vehicle, int stop);

  /** Planned arrival at a stop. */
  int arrival(int vehicle, int stop);

  /** Planned departure from a stop. */
  int departure(int vehicle, int stop);

  /** Earliest possible departure from a stop. */
  int soonest(int vehicle, int stop);

  /**
   * Latest arrival at a stop that keeps the limits of it and of all behind it; those on time aboard
   * excepted.
   */
  int latest(int vehicle, int stop);

  int dwell(int vehicle, int stop);

  /** Driving time to the next stop, ms; 0 at the last one. */
  int leg(int vehicle, int stop);

  /** People on seats after a stop. */
  int riders(int vehicle, int stop);

  /** People in wheelchairs after a stop. */
  int wheelchairs(int vehicle, int stop);

  /** How many people alight at a stop, in seats and wheelchairs. */
  int alighting(int vehicle, int stop);

  long request(int vehicle, int ride);

  /** Stop at which a ride boards, or {@link RoutePlan#ABOARD}. */
  int pickup(int vehicle, int ride);

  /** Stop at which a ride alights. */
  int dropoff(int vehicle, int ride);

  /** Longest time aboard of a ride, ms. */
  int maxRide(int vehicle, int ride);

  /** An entry of the list of stops at a place, or -1; see {@link #nextAt}. */
  int firstAt(int place);

  /** The entry after another, or -1. */
  int nextAt(int entry);

  /** The vehicle whose stop an entry stands for. */
  int vehicleAt(int entry);

  /** Fills a plan with the route of a vehicle. */
  void load(int vehicle, RoutePlan plan);
}
