package org.ieum.transit;

import it.unimi.dsi.fastutil.ints.IntArrays;

/**
 * Footpaths as the crow flies, for where no streets are known: the distance on the sphere, taken a
 * bit longer, at one speed.
 */
public final class StraightPaths {
  /** How much longer streets are than the straight line. */
  private static final double DETOUR = 1.3;

  private static final double METRES_PER_DEGREE = 111_000;

  private StraightPaths() {}

  /**
   * All ways up to a distance.
   *
   * @param radius metres as the crow flies
   * @param speed walking, metres a second
   */
  public static FootpathsBuilder within(Timetable timetable, double radius, double speed) {
    int n = timetable.stopCount();
    FootpathsBuilder paths = new FootpathsBuilder(n);
    int[] byLatitude = new int[n];
    for (int i = 0; i < n; i++) {
      byLatitude[i] = i;
    }
    IntArrays.quickSort(
        byLatitude,
        (a, b) -> {
          int order = Double.compare(latitude(timetable, a), latitude(timetable, b));
          return order != 0 ? order : Integer.compare(a, b);
        });
    for (int i = 0; i < n; i++) {
      int a = byLatitude[i];
      double highest = latitude(timetable, a) + radius / METRES_PER_DEGREE;
      for (int j = i + 1; j < n && latitude(timetable, byLatitude[j]) <= highest; j++) {
        int b = byLatitude[j];
        double metres = timetable.stop(a).position().metresTo(timetable.stop(b).position());
        if (metres <= radius) {
          int seconds = (int) StrictMath.ceil(metres * DETOUR / speed);
          paths.walk(a, b, seconds).walk(b, a, seconds);
        }
      }
    }
    return paths;
  }

  private static double latitude(Timetable timetable, int stop) {
    return timetable.stop(stop).position().lat();
  }
}
