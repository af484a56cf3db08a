package org.ieum.server.gbfs;

import java.util.ArrayList;
import java.util.List;
import org.geojson.LngLatAlt;
import org.ieum.micromobility.GeofencingZone.Polygon;
import org.ieum.model.LatLon;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Looks whether a polygon is one. */
final class ZonePolygon {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private ZonePolygon() {}

  /**
   * The polygon, if its rings are closed, on the earth, and cross neither themselves nor others.
   */
  static Polygon checked(int index, List<List<LngLatAlt>> rings) throws BadRow {
    String name = "polygon " + index;
    if (rings.isEmpty()) {
      throw new BadRow(name + " has no border");
    }
    List<LinearRing> borders = new ArrayList<>();
    List<List<LatLon>> places = new ArrayList<>();
    for (List<LngLatAlt> ring : rings) {
      int size = ring.size();
      if (size < 4) {
        throw new BadRow(name + " must have rings of at least 4 places, had " + size);
      }
      if (ring.get(0).getLongitude() != ring.get(size - 1).getLongitude()
          || ring.get(0).getLatitude() != ring.get(size - 1).getLatitude()) {
        throw new BadRow(name + " has a ring that does not end where it begins");
      }
      Coordinate[] corners = new Coordinate[size];
      List<LatLon> own = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        LatLon place = FeedRows.place(ring.get(i).getLatitude(), ring.get(i).getLongitude());
        corners[i] = new Coordinate(place.lon(), place.lat());
        own.add(place);
      }
      borders.add(GEOMETRY.createLinearRing(corners));
      places.add(own.subList(0, size - 1));
    }
    LinearRing[] holes = borders.subList(1, borders.size()).toArray(new LinearRing[0]);
    TopologyValidationError error =
        new IsValidOp(GEOMETRY.createPolygon(borders.get(0), holes)).getValidationError();
    if (error != null) {
      throw new BadRow(name + " " + what(error) + " near " + where(error.getCoordinate()));
    }
    return new Polygon(places.get(0), places.subList(1, places.size()));
  }

  private static String what(TopologyValidationError error) {
    return switch (error.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION,
          TopologyValidationError.RING_SELF_INTERSECTION ->
          "crosses itself";
      default -> "is none (" + error.getMessage() + ")";
    };
  }

  private static String where(Coordinate place) {
    return place.getY() + ", " + place.getX();
  }
}
