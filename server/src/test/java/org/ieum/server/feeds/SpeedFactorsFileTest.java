package org.ieum.server.feeds;

import static org.ieum.server.feeds.FeedFaults.assertFaults;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.ieum.model.LatLon;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.EmbeddedArea;
import org.ieum.road.RoadClass;
import org.ieum.road.RoadNetwork;
import org.ieum.road.SpeedChange;
import org.ieum.traveltime.RoadPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpeedFactorsFileTest {
  private static final int HOUR = 3_600_000;

  private static final RoadNetwork NETWORK = readMap();

  @TempDir Path folder = Path.of("");

  private static RoadNetwork readMap() {
    try {
      Path map = Files.createTempFile("ieum-roads", ".osm.pbf");
      try (InputStream in = EmbeddedArea.open(AreaPreparation.ROADS)) {
        Files.copy(in, map, StandardCopyOption.REPLACE_EXISTING);
        return RoadNetwork.read(map);
      } finally {
        Files.delete(map);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<SpeedChange> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("speeds.csv"), text);
    return SpeedFactorsFile.read(file, NETWORK, (lat, lon) -> lat > 57 && lat < 58 && lon < 13);
  }

  private static int edge(RoadClass roadClass) {
    for (int edge = 0; edge < NETWORK.edgeCount(); edge++) {
      if (NETWORK.roadClass(edge) == roadClass && NETWORK.driving().usable(edge)) {
        return edge;
      }
    }
    throw new AssertionError("no " + roadClass);
  }

  @Test
  void rowsHoldUntilALaterOneForTheSameRoads() throws IOException {
    int primary = edge(RoadClass.PRIMARY);
    int secondary = edge(RoadClass.SECONDARY);
    int residential = edge(RoadClass.RESIDENTIAL);
    LatLon place = NETWORK.geometry().locate(new RoadPosition(residential, 0.5));
    List<SpeedChange> changes =
        read(
            "road_class,edge,lat,lon,factor,from\n"
                + "primary,,,,0.5,07:00\n"
                + "primary,,,,1,9:00\n"
                + "secondary,,,,0.8,\n"
                + ","
                + secondary
                + ",,,closed,07:00\n"
                + String.format(Locale.ROOT, ",,%.7f,%.7f,0.25,%n", place.lat(), place.lon()));
    assertEquals(List.of(0, 7 * HOUR, 9 * HOUR), changes.stream().map(SpeedChange::time).toList());
    double[][] expected = {{1, 0.8, 0.25}, {0.5, 0, 0.25}, {1, 0, 0.25}};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i][0], changes.get(i).factors().forward(primary));
      assertEquals(expected[i][1], changes.get(i).factors().backward(secondary));
      assertEquals(expected[i][2], changes.get(i).factors().forward(residential));
    }
    assertFalse(
        changes.get(1).factors().applyTo(NETWORK.driving()).usable(secondary), "it is closed");
  }

  @Test
  void everyFaultNamesItsLineAndValue() {
    int path = 0;
    while (NETWORK.driving().usable(path)) {
      path++;
    }
    int noRoad = path;
    assertNotEquals(NETWORK.edgeCount(), noRoad);
    assertFaults(
        () ->
            read(
                "road_class,edge,lat,lon,factor,from\n"
                    + "primry,,,,0.5,\n"
                    + ",999999999,,,0.5,\n"
                    + ","
                    + noRoad
                    + ",,,0.5,\n"
                    + "primary,,,,20,\n"
                    + "primary,,,,fast,\n"
                    + "primary,1,,,1,\n"
                    + ",,,,1,\n"
                    + "primary,,,,1,soon\n"
                    + ",,11.9,57.7,1,\n"
                    + ",,60,11.9,1,\n"),
        "line 2: road_class 'primry' is unknown; known are motorway, trunk, primary, secondary,"
            + " tertiary, unclassified, residential, living_street, service, road, track, busway,"
            + " path, other",
        "line 3: edge must be a whole number from 0 to "
            + (NETWORK.edgeCount() - 1)
            + ", was '999999999'",
        "line 4: edge " + noRoad + " is no road for cars",
        "line 5: factor must be closed, 0 or from 0.01 to 10.0, was '20'",
        "line 6: factor must be a number, was 'fast'",
        "line 7: must name one of road_class, edge, lat and lon; 2 are named",
        "line 8: must name one of road_class, edge, lat and lon; 0 are named",
        "line 9: from must be a time such as 07:30 or 25:10:00 (up to 47:59:59), was 'soon'",
        "line 10: lat 11.9 and lon 57.7 are swapped",
        "line 11: lat 60.0 and lon 11.9 are farther than 50 m from any road for cars");
    assertFaults(
        () -> read("road_class,factor,from\nprimary,0.5,07:00\nprimary,0.6,07:00\n"),
        "line 3: primary has a factor from 07:00 on line 2 already");
    assertFaults(() -> read("road_class,factor\n"), "has no speed factors");
    assertFaults(
        () -> read("highway,factor\nprimary,1\n"),
        "line 1: column 'highway' is unknown; known are factor, road_class, edge, lat, lon, from");
  }
}
