package org.ieum.osmdata.stops;

import static org.ieum.osmdata.clip.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StopsFileTest {
  @TempDir Path folder = Path.of("");

  private Path file(String features) throws IOException {
    return Files.writeString(
        folder.resolve("stops.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  private static String feature(String coordinates, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
        + coordinates
        + "},\"properties\":{"
        + properties
        + "}}";
  }

  @Test
  void writtenStopsReadBackTheSame() throws IOException {
    List<PlacedStop> stops =
        List.of(
            new PlacedStop(
                new StopPoint("v1", "\"Quoted\" \\ 백령로", new LatLon(57.7088701, 11.97)),
                StopSource.VIRTUAL),
            new PlacedStop(
                new StopPoint("2", "B", new LatLon(-0.0000001, -179.9999999)), StopSource.OSM));
    Path file = folder.resolve("s.geojson");
    StopsFile.write(stops, file);
    assertEquals(stops, StopsFile.read(file));
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    JsonNode at = root.path("features").path(0).path("geometry").path("coordinates");
    assertEquals(11.97, at.path(0).asDouble(), "longitude comes first");
  }

  @Test
  void sourceAndNameMayBeMissing() throws IOException {
    PlacedStop stop = StopsFile.read(file(feature("[12,57]", "\"id\":\"a\""))).get(0);
    assertEquals(
        new PlacedStop(new StopPoint("a", "a", new LatLon(57, 12)), StopSource.GIVEN), stop);
  }

  @Test
  void faultsNameTheFeature() throws IOException {
    assertFault(() -> StopsFile.read(folder.resolve("x.geojson")), "x.geojson: no such file");
    assertFault(() -> StopsFile.read(file("")), "stops.geojson: has no stops");
    assertFault(() -> StopsFile.read(file("{")), "line 1: is no JSON");
    String good = feature("[12,57]", "\"id\":\"a\"");
    assertFault(() -> StopsFile.read(file(good + "," + good)), "feature 2: id 'a' is there twice");
    assertFault(() -> StopsFile.read(file(feature("[12,57]", ""))), "feature 1: id is missing");
    assertFault(
        () -> StopsFile.read(file(feature("[37,126]", "\"id\":\"a\""))), "feature 1", "[37,126]");
    assertFault(
        () -> StopsFile.read(file(feature("[1]", "\"id\":\"a\""))), "feature 1: coordinates");
    assertFault(
        () -> StopsFile.read(file(feature("[1,2]", "\"id\":\"a\",\"source\":\"x\""))),
        "source must be given, osm or virtual, was 'x'");
    Path array = Files.writeString(folder.resolve("array.json"), "[]");
    assertFault(() -> StopsFile.read(array), "type must be FeatureCollection");
    assertTrue(Files.exists(array));
  }
}
