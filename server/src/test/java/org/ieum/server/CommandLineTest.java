package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CommandLineTest {
  @Test
  void helpIsAResult() {
    ProgramRun root = ProgramRun.of("--help");
    assertEquals(0, root.exitCode());
    assertTrue(root.out().lines().anyMatch(line -> line.matches("  prepare +Clips.*")), root.out());
    ProgramRun prepare = ProgramRun.of("prepare", "--help");
    assertEquals(0, prepare.exitCode());
    assertEquals("", prepare.err());
    for (String part : new String[] {"Map:", "Stop points:", "--walk=DISTANCE", "Default: 300m"}) {
      assertTrue(prepare.out().contains(part), part + " is not in " + prepare.out());
    }
    assertTrue(prepare.out().indexOf("Output:") < prepare.out().indexOf("Common:"));
    assertTrue(prepare.out().lines().allMatch(line -> line.length() <= 100), prepare.out());
  }

  @Test
  void versionIsAResult() {
    ProgramRun run = ProgramRun.of("--version");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("ieum "), run.out());
    assertTrue(run.out().contains("Java " + Runtime.version()), run.out());
  }

  @Test
  void withoutACommand() {
    ProgramRun run = ProgramRun.of();
    run.assertRefused("Missing command: ");
    assertTrue(run.err().endsWith("see ieum --help" + System.lineSeparator()), run.err());
  }

  @Test
  void mistypedNamesGetAHint() {
    ProgramRun.of("prpare").assertRefused("unknown argument 'prpare'; did you mean prepare?");
    ProgramRun.of("prepare", "--osm=a", "--out=b", "--wlak", "300m")
        .assertRefused("unknown option '--wlak'; did you mean --walk?");
    ProgramRun.of("prepare", "--osm=a", "--out=b", "--frobnicate")
        .assertRefused("unknown option '--frobnicate'");
  }

  @Test
  void allFaultsOfTheOptionsAreTold() {
    ProgramRun.of("prepare", "--walk", "10yd", "--max-stops=many", "--stop-source=gtfs", "--foo")
        .assertRefused(
            "option '--walk': must be a distance such as 300m or 1.2km (up to 1000km), was '10yd'",
            "option '--max-stops': must be a whole number, was 'many'",
            "option '--stop-source': must be one of osm, virtual, auto, was 'gtfs'",
            "Missing required options: '--osm=FILE', '--out=DIR'",
            "unknown option '--foo'");
    ProgramRun.of("prepare", "--osm=", "--out").assertRefused("'--osm'", "'--out'");
  }
}
