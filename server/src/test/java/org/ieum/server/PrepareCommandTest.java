package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.EmbeddedArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small part of the embedded map. */
final class PrepareCommandTest {
  private static final String CENTRE = "11.96,57.70,11.98,57.71";

  @TempDir static Path maps = Path.of("");
  private static Path extract = Path.of("");

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void unpack() throws IOException {
    extract = maps.resolve("map.osm.pbf");
    try (InputStream in = EmbeddedArea.open(AreaPreparation.ROADS)) {
      Files.copy(in, extract);
    }
  }

  private Path out() {
    return folder.resolve("out");
  }

  private ProgramRun prepare(String... more) {
    return prepare(extract, more);
  }

  private ProgramRun prepare(Path map, String... more) {
    List<String> args =
        new ArrayList<>(List.of("prepare", "--osm", map.toString(), "--out", out().toString()));
    args.addAll(Arrays.asList(more));
    return ProgramRun.of(args.toArray(new String[0]));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Refused, and nothing is left behind. */
  private void assertRefused(ProgramRun run, String... faults) {
    run.assertRefused(faults);
    assertFalse(Files.exists(out()));
  }

  @Test
  void reportsForPeople() {
    ProgramRun run = prepare("--bbox", CENTRE, "--walk", "0.25km");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().contains("within 250 m of a stop"), run.out());
    assertTrue(run.out().contains("written to " + out()), run.out());
    assertTrue(Files.exists(out().resolve(AreaPreparation.STOPS)));
  }

  @Test
  void logsTheValuesInEffectAndMarksChanges() {
    ProgramRun run = prepare("--bbox", CENTRE, "--walk", "0.25km", "--stop-source", "AUTO");
    List<String> lines = run.log().lines().toList();
    assertTrue(lines.get(0).endsWith("prepare (* = not the default)"), run.log());
    assertTrue(lines.contains("  * --walk          250m"), run.log());
    assertTrue(lines.contains("    --stop-source   auto"), run.log());
    assertTrue(lines.contains("    --max-stops     2000"), run.log());
    assertTrue(lines.contains("    --stops         -"), run.log());
    assertTrue(lines.contains("    --json          no"), run.log());
    assertTrue(lines.stream().anyMatch(line -> line.contains(" s  clip ")), run.log());
  }

  @Test
  void reportsForPrograms() throws IOException {
    ProgramRun run = prepare("--bbox", CENTRE, "--json");
    assertEquals(0, run.exitCode(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(300, json.path("coverage").path("walk_metres").asInt());
    assertTrue(json.path("stops").path("count").asInt() > 5, run.out());
    assertEquals(json, new ObjectMapper().readTree(out().resolve(AreaPreparation.REPORT).toFile()));
  }

  @Test
  void wrongExtracts() throws IOException {
    assertRefused(prepare(folder.resolve("no.osm.pbf")), "no.osm.pbf: no such file");
    assertRefused(prepare(folder), folder.toString());
    byte[] whole = Files.readAllBytes(extract);
    Path cut = folder.resolve("cut.osm.pbf");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(prepare(cut), "cut.osm.pbf");
    Path text = Path.of(file("text.osm.pbf", "this is no map"));
    assertRefused(prepare(text), "text.osm.pbf");
    Path empty = Path.of(file("empty.osm.pbf", ""));
    assertRefused(prepare(empty), "empty.osm.pbf");
  }

  @Test
  void negativeIds() {
    Path map = Path.of(SharedMaps.find("bad_negative_ids_portland.osm.pbf"));
    ProgramRun run = prepare(map);
    assertEquals(2, run.exitCode(), run.err());
    assertEquals(10, run.err().lines().filter(line -> line.startsWith("error: ")).count());
    assertTrue(run.err().lines().findFirst().orElse("").contains("-"), run.err());
    assertTrue(run.err().lines().anyMatch(line -> line.matches("… and \\d+ more")), run.err());
    assertFalse(Files.exists(out()));
  }

  @Test
  void wrongAreas() throws IOException {
    String square = "[11.96,57.70],[11.98,57.70],[11.98,57.71],[11.96,57.71],[11.96,57.70]";
    String bowTie = "[11.96,57.70],[11.98,57.71],[11.98,57.70],[11.96,57.71],[11.96,57.70]";
    String start = "{\"type\":\"Polygon\",\"coordinates\":[[";
    String crossing = file("crossing.geojson", start + bowTie + "]]}");
    assertRefused(prepare("--area", crossing), "crossing.geojson: polygon 1 crosses");
    String good = file("good.geojson", start + square + "]]}");
    assertRefused(
        prepare("--area", good, "--bbox", CENTRE), "--area and --bbox exclude each other, were");
    assertRefused(prepare("--bbox", "11.96,57.70,11.98"), "'11.96,57.70,11.98'");
    assertRefused(prepare("--bbox", "126.9,37.5,127,37.6"), "126.9");
    assertRefused(prepare("--bbox", "57.70,11.96,57.71,11.98"), "57.7");
    String missing = folder.resolve("none.geojson").toString();
    assertRefused(prepare("--area", missing), "none.geojson: no such file");
  }

  @Test
  void noRoadsLeft() {
    assertRefused(prepare("--bbox", "11.8600,57.6500,11.8601,57.6501"), "11.86");
  }

  @Test
  void wrongStops() throws IOException {
    String columns = "stop_id,stop_name,stop_lat,stop_lon\n";
    String stops =
        file("stops.csv", columns + "a,A,57.705,11.97\na,B,57.706,11.97\nc,C,11.97,57.705\n");
    assertRefused(
        prepare("--bbox", CENTRE, "--stops", stops),
        "stops.csv: line 3: stop_id 'a' is on line 2 already",
        "stops.csv: line 4: stop 'c': stop_lat 11.97 and stop_lon 57.705 are swapped");
    String far = file("far.csv", columns + "a,A,37.5,126.9\n");
    assertRefused(prepare("--bbox", CENTRE, "--stops", far), "far.csv: none of the stops");
    assertRefused(prepare("--stops", folder.resolve("no.csv").toString()), "no.csv: no such file");
  }

  @Test
  void valuesOutOfBounds() {
    assertRefused(prepare("--walk", "10m"), "walk in metres must be from 50 to 5000, was 10");
    assertRefused(prepare("--max-stops", "-1"), "must be from 2 to 20000, was -1");
  }

  @Test
  void outputThatCannotBeWritten() throws IOException {
    String file = file("taken", "");
    ProgramRun.of("prepare", "--osm", extract.toString(), "--bbox", CENTRE, "--out", file)
        .assertRefused("taken: is a file, not a folder");
    String below = file + "/below";
    ProgramRun.of("prepare", "--osm", extract.toString(), "--bbox", CENTRE, "--out", below)
        .assertRefused("taken");
  }
}
