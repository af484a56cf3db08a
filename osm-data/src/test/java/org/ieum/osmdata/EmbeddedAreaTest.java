package org.ieum.osmdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.stops.PlacedStop;
import org.ieum.osmdata.stops.StopsFile;
import org.ieum.road.AreaSettings;
import org.ieum.road.RoadNetwork;
import org.ieum.road.ServiceArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedAreaTest {
  @TempDir Path folder = Path.of("");

  @Test
  void allItsStopsAreInsideAndServed() throws IOException {
    Path area = EmbeddedArea.copyTo(folder.resolve("area"));
    List<StopPoint> stops =
        StopsFile.read(area.resolve(AreaPreparation.STOPS)).stream()
            .map(PlacedStop::point)
            .toList();
    AreaOutline outline = AreaOutline.read(area.resolve(AreaPreparation.AREA));
    assertTrue(stops.stream().allMatch(stop -> outline.contains(stop.location())));
    assertTrue(stops.size() > 500 && stops.size() < 1000, "stops: " + stops.size());
    RoadNetwork network = RoadNetwork.read(area.resolve(AreaPreparation.ROADS));
    assertEquals(stops, ServiceArea.build(network, stops, AreaSettings.DEFAULT).stopPoints());
  }

  @Test
  void filesThatAreThereAlreadyAreLeftAlone() throws IOException {
    Path area = EmbeddedArea.copyTo(folder);
    Path roads = area.resolve(AreaPreparation.ROADS);
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(roads, longAgo);
    Files.writeString(area.resolve(AreaPreparation.STOPS), "spoilt");
    EmbeddedArea.copyTo(folder);
    assertEquals(longAgo, Files.getLastModifiedTime(roads));
    assertNotEquals("spoilt", Files.readString(area.resolve(AreaPreparation.STOPS)));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(EmbeddedArea.FILES.size(), files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void theNoticeNamesTheSource() throws IOException {
    try (InputStream in = EmbeddedArea.open("NOTICE.md")) {
      String notice = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(notice.contains("© OpenStreetMap contributors"), notice);
      assertTrue(notice.contains("geojson-path-finder"), notice);
    }
  }

  @Test
  void otherFilesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> EmbeddedArea.open("other"));
  }
}
