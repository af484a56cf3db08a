package org.ieum.simulation;

import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.DrivePaths;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.TravelTimes;

/**
 * The roads as vehicles find them when they drive.
 *
 * @param times tell where no open road leads
 * @param paths that vehicles follow
 * @param geometry of the paths
 */
record DrivenRoads(TravelTimes times, DrivePaths paths, PathGeometry geometry) {
  /** The drive from one place towards another, as far as it went between two times, ms. */
  DrivenLeg leg(int fromPlace, int toPlace, int departure, int end, int aboard) {
    DrivePath path = paths.path(fromPlace, toPlace);
    double metres = path.metres(end - departure, geometry);
    return new DrivenLeg(departure, end, path, aboard, metres, times.isCutOff(fromPlace, toPlace));
  }
}
