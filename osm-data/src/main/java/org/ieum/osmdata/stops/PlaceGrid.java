package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ieum.model.LatLon;

/**
 * Places by the cell of a grid in which they lie, to find the nearest one within a short radius.
 */
final class PlaceGrid {
  // About 110 m from south to north.
  private static final double CELL_DEGREES = 0.001;
  private static final double METRES_PER_DEGREE = 111_195;

  private final List<LatLon> places = new ArrayList<>();
  private final Long2ObjectOpenHashMap<IntArrayList> cells = new Long2ObjectOpenHashMap<>();

  /** Adds a place; they are numbered from 0 in the order in which they come. */
  void add(LatLon place) {
    cells
        .computeIfAbsent(key(row(place.lat()), column(place.lon())), k -> new IntArrayList())
        .add(places.size());
    places.add(place);
  }

  /**
   * The number of the nearest wanted place, of equally near ones the smallest, -1 when there is
   * none within the radius.
   */
  int nearest(LatLon from, double radiusMetres, IntPredicate isWanted) {
    double latDegrees = radiusMetres / METRES_PER_DEGREE;
    double lonDegrees =
        latDegrees
            / Math.max(
                0.01, StrictMath.cos(StrictMath.toRadians(Math.abs(from.lat()) + latDegrees)));
    int best = -1;
    double bestMetres = radiusMetres;
    for (int r = row(from.lat() - latDegrees); r <= row(from.lat() + latDegrees); r++) {
      for (int c = column(from.lon() - lonDegrees); c <= column(from.lon() + lonDegrees); c++) {
        IntArrayList cell = cells.get(key(r, c));
        for (int i = 0; cell != null && i < cell.size(); i++) {
          int place = cell.getInt(i);
          double metres = from.metresTo(places.get(place));
          boolean isNearer =
              metres < bestMetres || (metres == bestMetres && (best < 0 || place < best));
          if (isNearer && isWanted.test(place)) {
            best = place;
            bestMetres = metres;
          }
        }
      }
    }
    return best;
  }

  private static int row(double lat) {
    return (int) Math.floor(lat / CELL_DEGREES);
  }

  private static int column(double lon) {
    return (int) Math.floor(lon / CELL_DEGREES);
  }

  private static long key(int row, int column) {
    return ((long) row << 32) ^ (column & 0xffffffffL);
  }
}
