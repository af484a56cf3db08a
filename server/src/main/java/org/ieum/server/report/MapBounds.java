package org.ieum.server.report;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.server.report.VehicleDay.TrackPoint;

/**
 * The box around everything on the map, in whole 1e-5 degrees. Without anything to show it is a
 * point at zero.
 *
 * @param south lowest latitude
 * @param west lowest longitude
 * @param north highest latitude
 * @param east highest longitude
 */
record MapBounds(int south, int west, int north, int east) {
  private static final double STEPS_PER_DEGREE = 1e5;

  static MapBounds of(ReportData data) {
    List<LatLon> places = new ArrayList<>();
    data.roads().forEach(road -> places.addAll(road.points()));
    data.stops().forEach(stop -> places.add(stop.stop().location()));
    for (VehicleDay vehicle : data.vehicles()) {
      vehicle.track().stream().map(TrackPoint::place).forEach(places::add);
    }
    if (places.isEmpty()) {
      return new MapBounds(0, 0, 0, 0);
    }
    int south = Integer.MAX_VALUE;
    int west = Integer.MAX_VALUE;
    int north = Integer.MIN_VALUE;
    int east = Integer.MIN_VALUE;
    for (LatLon place : places) {
      south = Math.min(south, steps(place.lat()));
      north = Math.max(north, steps(place.lat()));
      west = Math.min(west, steps(place.lon()));
      east = Math.max(east, steps(place.lon()));
    }
    return new MapBounds(south, west, north, east);
  }

  /** Steps from the southern edge to a place. */
  int north(LatLon place) {
    return steps(place.lat()) - south;
  }

  /** Steps from the western edge to a place. */
  int east(LatLon place) {
    return steps(place.lon()) - west;
  }

  private static int steps(double degrees) {
    return (int) Math.round(degrees * STEPS_PER_DEGREE);
  }
}
