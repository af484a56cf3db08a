package org.ieum.osmdata;

import static org.ieum.osmdata.clip.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.clip.TestMap;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.osmdata.stops.StopsFile;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AreaPreparationTest {
  private static final List<String> FILES =
      List.of("area.geojson", "area.osm.pbf", "report.json", "stops.geojson");

  @TempDir Path folder = Path.of("");
  private Path extract = Path.of("");

  @BeforeEach
  void writeExtract() throws IOException {
    TestMap map = new TestMap();
    for (int i = 1; i <= 20; i++) {
      map.node(i, 0.01, i / 1000.0);
    }
    map.way(1, new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, "highway=tertiary", "name=A");
    map.way(2, new long[] {10, 11, 12, 13, 14, 15}, "highway=footway");
    map.way(3, new long[] {16, 17}, "highway=proposed");
    extract = map.write(folder.resolve("town.osm.pbf"));
  }

  private PreparationReport run(String to, Optional<AreaOutline> area) {
    return AreaPreparation.run(
        new PreparationOptions(extract, area, StopOptions.DEFAULT, folder.resolve(to)));
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void theSameInputGivesTheSameFiles() throws IOException {
    run("one", Optional.empty());
    run("two", Optional.empty());
    run("two", Optional.empty());
    assertEquals(FILES, list(folder.resolve("one")));
    assertEquals(List.of("one", "town.osm.pbf", "two"), list(folder));
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("one").resolve(file)),
          Files.readAllBytes(folder.resolve("two").resolve(file)),
          file);
    }
  }

  @Test
  void thePreparedAreaCanBePreparedAgain() throws IOException {
    run("one", Optional.empty());
    Path roads = folder.resolve("one").resolve(AreaPreparation.ROADS);
    AreaPreparation.run(
        new PreparationOptions(
            roads, Optional.empty(), StopOptions.DEFAULT, folder.resolve("two")));
    assertArrayEquals(
        Files.readAllBytes(roads),
        Files.readAllBytes(folder.resolve("two").resolve(AreaPreparation.ROADS)));
    assertEquals(
        StopsFile.read(folder.resolve("one").resolve(AreaPreparation.STOPS)),
        StopsFile.read(folder.resolve("two").resolve(AreaPreparation.STOPS)));
  }

  @Test
  void outlineIsThatOfTheAreaOrABoxAroundTheRoads() {
    run("all", Optional.empty());
    AreaOutline all = AreaOutline.read(folder.resolve("all").resolve(AreaPreparation.AREA));
    assertEquals("0.00090,0.00990,0.01510,0.01010", all.toString());
    assertTrue(all.contains(0.01, 0.015));
    AreaOutline half = AreaOutline.box(0, 0, 0.0055, 1);
    run("half", Optional.of(half));
    assertEquals(
        half.outline(),
        AreaOutline.read(folder.resolve("half").resolve(AreaPreparation.AREA)).outline());
  }

  @Test
  void reportAddsUp() throws IOException {
    PreparationReport report = run("half", Optional.of(AreaOutline.box(0, 0, 0.0055, 1)));
    JsonNode json =
        new ObjectMapper()
            .readTree(folder.resolve("half").resolve(AreaPreparation.REPORT).toFile());
    assertEquals("town.osm.pbf", json.path("extract").asText());
    for (String kind : List.of("nodes", "ways", "relations")) {
      int sum = json.path(kind).path("kept").asInt(-1);
      for (JsonNode count : json.path(kind).path("dropped")) {
        sum += count.asInt();
      }
      assertEquals(json.path(kind).path("read").asInt(-2), sum, kind);
    }
    assertEquals(1, json.path("ways").path("kept").asInt());
    assertEquals(10, json.path("nodes").path("kept").asInt());
    // Nodes 1 to 5 are inside: 4 stretches of 111 m, all near the one stop.
    assertEquals(445, json.path("coverage").path("walkable_metres").asInt(), 1);
    assertEquals(1, json.path("stops").path("virtual").asInt());
    assertEquals(1.0, json.path("coverage").path("share_after").asDouble());
    String text = report.toText();
    assertTrue(text.contains("highway=proposed: not usable"), text);
    assertTrue(text.contains("walkable network            0.4 km"), text);
    assertTrue(text.contains("after  100.0 % (0.4 km)"), text);
    assertEquals(text.stripTrailing(), text);
  }

  @Test
  void aFailedPreparationLeavesEverythingAsItWas() throws IOException {
    run("out", Optional.empty());
    byte[] before = Files.readAllBytes(folder.resolve("out").resolve(AreaPreparation.ROADS));
    assertThrows(InputException.class, () -> run("out", Optional.of(AreaOutline.box(5, 5, 6, 6))));
    assertThrows(InputException.class, () -> run("new", Optional.of(AreaOutline.box(5, 5, 6, 6))));
    assertEquals(List.of("out", "town.osm.pbf"), list(folder));
    assertEquals(FILES, list(folder.resolve("out")));
    assertArrayEquals(
        before, Files.readAllBytes(folder.resolve("out").resolve(AreaPreparation.ROADS)));
  }

  @Test
  void aFileInPlaceOfTheFolderIsAFault() {
    assertFault(() -> run("town.osm.pbf", Optional.empty()), "town.osm.pbf: is a file");
  }
}
