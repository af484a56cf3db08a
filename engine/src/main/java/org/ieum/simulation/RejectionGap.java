package org.ieum.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.ieum.model.LatLon;

/** How differently often requests of different kinds are rejected. */
final class RejectionGap {
  private static final double ZONES_PER_DEGREE = 50;

  private final int fewest;
  private final Map<Long, int[]> counts = new TreeMap<>();

  /** Leaves out kinds with fewer requests than given. */
  RejectionGap(int fewest) {
    this.fewest = fewest;
  }

  void add(long kind, boolean rejected) {
    int[] count = counts.computeIfAbsent(kind, key -> new int[2]);
    count[0]++;
    count[1] += rejected ? 1 : 0;
  }

  /** The square of about 2 km in which a place lies. */
  static long zone(LatLon place) {
    double shrink = StrictMath.cos(StrictMath.toRadians(Math.rint(place.lat())));
    long row = (long) Math.floor(place.lat() * ZONES_PER_DEGREE);
    long column = (long) Math.floor(place.lon() * ZONES_PER_DEGREE * shrink);
    return row * 1_000_000 + column;
  }

  /** Highest less lowest rejection rate; NaN when there are not two kinds to compare. */
  double gap() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int kinds = 0;
    for (int[] count : counts.values()) {
      if (count[0] >= fewest) {
        double rate = (double) count[1] / count[0];
        least = Math.min(least, rate);
        most = Math.max(most, rate);
        kinds++;
      }
    }
    return kinds < 2 ? Double.NaN : most - least;
  }
}
