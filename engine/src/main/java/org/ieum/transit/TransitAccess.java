package org.ieum.transit;

/**
 * A way to get to a stop, or from one, by something else than transit.
 *
 * @param stop index of the stop in the timetable
 * @param time for ways to a stop, when one is there at the earliest, Unix seconds; for ways from a
 *     stop, how long it takes from there, seconds (searches for the latest departure have it the
 *     other way round)
 * @param walking how much of the way is walked, seconds
 * @param fare what the way costs, minor units
 * @param vehicles how many vehicles are used on the way
 * @param key tells whoever asks which way it was; means nothing to the search
 */
public record TransitAccess(int stop, long time, int walking, long fare, int vehicles, int key) {
  public TransitAccess {
    if (stop < 0) {
      throw new IllegalArgumentException("stop must be >= 0, was " + stop);
    }
    if (walking < 0) {
      throw new IllegalArgumentException("walking must be >= 0 s, was " + walking);
    }
    if (vehicles < 0) {
      throw new IllegalArgumentException("vehicles must be >= 0, was " + vehicles);
    }
  }
}
