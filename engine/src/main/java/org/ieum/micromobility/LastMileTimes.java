package org.ieum.micromobility;

/**
 * How long walking and riding take between the places of one matching problem. Places are numbers
 * that whoever makes the problem gives out.
 */
public interface LastMileTimes {
  /** Walking time, ms, or {@code TravelTimes.UNREACHABLE}. */
  int walk(int from, int to);

  /** Riding time, ms, or {@code TravelTimes.UNREACHABLE}. */
  int ride(int from, int to);

  /** Length of the ride, metres. */
  int rideMetres(int from, int to);

  /** Whether the zones let a ride begin at a place. */
  default boolean mayStart(int place) {
    return true;
  }

  /** Whether the zones let a scooter be left at a place. */
  default boolean mayEnd(int place) {
    return true;
  }
}
