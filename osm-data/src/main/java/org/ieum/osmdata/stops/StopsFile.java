package org.ieum.osmdata.stops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.clip.JsonFile;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/**
 * The stop points of an area as GeoJSON: a FeatureCollection of points {@code [lon, lat]} in
 * degrees with the properties {@code id}, {@code name} and {@code source} ({@code given}, {@code
 * osm} or {@code virtual}; {@code given} when missing). One feature a line.
 */
public final class StopsFile {
  private StopsFile() {}

  /** Writes the stops in their order, over an old file if there is one. */
  public static void write(List<PlacedStop> stops, Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
      String separator = "\n";
      for (PlacedStop stop : stops) {
        ObjectNode feature = mapper.createObjectNode().put("type", "Feature");
        LatLon at = stop.point().location();
        feature
            .putObject("geometry")
            .put("type", "Point")
            .putArray("coordinates")
            .add(sevenDigits(at.lon()))
            .add(sevenDigits(at.lat()));
        feature
            .putObject("properties")
            .put("id", stop.point().id())
            .put("name", stop.point().name())
            .put("source", stop.source().text());
        out.write(separator + mapper.writeValueAsString(feature));
        separator = ",\n";
      }
      out.write("\n]}\n");
    }
  }

  private static double sevenDigits(double degrees) {
    return Math.rint(degrees * 1e7) / 1e7;
  }

  /**
   * Reads the stops in their order.
   *
   * @throws InputException when the file is no such GeoJSON, or an id is missing or there twice
   */
  public static List<PlacedStop> read(Path file) {
    JsonNode root = JsonFile.read(file);
    InputFaults faults = new InputFaults();
    List<PlacedStop> stops = new ArrayList<>();
    if (!root.path("type").asText("").equals("FeatureCollection")) {
      faults.add(
          file + ": type must be FeatureCollection, was '" + root.path("type").asText("") + "'");
    }
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (JsonNode feature : root.path("features")) {
      addStop(feature, file + ": feature " + ++number + ": ", ids, stops, faults);
    }
    if (number == 0 && faults.count() == 0) {
      faults.add(file + ": has no stops");
    }
    faults.throwIfAny();
    return stops;
  }

  private static void addStop(
      JsonNode feature, String where, Set<String> ids, List<PlacedStop> stops, InputFaults faults) {
    int before = faults.count();
    JsonNode properties = feature.path("properties");
    String id = properties.path("id").asText("");
    if (id.isBlank()) {
      faults.add(where + "id is missing");
    } else if (!ids.add(id)) {
      faults.add(where + "id '" + id + "' is there twice");
    }
    String sourceText = properties.path("source").asText("given");
    StopSource source = StopSource.GIVEN;
    try {
      source = StopSource.valueOf(sourceText.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      faults.add(where + "source must be given, osm or virtual, was '" + sourceText + "'");
    }
    JsonNode at = feature.path("geometry").path("coordinates");
    double lon = at.path(0).asDouble(Double.NaN);
    double lat = at.path(1).asDouble(Double.NaN);
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      faults.add(where + "coordinates must be [longitude, latitude], was " + at);
    }
    if (faults.count() == before) {
      String name = properties.path("name").asText(id);
      stops.add(new PlacedStop(new StopPoint(id, name, new LatLon(lat, lon)), source));
    }
  }
}
