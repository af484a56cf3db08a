package org.ieum.traveltime;

/** Gives the paths behind {@link TravelTimes}. Holds scratch memory and belongs to one thread. */
public interface DrivePaths {
  /**
   * The shortest path, whose duration equals that of {@link TravelTimes#duration}.
   *
   * @throws IllegalArgumentException when no path exists
   */
  DrivePath path(int fromPlace, int toPlace);
}
