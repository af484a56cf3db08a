package org.ieum.model;

import java.util.List;

/**
 * An interval in which a vehicle serves riders. Times count from the area's epoch, so a shift
 * across midnight is nothing special.
 *
 * @param time from when to when; the vehicle is back by the end
 * @param startStopPoint where it begins
 * @param endStopPoint where it ends, or {@link #ANYWHERE}
 * @param breaks rests, in the order of their windows
 */
public record Shift(TimeWindow time, int startStopPoint, int endStopPoint, List<Break> breaks) {
  /** The end of a shift that may be wherever the last rider alighted. */
  public static final int ANYWHERE = -1;

  public Shift {
    if (startStopPoint < 0) {
      throw new IllegalArgumentException("start of a shift must be >= 0, was " + startStopPoint);
    }
    if (endStopPoint < ANYWHERE) {
      throw new IllegalArgumentException("end of a shift must be >= -1, was " + endStopPoint);
    }
    breaks = List.copyOf(breaks);
    int free = time.earliest();
    for (Break rest : breaks) {
      int latestEnd = rest.start().latest() + rest.duration();
      if (rest.start().earliest() < free || latestEnd > time.latest()) {
        throw new IllegalArgumentException(
            "breaks must follow each other within the shift, was " + rest + " in " + time);
      }
      free = rest.start().earliest() + rest.duration();
    }
  }
}
