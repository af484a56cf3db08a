package org.ieum.micromobility;

/** How vans get from place to place. Places are numbers that whoever asks gives out. */
public interface VanTourRoads {
  /** Driving time, ms, or {@code TravelTimes.UNREACHABLE}. */
  int millis(int from, int to);

  /** Length of that drive, metres. */
  int metres(int from, int to);
}
