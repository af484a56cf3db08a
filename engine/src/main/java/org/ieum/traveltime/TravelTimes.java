package org.ieum.traveltime;

/**
 * Driving times as dispatch needs them. A <em>place</em> is where a vehicle can be: a stop point
 * (its index, {@code >= 0}) or a node of the road graph (its bitwise complement, {@code < 0}) at
 * which a moving vehicle can be diverted.
 *
 * <p>An object of this type holds scratch memory and belongs to one thread.
 */
public interface TravelTimes {
  /** The duration between places that no path joins; two of them can be added without overflow. */
  int UNREACHABLE = Integer.MAX_VALUE / 4;

  /** How many stop points there are. */
  int stopPointCount();

  /** Shortest driving time from a place to a stop point, ms, or {@link #UNREACHABLE}. */
  int duration(int fromPlace, int toStopPoint);

  /**
   * Finds where a vehicle under way can first leave its path. The vehicle left {@code fromPlace}
   * some time ago on the shortest path to {@code toStopPoint}; it finishes the edge that it is on.
   * When that edge is the last one, the diversion is the stop point itself.
   *
   * @param elapsed time since it left, ms, from 0 to the duration of the path
   * @param result filled with the place and how long after leaving the vehicle gets there
   */
  void findDiversion(int fromPlace, int toStopPoint, int elapsed, Diversion result);
}
