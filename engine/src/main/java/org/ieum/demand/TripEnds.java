package org.ieum.demand;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ieum.model.LatLon;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadPosition;

/**
 * Draws places where trips end. An edge is drawn by its length times the density of walkable
 * streets and paths in its cell of about 250 m, so that a dense quarter draws more than its share
 * of length.
 */
final class TripEnds {
  private static final double CELLS_PER_DEGREE = 400;

  private final PathGeometry geometry;

  /** Sum of the weights of edges 0 to i. */
  private final double[] cumulated;

  TripEnds(PathGeometry geometry) {
    this.geometry = geometry;
    int count = geometry.edgeCount();
    long[] cells = new long[count];
    Long2DoubleOpenHashMap density = new Long2DoubleOpenHashMap();
    for (int edge = 0; edge < count; edge++) {
      if (geometry.walkable(edge)) {
        cells[edge] = cell(geometry.locate(new RoadPosition(edge, 0.5)));
        density.addTo(cells[edge], geometry.length(edge));
      }
    }
    cumulated = new double[count];
    double sum = 0;
    for (int edge = 0; edge < count; edge++) {
      if (geometry.walkable(edge)) {
        sum += geometry.length(edge) * density.get(cells[edge]);
      }
      cumulated[edge] = sum;
    }
    if (sum == 0) {
      throw new IllegalArgumentException("no walkable streets or paths to draw trips from");
    }
  }

  private static long cell(LatLon place) {
    double shrink = StrictMath.cos(StrictMath.toRadians(Math.rint(place.lat())));
    long row = (long) Math.floor(place.lat() * CELLS_PER_DEGREE);
    long column = (long) Math.floor(place.lon() * CELLS_PER_DEGREE * shrink);
    return (row << 32) ^ (column & 0xffff_ffffL);
  }

  LatLon draw(SplittableRandom random) {
    double weight = random.nextDouble() * cumulated[cumulated.length - 1];
    int edge = Arrays.binarySearch(cumulated, weight);
    edge = edge < 0 ? ~edge : edge + 1;
    while (edge >= cumulated.length || !geometry.walkable(edge)) {
      edge = edge >= cumulated.length ? 0 : edge + 1;
    }
    return geometry.locate(new RoadPosition(edge, random.nextDouble()));
  }

  /** A place within a radius, evenly over the circle. */
  LatLon drawAround(LatLon middle, double radius, SplittableRandom random) {
    double distance = radius * Math.sqrt(random.nextDouble());
    double angle = 2 * Math.PI * random.nextDouble();
    double metresPerDegree = 111_195;
    double lat = middle.lat() + distance * StrictMath.cos(angle) / metresPerDegree;
    double shrink = StrictMath.cos(StrictMath.toRadians(middle.lat()));
    double lon = middle.lon() + distance * StrictMath.sin(angle) / metresPerDegree / shrink;
    return new LatLon(lat, lon);
  }
}
