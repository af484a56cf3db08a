package org.ieum.traveltime;

/** Gives the paths behind {@link TravelTimes}. Holds scratch memory and belongs to one thread. */
public interface DrivePaths {
  /**
   * The path that a vehicle takes, whose duration equals that of {@link
   * TravelTimes#durationAnyway}.
   *
   * @throws IllegalArgumentException when no path exists even with no road closed
   */
  DrivePath path(int fromPlace, int toPlace);
}
