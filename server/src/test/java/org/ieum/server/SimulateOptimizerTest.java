package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Days whose routes are improved, by the command. */
final class SimulateOptimizerTest extends SimulatedDays {
  @Test
  void anImprovedDayRepeatsItselfAndKeepsItsPromises() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    String[] options = {"--optimizer=lns", "--optimize-every=30s", "--optimize-iterations=100"};
    smallDay(first, options);
    smallDay(second, options);
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
    }
    assertEquals(1, kpis(first).path("promisesKept").asDouble());
    String events = Files.readString(first.resolve("events.ndjson"));
    assertTrue(events.contains("\"routes_improved\"") && events.contains("\"vehicle_announced\""));
  }

  @Test
  void jspritImprovesADay() throws IOException {
    Path day = folder.resolve("jsprit");
    smallDay(
        day,
        "--optimizer=jsprit",
        "--optimize-every=5m",
        "--optimize-vehicles=6",
        "--optimize-iterations=5");
    assertEquals(1, kpis(day).path("promisesKept").asDouble());
    assertTrue(Files.readString(day.resolve("events.ndjson")).contains("\"routes_improved\""));
  }

  @Test
  void optimizerOptionsThatMakeNoSenseAreRefused() {
    ProgramRun.of("simulate", "--optimizer=best", "--out=" + folder)
        .assertRefused("option '--optimizer': must be one of off, lns, jsprit, was 'best'");
    ProgramRun.of("simulate", "--optimizer=lns", "--optimize-every=0s", "--out=" + folder)
        .assertRefused("--optimize-every: must be >= 1s, was 0s");
    ProgramRun.of("simulate", "--optimizer=lns", "--optimize-vehicles=0", "--out=" + folder)
        .assertRefused("--optimize-vehicles: must be >= 1, was 0");
    ProgramRun.of("simulate", "--optimizer=lns", "--optimize-iterations=-5", "--out=" + folder)
        .assertRefused("--optimize-iterations: must be >= 1, was -5");
    ProgramRun.of("simulate", "--optimizer=off", "--announce-ahead=5m", "--out=" + folder)
        .assertRefused(
            "--optimize-every, --optimize-vehicles, --optimize-iterations and --announce-ahead"
                + " need --optimizer");
  }
}
