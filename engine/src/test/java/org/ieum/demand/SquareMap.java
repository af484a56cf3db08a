package org.ieum.demand;

import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadPosition;

/**
 * Streets to the east, each 100 m long, on a square north of the equator. Every third is a motorway
 * on which nobody walks. Rows are 100 m apart in the south and 200 m in the northern third of them.
 */
final class SquareMap implements PathGeometry {
  static final double METRES_PER_DEGREE = 6_371_000 * Math.PI / 180;

  private final int side;

  /** A map of so many streets in both directions. */
  SquareMap(int side) {
    this.side = side;
  }

  /** A place so many metres to the north and east. */
  static LatLon at(double north, double east) {
    return new LatLon(north / METRES_PER_DEGREE, east / METRES_PER_DEGREE);
  }

  private double north(int edge) {
    int row = edge / side;
    int dense = side * 2 / 3;
    return 100.0 * row + 100.0 * Math.max(0, row - dense);
  }

  /** The edge on which a place lies, or -1. */
  int edgeAt(LatLon place) {
    for (int edge = 0; edge < edgeCount(); edge++) {
      double east = place.lon() * METRES_PER_DEGREE - 100.0 * (edge % side);
      boolean along = east >= -1e-6 && east <= 100 + 1e-6;
      boolean onRow = Math.abs(place.lat() * METRES_PER_DEGREE - north(edge)) < 1e-6;
      if (along && onRow && walkable(edge)) {
        return edge;
      }
    }
    return -1;
  }

  @Override
  public int edgeCount() {
    return side * side;
  }

  @Override
  public double length(int edge) {
    return 100;
  }

  @Override
  public List<LatLon> shape(int edge) {
    return List.of(locate(new RoadPosition(edge, 0)), locate(new RoadPosition(edge, 1)));
  }

  @Override
  public LatLon locate(RoadPosition position) {
    return at(north(position.edge()), 100 * (position.edge() % side + position.fraction()));
  }

  @Override
  public boolean drivable(int edge) {
    return true;
  }

  @Override
  public boolean walkable(int edge) {
    return edge % 3 != 0;
  }
}
