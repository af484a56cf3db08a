package org.ieum.osmdata.clip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.progress.InputFaults;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads a service area from GeoJSON (RFC 7946). Several polygons are joined. Faults name the
 * polygon, the ring and the point, counted from 1; ring 1 is the shell, the others are holes.
 */
final class AreaFile {
  private static final int RING_POINTS = 4;

  private final Path file;
  private final InputFaults faults = new InputFaults();
  private final GeometryFactory factory = new GeometryFactory();
  private final List<Polygon> polygons = new ArrayList<>();
  private int seen;

  AreaFile(Path file) {
    this.file = file;
  }

  AreaOutline read() {
    collect(JsonFile.read(file), "");
    if (seen == 0 && faults.count() == 0) {
      faults.add(file + ": has no Polygon or MultiPolygon");
    }
    faults.throwIfAny();
    Geometry joined = polygons.size() == 1 ? polygons.get(0) : UnaryUnionOp.union(polygons);
    return new AreaOutline(joined);
  }

  static void write(Geometry outline, Path to) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode feature = mapper.createObjectNode().put("type", "Feature");
    feature.putObject("properties");
    ObjectNode geometry = feature.putObject("geometry");
    if (outline instanceof Polygon polygon) {
      geometry.put("type", "Polygon");
      addRings(polygon, geometry.putArray("coordinates"));
    } else {
      geometry.put("type", "MultiPolygon");
      ArrayNode parts = geometry.putArray("coordinates");
      for (int i = 0; i < outline.getNumGeometries(); i++) {
        addRings((Polygon) outline.getGeometryN(i), parts.addArray());
      }
    }
    Files.writeString(to, mapper.writeValueAsString(feature) + "\n");
  }

  private static void addRings(Polygon polygon, ArrayNode rings) {
    addPoints(polygon.getExteriorRing(), rings.addArray());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      addPoints(polygon.getInteriorRingN(i), rings.addArray());
    }
  }

  private static void addPoints(LinearRing ring, ArrayNode points) {
    for (Coordinate point : ring.getCoordinates()) {
      points.addArray().add(point.x).add(point.y);
    }
  }

  private void collect(JsonNode node, String where) {
    String type = node.path("type").asText("");
    switch (type) {
      case "FeatureCollection" -> {
        int number = 0;
        for (JsonNode feature : node.path("features")) {
          collect(feature, "feature " + ++number + ": ");
        }
      }
      case "Feature" -> collect(node.path("geometry"), where);
      case "Polygon" -> addPolygon(node.path("coordinates"));
      case "MultiPolygon" -> node.path("coordinates").forEach(this::addPolygon);
      default ->
          faults.add(
              file + ": " + where + "type must be Polygon or MultiPolygon, was '" + type + "'");
    }
  }

  private void addPolygon(JsonNode rings) {
    seen++;
    int before = faults.count();
    String where = "polygon " + seen;
    List<LinearRing> read = new ArrayList<>();
    int number = 0;
    for (JsonNode ring : rings) {
      LinearRing valid = ring(ring, where + " ring " + ++number);
      if (valid != null) {
        read.add(valid);
      }
    }
    if (number == 0) {
      faults.add(file + ": " + where + " has no ring");
    }
    if (faults.count() > before) {
      return;
    }
    Polygon polygon =
        factory.createPolygon(read.get(0), read.subList(1, read.size()).toArray(new LinearRing[0]));
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error == null) {
      polygons.add(polygon);
    } else {
      Coordinate at = error.getCoordinate();
      faults.add(
          file
              + ": "
              + where
              + " crosses or touches itself at ["
              + at.x
              + ", "
              + at.y
              + "] ("
              + error.getMessage()
              + ")");
    }
  }

  private @Nullable LinearRing ring(JsonNode points, String where) {
    int before = faults.count();
    List<Coordinate> coordinates = new ArrayList<>();
    for (JsonNode point : points) {
      addPoint(point, where + " point " + (coordinates.size() + 1), coordinates);
    }
    if (faults.count() == before && coordinates.size() < RING_POINTS) {
      faults.add(file + ": " + where + " must have >= 4 points, has " + coordinates.size());
    }
    if (faults.count() > before) {
      return null;
    }
    Coordinate first = coordinates.get(0);
    Coordinate last = coordinates.get(coordinates.size() - 1);
    if (!first.equals2D(last)) {
      faults.add(
          file
              + ": "
              + where
              + " is not closed: first point ["
              + first.x
              + ", "
              + first.y
              + "], last point ["
              + last.x
              + ", "
              + last.y
              + "]");
      return null;
    }
    return factory.createLinearRing(coordinates.toArray(new Coordinate[0]));
  }

  private void addPoint(JsonNode point, String where, List<Coordinate> to) {
    if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
      faults.add(file + ": " + where + " must be [longitude, latitude], was " + point);
      to.add(new Coordinate());
      return;
    }
    double lon = point.get(0).asDouble();
    double lat = point.get(1).asDouble();
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
      boolean swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
      faults.add(
          file
              + ": "
              + where
              + " is off the earth: "
              + point
              + (swapped ? "; longitude and latitude look swapped" : ""));
    }
    to.add(new Coordinate(lon, lat));
  }
}
