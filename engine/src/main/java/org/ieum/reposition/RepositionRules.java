package org.ieum.reposition;

/**
 * How idle vehicles are moved.
 *
 * @param interval from one decision where they ought to be to the next, ms
 * @param hop how long a vehicle goes before it is asked again whether it is still to go on, ms
 * @param horizon how far ahead riders are expected, ms
 * @param longestDrive of a vehicle to where it will surely be needed, ms; where that is less
 *     likely, it drives for a shorter time in proportion
 * @param shortestStay how long it is there at least before its next stop calls it away, ms
 * @param zones how many there are for each vehicle
 */
public record RepositionRules(
    int interval, int hop, int horizon, int longestDrive, int shortestStay, double zones) {
  private static final int MINUTE = 60_000;

  /** Decided every minute for the next twenty; nobody drives more than ten minutes. */
  public static final RepositionRules DEFAULT =
      new RepositionRules(
          MINUTE, MINUTE / 4, 20 * MINUTE, 10 * MINUTE, 10 * MINUTE, /* zones= */ 0.5);

  public RepositionRules {
    if (hop < 1 || interval < hop) {
      throw new IllegalArgumentException(
          "hop must be from 1 ms to the interval, was " + hop + " with " + interval);
    }
    if (horizon < 1 || longestDrive < 1 || shortestStay < 0) {
      throw new IllegalArgumentException(
          "horizon and longestDrive must be >= 1 and shortestStay >= 0, were "
              + horizon
              + ", "
              + longestDrive
              + ", "
              + shortestStay);
    }
    if (!(zones > 0 && zones <= 10)) {
      throw new IllegalArgumentException("zones must be above 0, at most 10, were " + zones);
    }
  }
}
