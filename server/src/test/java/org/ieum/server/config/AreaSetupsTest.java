package org.ieum.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ieum.model.LatLon;
import org.ieum.model.LimitsFrom;
import org.ieum.osmdata.EmbeddedArea;
import org.ieum.progress.InputException;
import org.ieum.reposition.RepositionRules;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.RouteImprovement;
import org.ieum.server.quantity.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas made of files and of maps from everywhere. */
final class AreaSetupsTest {
  private final AreaSetups setups = new AreaSetups(new AreaMaps(Path.of("target", "areas")));

  @TempDir private Path folder;

  private AreaSetup open(String yaml) throws IOException {
    return setups.open(List.of(Files.writeString(folder.resolve("a.yaml"), yaml))).get(0);
  }

  private String fault(String yaml) {
    InputException refused = assertThrows(InputException.class, () -> open(yaml));
    assertEquals(1, refused.count());
    return refused.faults().get(0);
  }

  @Test
  void theEmbeddedMapNeedsNoFile() throws IOException {
    AreaSetup area = setups.open(AreaConfig.embedded(), folder);
    assertEquals("gothenburg", area.id());
    assertEquals("Central Gothenburg", area.name());
    assertEquals(20, area.fleet().size());
    assertTrue(area.contains().test(new LatLon(57.70, 11.97)));
    assertFalse(area.contains().test(new LatLon(59.33, 18.06)));
  }

  /** A prepared folder beside the file is found by its name and makes the same area. */
  @Test
  void aPreparedFolderIsRelativeToTheFile() throws IOException {
    EmbeddedArea.copyTo(folder.resolve("mytown"));
    AreaSetup own = open("id: a\nmap: mytown\n");
    AreaSetup embedded = open("id: a\n");
    assertEquals(embedded.map().stopPoints(), own.map().stopPoints());
    assertEquals(embedded.fingerprint(), own.fingerprint());
  }

  @Test
  void anExtractIsPreparedOnTheWay() throws IOException {
    Path prepared = EmbeddedArea.copyTo(folder.resolve("mytown"));
    Files.copy(prepared.resolve("area.osm.pbf"), folder.resolve("town.osm.pbf"));
    AreaSetup area = open("id: a\nmap: town.osm.pbf\n");
    assertTrue(area.map().stopPoints().size() > 100);
    assertTrue(area.contains().test(new LatLon(57.70, 11.97)));
  }

  @Test
  void mapsThatAreNotThereAreNamed() throws IOException {
    assertEquals(
        folder.resolve("a.yaml") + ": map is not there, was " + folder.resolve("no"),
        fault("id: a\nmap: 'no'\n"));
    assertEquals(
        folder.resolve("a.yaml") + ": map is not there, was " + folder.resolve("no.osm.pbf"),
        fault("id: a\nmap: no.osm.pbf\n"));
    Files.createDirectory(folder.resolve("bare"));
    assertEquals(
        folder.resolve("a.yaml") + ": map " + folder.resolve("bare") + ": has no area.osm.pbf",
        fault("id: a\nmap: bare\n"));
  }

  @Test
  void limitsRunFromWhereTheFileSays() throws IOException {
    AreaSetup stop = open("id: a\n");
    AreaSetup request = open("id: a\nservice: {limits_from: request}\n");
    assertEquals(LimitsFrom.STOP, stop.rules().promise().limitsFrom());
    assertEquals(LimitsFrom.REQUEST, request.rules().promise().limitsFrom());
    assertFalse(stop.fingerprint().equals(request.fingerprint()));
  }

  /** Turns and kerb sides make another area, and another journal then. */
  @Test
  void turnsReachTheMap() throws IOException {
    AreaSetup free = open("id: a\n");
    AreaSetup right = open("id: a\nturns: {costs: true}\n");
    AreaSetup any = open("id: a\nturns: {costs: true, kerb_side: any}\n");
    AreaSetup slow = open("id: a\nturns: {costs: true, u_turn: 2m}\n");
    assertTrue(any.map().stopPoints().size() > right.map().stopPoints().size());
    Set<String> prints = new HashSet<>();
    for (AreaSetup area : List.of(free, right, any, slow)) {
      prints.add(area.fingerprint());
    }
    assertEquals(4, prints.size());
    assertTrue(drive(slow) >= drive(right));
    assertTrue(drive(right) > drive(free), drive(right) + " and " + drive(free));
    assertEquals(drive(free), drive(open("id: a\nturns: {costs: false, kerb_side: left}\n")));
  }

  /** What improves routes says nothing of those that were driven before. */
  @Test
  void areasSayHowTheirRoutesAreImprovedOrTheServerDoes() throws IOException {
    AreaSetup off = open("id: a\n");
    AreaSetup on = open("id: a\nreoptimization: {optimizer: lns, interval: 3s}\n");
    assertNull(off.improvement());
    assertEquals(3_000, Objects.requireNonNull(on.improvement()).interval());
    assertEquals(off.fingerprint(), on.fingerprint());
    AreaSetups server =
        new AreaSetups(
            new AreaMaps(Path.of("target", "areas")),
            new ReoptimizationConfig(OptimizerChoice.LNS, null, TimeSpan.parse("5m"), 7),
            RepositioningConfig.DEFAULT);
    Path file = Files.writeString(folder.resolve("b.yaml"), "id: b\n");
    Path other =
        Files.writeString(folder.resolve("c.yaml"), "id: c\nreoptimization: {vehicles: 8}\n");
    Path without =
        Files.writeString(folder.resolve("d.yaml"), "id: d\nreoptimization: {optimizer: off}\n");
    List<AreaSetup> areas = server.open(List.of(file, other, without));
    RouteImprovement first = Objects.requireNonNull(areas.get(0).improvement());
    assertEquals(10_000, first.interval());
    assertEquals(300_000, first.announceAhead());
    assertEquals(7, first.vehicles());
    assertEquals(8, Objects.requireNonNull(areas.get(1).improvement()).vehicles());
    assertNull(areas.get(2).improvement());
  }

  @Test
  void areasSayWhetherIdleVehiclesAreMovedOrTheServerDoes() throws IOException {
    AreaSetup off = open("id: a\n");
    AreaSetup on = open("id: a\nrepositioning: {source: history}\n");
    assertNull(off.repositioning());
    assertEquals(RepositionRules.DEFAULT, on.repositioning());
    assertEquals(off.fingerprint(), on.fingerprint());
    AreaSetups server =
        new AreaSetups(
            new AreaMaps(Path.of("target", "areas")),
            ReoptimizationConfig.OFF,
            new RepositioningConfig(RepositionSource.HISTORY));
    Path file = Files.writeString(folder.resolve("b.yaml"), "id: b\n");
    Path empty = Files.writeString(folder.resolve("c.yaml"), "id: c\nrepositioning: {}\n");
    Path without =
        Files.writeString(folder.resolve("d.yaml"), "id: d\nrepositioning: {source: off}\n");
    List<AreaSetup> areas = server.open(List.of(file, empty, without));
    assertEquals(RepositionRules.DEFAULT, areas.get(0).repositioning());
    assertEquals(RepositionRules.DEFAULT, areas.get(1).repositioning());
    assertNull(areas.get(2).repositioning());
  }

  /** Drives from the first stop point to the next 200, ms. */
  private static long drive(AreaSetup area) {
    long sum = 0;
    for (int to = 0; to < 200; to++) {
      sum += area.map().travelTimes().duration(0, to);
    }
    return sum;
  }

  @Test
  void anAreaIsConfiguredOnce() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), "id: a\n");
    Path two = Files.writeString(folder.resolve("two.yaml"), "id: a\n");
    InputException refused =
        assertThrows(InputException.class, () -> setups.open(List.of(one, two)));
    assertEquals(List.of(two + ": area a is configured twice"), refused.faults());
  }
}
