package org.ieum.server.gbfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.Zones;
import org.ieum.model.LatLon;
import org.ieum.model.Money;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The published samples. */
final class GbfsSamplesTest {
  private static GbfsReading sample(String version) {
    String given = System.getProperty("ieum.shared");
    Path shared = given == null ? null : Path.of(given);
    for (Path up = Path.of("").toAbsolutePath();
        up != null && shared == null;
        up = up.getParent()) {
      Path beside = up.resolve("shared");
      shared = Files.isDirectory(beside.resolve("data/gbfs")) ? beside : null;
    }
    Assumptions.assumeTrue(shared != null, "no folder ../shared with data/gbfs");
    return GbfsReader.read(
        shared.resolve("data/gbfs").resolve(version).resolve("gbfs.json"), false);
  }

  @Test
  void version23() {
    GbfsReading reading = sample("v2.3");
    ScooterSupply supply = reading.supply();
    assertEquals("TST:System:Test", supply.systemId());
    assertEquals(1, supply.scooters().size());
    assertEquals(1_431, supply.scooters().get(0).rangeMetres());
    assertTrue(supply.scooters().get(0).disabled());
    assertEquals(2, supply.stations().size());
    assertEquals(2, supply.types().size());
    assertEquals(Money.of(700, "NOK"), supply.plans().get(0).price(61_000, 0));
    assertEquals(1, supply.zones().size());
    assertEquals(0, reading.badRows());
  }

  @Test
  void version30() {
    GbfsReading reading = sample("v3.0");
    ScooterSupply supply = reading.supply();
    assertEquals(7, supply.scooters().size());
    assertEquals(23, supply.stations().size());
    assertEquals(Money.of(128, "EUR"), supply.plans().get(0).price(60_000, 0));
    assertTrue(supply.zones().size() > 200, supply.zones().size() + " zones");
    // One of its types is nowhere described, which each of its zones is told for.
    assertTrue(reading.faultCount() > 200, reading.faults().toString());
    Zones zones = new Zones(supply.zones());
    assertTrue(!zones.at(new LatLon(50, 2), "ebicycle_paris").startAllowed());
  }
}
