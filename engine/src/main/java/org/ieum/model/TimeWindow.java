package org.ieum.model;

/**
 * An inclusive span of time.
 *
 * @param earliest first moment, ms since the area's epoch
 * @param latest last moment, ms since the area's epoch
 */
public record TimeWindow(int earliest, int latest) {
  public TimeWindow {
    if (earliest > latest) {
      throw new IllegalArgumentException(
          "earliest must be <= latest, was " + earliest + " > " + latest);
    }
  }

  public boolean contains(int time) {
    return earliest <= time && time <= latest;
  }

  public boolean overlaps(TimeWindow other) {
    return earliest <= other.latest && other.earliest <= latest;
  }
}
