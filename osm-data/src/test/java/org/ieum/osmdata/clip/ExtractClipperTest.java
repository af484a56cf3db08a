package org.ieum.osmdata.clip;

import static org.ieum.osmdata.clip.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;

final class ExtractClipperTest {
  @TempDir Path folder = Path.of("");

  /** A street along the equator: nodes 1 to 6 at longitudes 0.1 to 0.6. */
  private static TestMap street() {
    TestMap map = new TestMap();
    for (int i = 1; i <= 6; i++) {
      map.node(i, 0, i / 10.0);
    }
    return map;
  }

  private ClippedRoads clip(TestMap map, double minLon, double maxLon) throws IOException {
    return clip(map, AreaOutline.box(minLon, -1, maxLon, 1));
  }

  private ClippedRoads clip(TestMap map, AreaOutline area) throws IOException {
    return new ExtractClipper(map.write(folder.resolve("map.osm.pbf")), area).clip();
  }

  private ClippedRoads clipAll(TestMap map) throws IOException {
    return new ExtractClipper(map.write(folder.resolve("map.osm.pbf")), null).clip();
  }

  private static List<Long> ids(List<? extends Entity> entities) {
    return entities.stream().map(Entity::getId).toList();
  }

  private static Map<String, String> tags(Entity entity) {
    return new TreeMap<>(
        entity.getTags().stream()
            .collect(java.util.stream.Collectors.toMap(Tag::getKey, Tag::getValue)));
  }

  private static List<Long> nodes(Way way) {
    return way.getWayNodes().stream().map(WayNode::getNodeId).toList();
  }

  @Test
  void waysThatReachIntoTheAreaStayWhole() throws IOException {
    ClippedRoads roads =
        clip(
            street()
                .way(11, new long[] {1, 2, 3}, "highway=residential")
                .way(12, new long[] {3, 4}, "highway=residential")
                .way(13, new long[] {5, 6}, "highway=residential"),
            0.25,
            0.35);
    assertEquals(List.of(11L, 12L), ids(roads.ways()));
    assertEquals(List.of(1L, 2L, 3L), nodes(roads.ways().get(0)));
    assertEquals(List.of(1L, 2L, 3L, 4L), ids(roads.nodes()));
    assertEquals(Map.of("outside the area", 1), roads.wayCounts().dropped());
    assertEquals(Map.of("outside the area", 2), roads.nodeCounts().dropped());
    assertEquals(3, roads.wayCounts().readCount());
    assertEquals(2, roads.wayCounts().keptCount());
  }

  @Test
  void whatLiesInAHoleIsOutside() throws IOException {
    Path outline =
        Files.writeString(
            folder.resolve("ring.geojson"),
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,-1],[1,-1],[1,1],[0,1],[0,-1]],"
                + "[[0.15,-0.5],[0.45,-0.5],[0.45,0.5],[0.15,0.5],[0.15,-0.5]]]}");
    ClippedRoads roads =
        clip(
            street()
                .way(11, new long[] {1, 2}, "highway=residential")
                .way(12, new long[] {2, 3, 4}, "highway=residential")
                .way(13, new long[] {4, 5}, "highway=residential"),
            AreaOutline.read(outline));
    assertEquals(List.of(11L, 13L), ids(roads.ways()));
    assertEquals(List.of(1L, 2L, 4L, 5L), ids(roads.nodes()));
  }

  @Test
  void whatNobodyMayUseIsDroppedByReason() throws IOException {
    ClippedRoads roads =
        clipAll(
            street()
                .way(11, new long[] {1, 2}, "highway=footway", "source=survey", "name:de=Weg")
                .way(12, new long[] {2, 3}, "highway=construction")
                .way(13, new long[] {3, 4}, "building=yes")
                .way(14, new long[] {4, 5}, "route=ferry", "name=Styrsö", "duration=00:20")
                .way(15, new long[] {5, 99}, "highway=service")
                .way(16, new long[] {3, 4}, "waterway=river"));
    assertEquals(List.of(11L, 14L), ids(roads.ways()));
    assertEquals(Map.of("highway", "footway"), tags(roads.ways().get(0)));
    assertEquals(
        Map.of("duration", "00:20", "name", "Styrsö", "route", "ferry"), tags(roads.ways().get(1)));
    assertEquals(
        Map.of(
            "fewer than 2 nodes in the extract",
            1,
            "highway=construction: not usable",
            1,
            RoutingTags.NO_ROAD,
            2),
        roads.wayCounts().dropped());
    assertEquals(List.of(1L, 2L, 4L, 5L), ids(roads.nodes()));
    assertEquals(Map.of("not on a kept way", 2), roads.nodeCounts().dropped());
  }

  @Test
  void subkeysOfKeptKeysAreKept() throws IOException {
    ClippedRoads roads =
        clipAll(
            street()
                .way(
                    11,
                    new long[] {1, 2},
                    "highway=primary",
                    "maxspeed:forward=50",
                    "oneway:bicycle=no",
                    "access:conditional=no @ (22:00-06:00)",
                    "addr:street=A"));
    assertEquals(
        List.of("access:conditional", "highway", "maxspeed:forward", "oneway:bicycle"),
        List.copyOf(tags(roads.ways().get(0)).keySet()));
  }

  @Test
  void turnRestrictionsNeedAllTheirMembers() throws IOException {
    ClippedRoads roads =
        clip(
            street()
                .way(11, new long[] {1, 2}, "highway=residential")
                .way(12, new long[] {2, 3}, "highway=residential")
                .way(13, new long[] {3, 4}, "highway=residential")
                .restriction(21, 11, 2, 12)
                .restriction(22, 12, 3, 13)
                .restriction(23, 13, 4, 99)
                .relation(24, List.of(new RelationMember(11, EntityType.Way, "")), "type=route"),
            0.05,
            0.25);
    assertEquals(List.of(21L), ids(roads.relations()));
    assertEquals(
        Map.of("restriction", "no_left_turn", "type", "restriction"),
        tags(roads.relations().get(0)));
    assertEquals(
        Map.of(
            "no turn restriction", 1,
            "outside the area", 1,
            "turn restriction without all its members", 1),
        roads.relationCounts().dropped());
  }

  @Test
  void busStopsAreKeptBesideTheRoadButNotOutside() throws IOException {
    TestMap map =
        street()
            .node(7, 0.001, 0.2, "highway=bus_stop", "name=Market", "shelter=yes")
            .node(8, 0.001, 0.3, "public_transport=platform", "bus=yes")
            .node(9, 0.001, 0.3, "public_transport=platform", "tram=yes")
            .node(10, 0.001, 0.6, "highway=bus_stop", "name=Far")
            .way(11, new long[] {1, 2, 3}, "highway=residential");
    ClippedRoads roads = clip(map, 0.05, 0.45);
    assertEquals(List.of(1L, 2L, 3L, 7L, 8L), ids(roads.nodes()));
    assertEquals(List.of(7L, 8L), roads.busStops().stream().map(BusStopNode::id).toList());
    assertEquals("Market", roads.busStops().get(0).name());
    assertEquals(Map.of("highway", "bus_stop", "name", "Market"), tags(roads.nodes().get(3)));
  }

  @Test
  void sameInputSameBytesAndWritingAgainMovesNothing() throws IOException {
    TestMap map =
        new TestMap()
            .node(2, 57.7088701, 11.9745600, "barrier=gate", "access=no")
            .node(1, -57.7088709, -11.9745699)
            .node(3, 0.0000001, -0.0000001)
            .way(12, new long[] {2, 3}, "surface=asphalt", "highway=path")
            .way(11, new long[] {1, 2}, "highway=path", "surface=asphalt");
    Path first = folder.resolve("first.osm.pbf");
    PbfWriter.write(clipAll(map), first);
    Path second = folder.resolve("second.osm.pbf");
    PbfWriter.write(new ExtractClipper(first, null).clip(), second);
    Path third = folder.resolve("third.osm.pbf");
    PbfWriter.write(new ExtractClipper(second, null).clip(), third);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(third));
    ClippedRoads read = new ExtractClipper(third, null).clip();
    assertEquals(List.of(1L, 2L, 3L), ids(read.nodes()));
    assertEquals(-57.7088709, read.nodes().get(0).getLatitude(), 1e-9);
    assertEquals(11.97456, read.nodes().get(1).getLongitude(), 1e-9);
    assertEquals(1e-7, read.nodes().get(2).getLatitude(), 1e-9);
    assertEquals(Map.of("access", "no", "barrier", "gate"), tags(read.nodes().get(1)));
    assertEquals(List.of(11L, 12L), ids(read.ways()));
  }

  @Test
  void idsThatComeTwiceAreCounted() throws IOException {
    ClippedRoads roads =
        clipAll(
            street()
                .node(6, 1, 1)
                .way(11, new long[] {1, 2}, "highway=path")
                .way(11, new long[] {2, 3}, "highway=path"));
    assertEquals(1, roads.nodeCounts().dropped().get("same id again"));
    assertEquals(Map.of("same id again", 1), roads.wayCounts().dropped());
    assertEquals(List.of(1L, 2L), nodes(roads.ways().get(0)));
  }

  @Test
  void filesThatAreNoExtract() throws IOException {
    Path missing = folder.resolve("missing.osm.pbf");
    assertFault(() -> new ExtractClipper(missing, null).clip(), "missing.osm.pbf: no such file");
    Path empty = Files.createFile(folder.resolve("empty.osm.pbf"));
    assertFault(() -> new ExtractClipper(empty, null).clip(), "empty.osm.pbf: is empty");
    assertFault(() -> new ExtractClipper(folder, null).clip(), "is a folder");
    Path xml = Files.writeString(folder.resolve("x.osm"), "<?xml version='1.0'?><osm></osm>");
    assertFault(() -> new ExtractClipper(xml, null).clip(), "x.osm: is no OpenStreetMap pbf");
    Path tiny = Files.writeString(folder.resolve("tiny"), "ab");
    assertFault(() -> new ExtractClipper(tiny, null).clip(), "is no OpenStreetMap pbf");
  }

  @Test
  void everyCutInsideABlockIsNoticed() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            street()
                .way(11, new long[] {1, 2, 3}, "highway=residential")
                .write(folder.resolve("whole.osm.pbf")));
    Path cut = folder.resolve("cut.osm.pbf");
    int betweenBlocks = 0;
    for (int length = 1; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      InputException thrown =
          assertThrows(InputException.class, () -> new ExtractClipper(cut, null).clip());
      String fault = thrown.faults().get(0);
      betweenBlocks += fault.contains("no roads left") ? 1 : 0;
      assertTrue(
          fault.contains("truncated")
              || fault.contains("is no OpenStreetMap pbf")
              || fault.contains("no roads left"),
          fault);
    }
    assertEquals(1, betweenBlocks, "only the cut after the header leaves a whole file");
  }

  @Test
  void bytesChangedInsideAreNoticedOrHarmless() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            street()
                .way(11, new long[] {1, 2, 3}, "highway=residential")
                .write(folder.resolve("whole.osm.pbf")));
    Path damaged = folder.resolve("damaged.osm.pbf");
    int noticed = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] copy = whole.clone();
      copy[i] ^= 0x55;
      Files.write(damaged, copy);
      try {
        new ExtractClipper(damaged, null).clip();
      } catch (InputException e) {
        noticed++;
      }
    }
    assertTrue(noticed > whole.length / 2, noticed + " of " + whole.length);
  }

  @Test
  void negativeIdsAreAllCounted() throws IOException {
    TestMap map =
        new TestMap().node(-7, 0, 0).node(1, 0, 0.1).way(-3, new long[] {-7, 1}, "highway=path");
    InputException thrown = assertThrows(InputException.class, () -> clipAll(map));
    assertEquals(2, thrown.count());
    assertTrue(thrown.faults().get(0).endsWith("map.osm.pbf: node -7: id must be > 0"));
    assertTrue(thrown.faults().get(1).endsWith("map.osm.pbf: way -3: id must be > 0"));
  }

  @Test
  void unsortedFilesAreRefused() {
    TestMap map =
        new TestMap().way(3, new long[] {1, 2}, "highway=path").node(1, 0, 0).node(2, 0, 0.1);
    assertFault(() -> clipAll(map), "node 1: comes after a way", "nodes, ways, relations");
  }

  @Test
  void areaOutsideTheExtract() {
    Function<AreaOutline, org.junit.jupiter.api.function.Executable> clip =
        area -> () -> clip(street().way(11, new long[] {1, 2}, "highway=path"), area);
    assertFault(
        clip.apply(AreaOutline.box(5, -1, 6, 1)),
        "map.osm.pbf: the area 5.00000,-1.00000,6.00000,1.00000",
        "covers 0.10000,0.00000,0.60000,0.00000");
    assertFault(clip.apply(AreaOutline.box(-1, 0.2, 1, 0.4)), "look swapped");
  }

  @Test
  void noRoadsLeft() {
    assertFault(
        () -> clip(street().way(11, new long[] {1, 2}, "building=yes"), 0, 1),
        "map.osm.pbf: no roads left in the area",
        "1 ways read");
    assertFault(() -> clipAll(street()), "no roads left", "0 ways read");
  }
}
