package org.ieum.model;

/**
 * A rest of the driver, without riders aboard.
 *
 * @param stopPoint where it is taken
 * @param start when it may begin
 * @param duration how long it lasts, ms
 */
public record Break(int stopPoint, TimeWindow start, int duration) {
  public Break {
    if (stopPoint < 0) {
      throw new IllegalArgumentException("stop point of a break must be >= 0, was " + stopPoint);
    }
    if (duration <= 0) {
      throw new IllegalArgumentException("duration of a break must be > 0, was " + duration);
    }
  }
}
