package org.ieum.fleet;

/**
 * How a route lies in memory. A stop is a record of 16 ints, which is one cache line: whoever looks
 * at a stop looks at most of it, and moving, copying or dropping stops is one array copy. (Parallel
 * arrays, one for each field, were written first; they were three times the code, and a scan over a
 * vehicle's few stops touches as many cache lines as there are fields.) A ride is a record of 10.
 */
final class RouteLayout {
  /** log2 of the ints in a stop. */
  static final int STOP_BITS = 4;

  // What binds a stop for its own sake.
  /** Where it is, see TravelTimes, or ANYWHERE. */
  static final int PLACE = 0;

  /** What it is for, code of StopKind. */
  static final int KIND = 1;

  /** Earliest departure for its own sake. */
  static final int OWN_READY = 2;

  /** Latest arrival for its own sake. */
  static final int OWN_LATE = 3;

  /** Dwell for its own sake. */
  static final int OWN_DWELL = 4;

  /** Driving time to the next stop. */
  static final int LEG = 5;

  // Derived by the evaluator.
  /** Earliest departure that all who are there allow. */
  static final int READY = 6;

  /** Latest arrival that all who are there allow. */
  static final int LATE = 7;

  /** Time from arrival to the end of boarding and alighting. */
  static final int DWELL = 8;

  /** People on seats after the stop. */
  static final int RIDERS = 9;

  /** People in wheelchairs after the stop. */
  static final int WHEELCHAIRS = 10;

  /** Earliest possible departure. */
  static final int SOONEST = 11;

  /** Planned arrival. */
  static final int ARRIVAL = 12;

  /** Planned departure: later than the soonest where the vehicle waits before driving. */
  static final int DEPARTURE = 13;

  /** Latest arrival that keeps all limits from there on. */
  static final int LATEST = 14;

  /** People who alight there. */
  static final int ALIGHTING = 15;

  /** Ints in a ride. */
  static final int RIDE_SIZE = 10;

  /** Low half of the request id. */
  static final int REQUEST_LOW = 0;

  /** High half of the request id. */
  static final int REQUEST_HIGH = 1;

  /** People on seats. */
  static final int RIDE_RIDERS = 2;

  /** People in wheelchairs. */
  static final int RIDE_WHEELCHAIRS = 3;

  /** Start of the pickup window. */
  static final int EARLIEST = 4;

  /** End of the pickup window. */
  static final int LATEST_PICKUP = 5;

  /** Latest arrival at the dropoff. */
  static final int LATEST_DROPOFF = 6;

  /** Longest time aboard. */
  static final int MAX_RIDE = 7;

  /** Stop of boarding, or ABOARD. */
  static final int PICKUP = 8;

  /** Stop of alighting. */
  static final int DROPOFF = 9;

  private RouteLayout() {}

  static long request(int[] rides, int at) {
    return ((long) rides[at + REQUEST_HIGH] << 32) | (rides[at + REQUEST_LOW] & 0xffff_ffffL);
  }
}
