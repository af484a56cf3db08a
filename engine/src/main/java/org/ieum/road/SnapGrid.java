package org.ieum.road;

import java.util.Arrays;
import org.ieum.model.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nearest point on the edges of one mode of travel: a uniform grid whose cells list the
 * edges that may pass through them. Built in milliseconds, so it is never stored. Immutable.
 */
final class SnapGrid {
  private static final double CELL_METRES = 150;
  private static final int MAX_CELLS = 4_000_000;
  private static final double METRES_PER_DEGREE = 6_371_000 * Math.PI / 180;

  /** Point coordinates, see {@link RoadGeometry}. */
  private final int[] pointStart;

  private final int[] lat;
  private final int[] lon;
  private final int minLat;
  private final int minLon;
  private final double cellMetres;
  private final double cellLat;
  private final double cellLon;
  private final int rows;
  private final int columns;

  /** First cell entry of grid cell {@code row * columns + column}; has one entry more. */
  private final int[] start;

  /** Edges by grid cell. */
  private final int[] edges;

  /**
   * Nearest point found.
   *
   * @param edge its edge, or -1 when there is none
   * @param fraction how far along the edge
   * @param location where it is
   * @param distance from the place asked for, metres
   * @param isRight whether the place asked for lies to the right of the edge or on it, seen from
   *     the edge's base node
   */
  record Nearest(int edge, double fraction, LatLon location, double distance, boolean isRight) {}

  SnapGrid(RoadGeometry geometry, boolean[] open) {
    pointStart = geometry.startCells();
    lat = geometry.latCells();
    lon = geometry.lonCells();
    int[] bounds = bounds();
    minLat = bounds[0];
    minLon = bounds[2];
    double maxAbsLat = Math.max(Math.abs(bounds[0]), Math.abs(bounds[1])) * 1e-7;
    double narrowest = Math.max(0.01, StrictMath.cos(StrictMath.toRadians(maxAbsLat)));
    double height = ((double) bounds[1] - bounds[0]) * 1e-7 * METRES_PER_DEGREE;
    double width = ((double) bounds[3] - bounds[2]) * 1e-7 * METRES_PER_DEGREE * narrowest;
    cellMetres = Math.max(CELL_METRES, Math.sqrt(height * width / MAX_CELLS));
    cellLat = cellMetres / METRES_PER_DEGREE * 1e7;
    cellLon = cellLat / narrowest;
    rows = row(bounds[1]) + 1;
    columns = column(bounds[3]) + 1;
    start = new int[rows * columns + 1];
    int[] last = new int[rows * columns];
    fill(open, last, null);
    for (int cell = 0; cell < rows * columns; cell++) {
      start[cell + 1] += start[cell];
    }
    edges = new int[start[rows * columns]];
    fill(open, last, start.clone());
  }

  /** Lowest and highest latitude, lowest and highest longitude of all points. */
  private int[] bounds() {
    int[] bounds = {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE};
    for (int i = 0; i < lat.length; i++) {
      bounds[0] = Math.min(bounds[0], lat[i]);
      bounds[1] = Math.max(bounds[1], lat[i]);
      bounds[2] = Math.min(bounds[2], lon[i]);
      bounds[3] = Math.max(bounds[3], lon[i]);
    }
    return bounds;
  }

  private int row(double latUnits) {
    return (int) Math.floor((latUnits - minLat) / cellLat);
  }

  private int column(double lonUnits) {
    return (int) Math.floor((lonUnits - minLon) / cellLon);
  }

  /** Counts the entries of each cell, or writes them when told where they go. */
  private void fill(boolean[] open, int[] last, int @Nullable [] next) {
    Arrays.fill(last, -1);
    for (int edge = 0; edge < open.length; edge++) {
      if (!open[edge]) {
        continue;
      }
      for (int i = pointStart[edge]; i < pointStart[edge + 1] - 1; i++) {
        int top = row(Math.max(lat[i], lat[i + 1]));
        int right = column(Math.max(lon[i], lon[i + 1]));
        for (int row = row(Math.min(lat[i], lat[i + 1])); row <= top; row++) {
          for (int col = column(Math.min(lon[i], lon[i + 1])); col <= right; col++) {
            int cell = row * columns + col;
            if (last[cell] != edge) {
              last[cell] = edge;
              if (next == null) {
                start[cell + 1]++;
              } else {
                edges[next[cell]++] = edge;
              }
            }
          }
        }
      }
    }
  }

  /** The nearest point within a radius in metres; of equally near edges that with the lowest id. */
  Nearest findNearest(LatLon place, double radius) {
    Search search = new Search(place, radius);
    int row = row(place.lat() * 1e7);
    int column = column(place.lon() * 1e7);
    // Cells of ring k are at least k-1 cell widths away.
    for (int ring = 0; (ring - 1) * cellMetres <= search.best; ring++) {
      for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        boolean edgeRow = Math.abs(r - row) == ring;
        int step = edgeRow || ring == 0 ? 1 : 2 * ring;
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c >= 0 && c < columns) {
            search.look(r * columns + c);
          }
        }
      }
    }
    return search.nearest();
  }

  /** One search on a plane that touches the earth at the place asked for. */
  private final class Search {
    private final double metresLat = 1e-7 * METRES_PER_DEGREE;
    private final double metresLon;
    private final double lat0;
    private final double lon0;
    private double best;
    private int edge = -1;
    private int point;
    private double share;

    Search(LatLon place, double radius) {
      lat0 = place.lat() * 1e7;
      lon0 = place.lon() * 1e7;
      metresLon = metresLat * StrictMath.cos(StrictMath.toRadians(place.lat()));
      best = radius;
    }

    void look(int cell) {
      for (int i = start[cell]; i < start[cell + 1]; i++) {
        for (int p = pointStart[edges[i]]; p < pointStart[edges[i] + 1] - 1; p++) {
          look(edges[i], p);
        }
      }
    }

    private void look(int candidate, int p) {
      double x1 = (lon[p] - lon0) * metresLon;
      double y1 = (lat[p] - lat0) * metresLat;
      double dx = ((double) lon[p + 1] - lon[p]) * metresLon;
      double dy = ((double) lat[p + 1] - lat[p]) * metresLat;
      double square = dx * dx + dy * dy;
      double along = square == 0 ? 0 : -(x1 * dx + y1 * dy) / square;
      double t = Math.max(0, Math.min(1, along));
      double distance = StrictMath.hypot(x1 + t * dx, y1 + t * dy);
      boolean better = edge < 0 ? distance <= best : distance < best;
      if (better || (distance == best && candidate < edge)) {
        best = distance;
        edge = candidate;
        point = p;
        share = t;
      }
    }

    Nearest nearest() {
      LatLon at =
          edge < 0
              ? new LatLon(lat0 * 1e-7, lon0 * 1e-7)
              : new LatLon(
                  (lat[point] + share * ((double) lat[point + 1] - lat[point])) * 1e-7,
                  (lon[point] + share * ((double) lon[point + 1] - lon[point])) * 1e-7);
      return edge < 0
          ? new Nearest(edge, 0, at, best, true)
          : new Nearest(edge, fraction(), at, best, isRight());
    }

    /** At a bend both straight parts say together on which side the place lies. */
    private boolean isRight() {
      double sine = sine(point);
      if (share == 0 && point > pointStart[edge]) {
        sine += sine(point - 1);
      } else if (share == 1 && point + 1 < pointStart[edge + 1] - 1) {
        sine += sine(point + 1);
      }
      return sine >= 0;
    }

    /**
     * The distance of the place asked for from the line through a straight part, positive to its
     * right, metres.
     */
    private double sine(int p) {
      double dx = ((double) lon[p + 1] - lon[p]) * metresLon;
      double dy = ((double) lat[p + 1] - lat[p]) * metresLat;
      double length = StrictMath.hypot(dx, dy);
      double x1 = (lon[p] - lon0) * metresLon;
      double y1 = (lat[p] - lat0) * metresLat;
      return length == 0 ? 0 : (dx * y1 - dy * x1) / length;
    }

    /** Share of the edge's length that lies before the point found. */
    private double fraction() {
      int first = pointStart[edge];
      int last = pointStart[edge + 1] - 1;
      double before = 0;
      double total = 0;
      for (int p = first; p < last; p++) {
        LatLon from = new LatLon(lat[p] * 1e-7, lon[p] * 1e-7);
        double part = from.metresTo(new LatLon(lat[p + 1] * 1e-7, lon[p + 1] * 1e-7));
        before += p < point ? part : p == point ? share * part : 0;
        total += part;
      }
      return total == 0 ? 0 : Math.min(1, before / total);
    }
  }
}
