package org.ieum.osmdata.stops;

import static org.ieum.osmdata.clip.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.clip.ClippedRoads;
import org.ieum.osmdata.clip.ExtractClipper;
import org.ieum.osmdata.clip.TestMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StopPlannerTest {
  /** About 111.2 m along the equator. */
  private static final double STEP = 0.001;

  private static final StopOptions VIRTUAL = StopOptions.DEFAULT.withChoice(StopChoice.VIRTUAL);

  @TempDir Path folder = Path.of("");

  /** Nodes 1 to n along the equator, 111 m apart. */
  private static TestMap line(int n) {
    TestMap map = new TestMap();
    for (int i = 1; i <= n; i++) {
      map.node(i, 0, i * STEP);
    }
    return map;
  }

  private static long[] range(int from, int to) {
    return java.util.stream.LongStream.rangeClosed(from, to).toArray();
  }

  private StopPlan plan(TestMap map, StopOptions options) throws IOException {
    ClippedRoads roads = new ExtractClipper(map.write(folder.resolve("map.osm.pbf")), null).clip();
    return new StopPlanner(Path.of("map.osm.pbf"), roads, AreaOutline.box(-1, -1, 1, 1), options)
        .plan();
  }

  private static List<String> ids(StopPlan plan) {
    return plan.stops().stream().map(stop -> stop.point().id()).toList();
  }

  private static List<String> names(StopPlan plan) {
    return plan.stops().stream().map(stop -> stop.point().name()).toList();
  }

  @Test
  void aStreetIsCoveredWithNamedStops() throws IOException {
    TestMap map = line(13).way(1, range(1, 13), "highway=residential", "name=Equator");
    StopOptions all = new StopOptions(Optional.empty(), StopChoice.VIRTUAL, false, 300, 200, 1, 99);
    StopPlan plan = plan(map, all);
    assertEquals(List.of("v0001", "v0002", "v0003", "v0004", "v0005"), ids(plan));
    assertEquals("Equator 5", names(plan).get(4));
    assertEquals(1334, plan.walkableMetres());
    assertEquals(1334, plan.coveredAfterMetres());
    assertEquals(0, plan.coveredBeforeMetres());
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < i; j++) {
        LatLon place = plan.stops().get(j).point().location();
        assertTrue(plan.stops().get(i).point().location().metresTo(place) >= 200);
      }
    }
    assertEquals(2, plan(map, VIRTUAL).stops().size(), "33, 67 and 33 m are left, less than 100 m");
  }

  @Test
  void busesStopOnlyWhereTheyMay() throws IOException {
    for (String unfit :
        List.of(
            "highway=footway",
            "highway=motorway",
            "highway=primary_link",
            "highway=service",
            "highway=track")) {
      TestMap map = line(4).way(1, range(1, 4), unfit);
      assertFault(() -> plan(map, VIRTUAL), "where a bus may stop");
    }
    for (String unfit : List.of("tunnel=yes", "bridge=yes", "access=private", "foot=no")) {
      TestMap map = line(4).way(1, range(1, 4), "highway=residential", unfit);
      assertFault(() -> plan(map, VIRTUAL), "where a bus may stop");
    }
  }

  @Test
  void noStopWhereNoneComesBackFrom() throws IOException {
    StopPlan plan =
        plan(
            line(9)
                .way(1, range(1, 3), "highway=residential", "name=Main")
                .way(2, range(3, 6), "highway=residential", "oneway=yes", "name=Trap")
                .way(3, range(7, 9), "highway=residential", "name=Islet"),
            VIRTUAL);
    assertEquals(List.of("Main"), names(plan));
  }

  @Test
  void noStopWhereOnlyAFewCanWalk() throws IOException {
    TestMap map = line(120);
    map.way(1, range(1, 60), "highway=residential", "name=Town")
        .way(2, range(60, 65), "highway=secondary", "foot=no", "name=Link")
        .way(3, range(65, 75), "highway=residential", "name=Harbour")
        .way(4, range(75, 76), "highway=secondary", "foot=no", "name=Link")
        .way(5, range(76, 120), "highway=residential", "name=Harbour");
    StopPlan plan = plan(map, VIRTUAL);
    assertTrue(names(plan).stream().allMatch(name -> name.startsWith("Town")), "" + names(plan));
    assertTrue(plan.coveredAfterMetres() < 0.6 * plan.walkableMetres());
  }

  @Test
  void biggerRoadsWinTies() throws IOException {
    TestMap map = new TestMap();
    map.node(1, 0, 0).node(2, 0, STEP).node(3, STEP, 0).node(4, STEP, STEP);
    map.way(1, new long[] {1, 2}, "highway=residential", "name=Small")
        .way(2, new long[] {3, 4}, "highway=secondary", "name=Big")
        .way(3, new long[] {1, 3}, "highway=residential", "name=West")
        .way(4, new long[] {2, 4}, "highway=residential", "name=East");
    assertEquals(List.of("Big"), names(plan(map, VIRTUAL)));
  }

  @Test
  void autoTakesTheStopsOfTheMapWhenTheyCoverHalf() throws IOException {
    TestMap half = line(9).node(20, 0.0001, 3 * STEP, "highway=bus_stop", "name=Pole");
    half.node(21, 0.0001, 3 * STEP, "public_transport=stop_position", "bus=yes")
        .way(1, range(1, 9), "highway=residential");
    StopPlan osm = plan(half, StopOptions.DEFAULT);
    assertEquals(List.of("n20"), ids(osm));
    assertEquals(osm.coveredBeforeMetres(), osm.coveredAfterMetres());
    assertEquals(
        Map.of("the same place as another bus stop of the map", List.of("n21")), osm.dropped());

    TestMap less = line(12).node(20, 0.0001, STEP, "highway=bus_stop", "name=Pole");
    less.way(1, range(1, 12), "highway=residential");
    StopPlan virtual = plan(less, StopOptions.DEFAULT);
    assertEquals(0, virtual.count(StopSource.OSM));
    assertTrue(virtual.coveredBeforeMetres() > 250);
    assertEquals(List.of("n20"), ids(plan(less, StopOptions.DEFAULT.withChoice(StopChoice.OSM))));
  }

  @Test
  void gapsAreFilledAwayFromGivenStops() throws IOException {
    Path given =
        Files.writeString(
            folder.resolve("stops.csv"),
            """
            stop_id,stop_name,stop_lat,stop_lon
            v0001,Given,0.0001,0.001
            far,Far,0.5,0.5
            out,Out,3,3
            """);
    TestMap map = line(12).way(1, range(1, 12), "highway=residential");
    StopOptions options = StopOptions.DEFAULT.withFile(given).withGapsFilled(true);
    StopPlan plan = plan(map, options);
    assertEquals("v0001", ids(plan).get(0));
    assertEquals("v0002", ids(plan).get(1), "the id of the given stop is not used again");
    assertEquals(1, plan.count(StopSource.GIVEN));
    assertTrue(plan.count(StopSource.VIRTUAL) >= 2);
    assertTrue(plan.coveredAfterMetres() > plan.coveredBeforeMetres());
    assertEquals(
        Map.of(
            "no drivable street within 100 m", List.of("far"), "outside the area", List.of("out")),
        plan.dropped());
    StopPlan alone = plan(map, options.withGapsFilled(false));
    assertEquals(List.of("v0001"), ids(alone));
    assertEquals(289, alone.coveredAfterMetres());
  }

  @Test
  void stopsOnIsletsAreNamed() throws IOException {
    Path given =
        Files.writeString(
            folder.resolve("stops.csv"),
            """
            stop_id,stop_name,stop_lat,stop_lon
            main,M,0,0.002
            islet,I,0,0.008
            """);
    StopPlan plan =
        plan(
            line(9)
                .way(1, range(1, 4), "highway=residential")
                .way(2, range(7, 9), "highway=residential"),
            StopOptions.DEFAULT.withFile(given));
    assertEquals(List.of("main"), ids(plan));
    assertEquals(
        Map.of("on a street that is cut off from the others", List.of("islet")), plan.dropped());
  }

  @Test
  void noUsableGivenStopIsAFault() throws IOException {
    Path given =
        Files.writeString(
            folder.resolve("stops.csv"), "stop_id,stop_name,stop_lat,stop_lon\nout,Out,3,3\n");
    TestMap map = line(3).way(1, range(1, 3), "highway=residential");
    assertFault(
        () -> plan(map, StopOptions.DEFAULT.withFile(given)),
        "stops.csv: none of the stops can be used",
        "outside the area (out)");
    assertFault(
        () -> plan(map, StopOptions.DEFAULT.withChoice(StopChoice.OSM)),
        "map.osm.pbf: no usable bus stop");
  }

  @Test
  void theLimitIsKeptAndTold() throws IOException {
    StopOptions two = new StopOptions(Optional.empty(), StopChoice.VIRTUAL, false, 100, 50, 1, 2);
    StopPlan plan = plan(line(20).way(1, range(1, 20), "highway=residential"), two);
    assertEquals(2, plan.stops().size());
    assertTrue(plan.isLimitReached());
  }

  @Test
  void optionsSayTheirBounds() {
    assertFault(
        () -> new StopOptions(Optional.empty(), StopChoice.AUTO, false, 10, 200, 100, 9),
        "walk in metres must be from 50 to 5000, was 10");
  }
}
