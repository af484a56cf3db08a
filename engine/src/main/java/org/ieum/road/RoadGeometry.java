package org.ieum.road;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadPosition;

/** The shapes of all road edges in flat arrays. Immutable. */
final class RoadGeometry implements PathGeometry {
  private static final double UNIT = 1e-7;

  /** First point of edge i; has one entry more. */
  private final int[] start;

  /** Latitude of point i, 1e-7 degrees. */
  private final int[] lat;

  /** Longitude of point i, 1e-7 degrees. */
  private final int[] lon;

  /** Length of edge i, metres, as the sum of its straight parts. */
  private final double[] length;

  /** Whether cars may use edge i. */
  private final boolean[] drivable;

  /** Whether people on foot may use edge i. */
  private final boolean[] walkable;

  RoadGeometry(
      int[] start, int[] lat, int[] lon, double[] length, boolean[] drivable, boolean[] walkable) {
    this.start = start;
    this.lat = lat;
    this.lon = lon;
    this.length = length;
    this.drivable = drivable;
    this.walkable = walkable;
  }

  /** Shapes whose lengths are measured here. */
  static RoadGeometry measure(
      int[] start, int[] lat, int[] lon, boolean[] drivable, boolean[] walkable) {
    double[] length = new double[start.length - 1];
    RoadGeometry geometry = new RoadGeometry(start, lat, lon, length, drivable, walkable);
    for (int edge = 0; edge < length.length; edge++) {
      for (int i = start[edge]; i < start[edge + 1] - 1; i++) {
        length[edge] += geometry.point(i).metresTo(geometry.point(i + 1));
      }
    }
    return geometry;
  }

  /** The same shapes with other edges open to cars. */
  RoadGeometry withDrivable(boolean[] open) {
    return new RoadGeometry(start, lat, lon, length, open, walkable);
  }

  static int toUnits(double degrees) {
    return (int) Math.round(degrees / UNIT);
  }

  static double toDegrees(int units) {
    return units * UNIT;
  }

  private LatLon point(int i) {
    return new LatLon(toDegrees(lat[i]), toDegrees(lon[i]));
  }

  @Override
  public int edgeCount() {
    return length.length;
  }

  @Override
  public double length(int edge) {
    return length[edge];
  }

  @Override
  public List<LatLon> shape(int edge) {
    List<LatLon> points = new ArrayList<>(start[edge + 1] - start[edge]);
    for (int i = start[edge]; i < start[edge + 1]; i++) {
      points.add(point(i));
    }
    return points;
  }

  @Override
  public LatLon locate(RoadPosition position) {
    int edge = position.edge();
    double rest = position.fraction() * length[edge];
    int last = start[edge + 1] - 1;
    for (int i = start[edge]; i < last; i++) {
      double part = point(i).metresTo(point(i + 1));
      if (rest <= part && part > 0) {
        double share = rest / part;
        return new LatLon(
            toDegrees(lat[i]) + share * toDegrees(lat[i + 1] - lat[i]),
            toDegrees(lon[i]) + share * toDegrees(lon[i + 1] - lon[i]));
      }
      rest -= part;
    }
    return point(last);
  }

  @Override
  public boolean drivable(int edge) {
    return drivable[edge];
  }

  @Override
  public boolean walkable(int edge) {
    return walkable[edge];
  }

  // The arrays themselves, for the index and for storing; nobody may write to them.

  int[] startCells() {
    return start;
  }

  int[] latCells() {
    return lat;
  }

  int[] lonCells() {
    return lon;
  }

  double[] lengthCells() {
    return length;
  }

  boolean[] drivableCells() {
    return drivable;
  }

  boolean[] walkableCells() {
    return walkable;
  }
}
