package org.ieum.osmdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.stops.PlacedStop;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.osmdata.stops.StopsFile;
import org.ieum.progress.InputException;
import org.ieum.road.AreaSettings;
import org.ieum.road.RoadNetwork;
import org.ieum.road.ServiceArea;
import org.ieum.traveltime.Snapper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extracts that do not belong to the product; skipped where they are not at hand. */
final class RealExtractTest {
  @TempDir Path folder = Path.of("");

  private static Path shared(String name) {
    String given = System.getProperty("ieum.shared");
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path root = given == null ? at.resolve("shared") : Path.of(given);
      Path file = root.resolve("data/osm").resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
      at = at.getParent();
    }
    return Assumptions.abort("no shared/data/osm/" + name + " above the working directory");
  }

  private PreparationReport prepare(String name, Optional<AreaOutline> area) {
    return prepare(shared(name), area);
  }

  private PreparationReport prepare(Path map, Optional<AreaOutline> area) {
    return AreaPreparation.run(
        new PreparationOptions(map, area, StopOptions.DEFAULT, folder.resolve("out")));
  }

  /** The router must agree that buses and riders get to each virtual stop. */
  private void assertServed() {
    RoadNetwork network = RoadNetwork.read(folder.resolve("out").resolve(AreaPreparation.ROADS));
    List<StopPoint> stops =
        StopsFile.read(folder.resolve("out").resolve(AreaPreparation.STOPS)).stream()
            .map(PlacedStop::point)
            .toList();
    ServiceArea area = ServiceArea.build(network, stops, AreaSettings.DEFAULT);
    assertEquals(stops, area.stopPoints());
    Snapper driving = network.drivingSnapper(2);
    Snapper walking = network.walkingSnapper(2);
    for (StopPoint stop : stops) {
      assertTrue(driving.snap(stop.location()).isPresent(), "no road at " + stop);
      assertTrue(walking.snap(stop.location()).isPresent(), "no walkway at " + stop);
    }
  }

  @Test
  void negativeIds() {
    Path map = shared("bad_negative_ids_portland.osm.pbf");
    InputException thrown =
        assertThrows(InputException.class, () -> prepare(map, Optional.empty()));
    assertEquals(31, thrown.count());
    assertEquals(10, thrown.faults().size());
    assertTrue(
        thrown.faults().get(0).endsWith("portland.osm.pbf: node -102458: id must be > 0"),
        thrown.faults().get(0));
  }

  @Test
  void isletsGetNoStops() {
    PreparationReport report = prepare("baengnyeong.osm.pbf", Optional.empty());
    assertTrue(report.stops().coveredAfterMetres() < 0.8 * report.stops().walkableMetres());
    assertServed();
  }

  @Test
  void everyVirtualStopOfPortoIsServed() {
    PreparationReport report =
        prepare("porto_portugal.osm.pbf", Optional.of(AreaOutline.box(-8.66, 41.14, -8.58, 41.18)));
    assertTrue(report.stops().coveredAfterMetres() > 0.75 * report.stops().walkableMetres());
    assertServed();
  }

  @Test
  void embeddedAreaIsWhatPreparationMakes() throws IOException {
    prepare("gothenburg.osm.pbf", Optional.empty());
    for (String file :
        List.of(AreaPreparation.STOPS, AreaPreparation.AREA, AreaPreparation.REPORT)) {
      try (InputStream embedded = EmbeddedArea.open(file)) {
        assertEquals(
            new String(embedded.readAllBytes(), StandardCharsets.UTF_8),
            Files.readString(folder.resolve("out").resolve(file)),
            file);
      }
    }
  }
}
