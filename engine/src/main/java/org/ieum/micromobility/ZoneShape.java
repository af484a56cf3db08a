package org.ieum.micromobility;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.List;
import org.ieum.model.LatLon;

/** One polygon of a zone as rings of numbers. Degrees are taken for a plane. */
final class ZoneShape {
  private final double south;
  private final double north;
  private final double west;
  private final double east;

  /**
   * Of corner i of ring r, the outline first, at [r][2 * i] the latitude, and its longitude behind
   * it.
   */
  private final double[][] rings;

  ZoneShape(GeofencingZone.Polygon polygon) {
    rings = new double[1 + polygon.holes().size()][];
    rings[0] = ring(polygon.outline());
    for (int i = 1; i < rings.length; i++) {
      rings[i] = ring(polygon.holes().get(i - 1));
    }
    double[] bounds = {90, -90, 180, -180};
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        bounds[0] = Math.min(bounds[0], ring[i]);
        bounds[1] = Math.max(bounds[1], ring[i]);
        bounds[2] = Math.min(bounds[2], ring[i + 1]);
        bounds[3] = Math.max(bounds[3], ring[i + 1]);
      }
    }
    south = bounds[0];
    north = bounds[1];
    west = bounds[2];
    east = bounds[3];
  }

  private static double[] ring(List<LatLon> corners) {
    double[] ring = new double[2 * corners.size()];
    for (int i = 0; i < corners.size(); i++) {
      ring[2 * i] = corners.get(i).lat();
      ring[2 * i + 1] = corners.get(i).lon();
    }
    return ring;
  }

  /**
   * Whether a place is inside: a ray to the north crosses borders an odd number of times, holes
   * counted like outlines.
   */
  boolean contains(double lat, double lon) {
    if (lat < south || lat > north || lon < west || lon > east) {
      return false;
    }
    boolean isInside = false;
    for (double[] ring : rings) {
      int j = ring.length - 2;
      for (int i = 0; i < ring.length; j = i, i += 2) {
        double lonI = ring[i + 1];
        double lonJ = ring[j + 1];
        if ((lonI > lon) != (lonJ > lon)
            && lat < (ring[j] - ring[i]) * (lon - lonI) / (lonJ - lonI) + ring[i]) {
          isInside = !isInside;
        }
      }
    }
    return isInside;
  }

  /**
   * Where a straight line crosses borders.
   *
   * @param cuts shares of the line from its beginning are added, 0 to 1, in no order
   */
  void cut(LatLon from, LatLon to, DoubleArrayList cuts) {
    if (Math.max(from.lat(), to.lat()) < south
        || Math.min(from.lat(), to.lat()) > north
        || Math.max(from.lon(), to.lon()) < west
        || Math.min(from.lon(), to.lon()) > east) {
      return;
    }
    double dLat = to.lat() - from.lat();
    double dLon = to.lon() - from.lon();
    for (double[] ring : rings) {
      int j = ring.length - 2;
      for (int i = 0; i < ring.length; j = i, i += 2) {
        double sideLat = ring[i] - ring[j];
        double sideLon = ring[i + 1] - ring[j + 1];
        double cross = dLat * sideLon - dLon * sideLat;
        double offLat = ring[j] - from.lat();
        double offLon = ring[j + 1] - from.lon();
        double along = (offLat * sideLon - offLon * sideLat) / cross;
        double across = (offLat * dLon - offLon * dLat) / cross;
        if (along >= 0 && along <= 1 && across >= 0 && across <= 1) {
          cuts.add(along);
        }
      }
    }
  }
}
