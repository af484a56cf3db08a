package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ieum.model.LatLon;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.PathQuery;
import org.ieum.traveltime.RideRules;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where scooters may go and how quickly, on a hand-made map. */
class RidingTest {
  private static final RideProfile FIVE = new RideProfile(5, 1, 0.05, 0.5);
  private static final RideProfile NEVER_PUSHED = new RideProfile(5, 0, 0.05, 0.5);

  @TempDir Path folder;

  /** Ways of 500 m each from node 1 in the west to node 12 in the east. */
  private RoadNetwork ways() throws IOException {
    SmallMap map = new SmallMap();
    for (int node = 1; node <= 12; node++) {
      map.node(node, 0, 5 * node);
    }
    return RoadNetwork.read(
        map.node(13, 30, 5)
            .node(14, 35, 5)
            .way(101, "highway=residential", 1, 2)
            .way(102, "highway=residential oneway=yes", 2, 3)
            .way(103, "highway=residential oneway=yes oneway:bicycle=no", 3, 4)
            .way(104, "highway=cycleway foot=no", 4, 5)
            .way(105, "highway=footway", 5, 6)
            .way(106, "highway=steps", 6, 7)
            .way(107, "highway=motorway", 7, 8)
            .way(108, "highway=residential incline=8%", 8, 9)
            .way(109, "highway=residential incline=-30%", 9, 10)
            .way(110, "highway=path bicycle=designated foot=designated segregated=yes", 10, 11)
            .way(111, "route=ferry", 11, 12)
            .way(112, "highway=residential", 13, 14)
            .write(folder.resolve("ways.osm.pbf")));
  }

  private static LatLon at(double north, double east) {
    return new LatLon(north * SmallMap.HUNDRED_METRES, east * SmallMap.HUNDRED_METRES);
  }

  /** The edge that begins so many hundreds of metres in the east. */
  private static int edge(RoadNetwork network, double east) {
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      List<LatLon> shape = network.geometry().shape(edge);
      double lon = Math.min(shape.get(0).lon(), shape.get(shape.size() - 1).lon());
      if (shape.get(0).lat() < 1e-6 && Math.abs(lon - at(0, east).lon()) < 1e-6) {
        return edge;
      }
    }
    throw new AssertionError("no edge begins at " + east);
  }

  /** Time eastwards and westwards, s, or -1. */
  private static List<Long> seconds(RoadNetwork network, EdgeTimes times, double east) {
    int edge = edge(network, east);
    List<LatLon> shape = network.geometry().shape(edge);
    boolean eastward = shape.get(0).lon() < shape.get(shape.size() - 1).lon();
    long there = seconds(times.forward(edge));
    long back = seconds(times.backward(edge));
    return eastward ? List.of(there, back) : List.of(back, there);
  }

  private static long seconds(int millis) {
    return millis == EdgeTimes.CLOSED ? -1 : Math.round(millis / 1000.0);
  }

  @Test
  void ridesWhereBicyclesMayAndIsPushedWherePeopleWalk() throws IOException {
    RoadNetwork network = ways();
    EdgeTimes times = network.riding(FIVE, RideRules.NONE).times();
    assertEquals(List.of(100L, 100L), seconds(network, times, 5));
    assertEquals(List.of(100L, 500L), seconds(network, times, 10), "pushed against a one-way");
    assertEquals(List.of(100L, 100L), seconds(network, times, 15));
    assertEquals(List.of(100L, 100L), seconds(network, times, 20), "a cycleway without walkers");
    assertEquals(List.of(500L, 500L), seconds(network, times, 25), "pushed on a footway");
    assertEquals(List.of(-1L, -1L), seconds(network, times, 30), "steps");
    assertEquals(List.of(-1L, -1L), seconds(network, times, 35), "motorway");
    assertEquals(List.of(100L, 100L), seconds(network, times, 50));
    assertEquals(List.of(-1L, -1L), seconds(network, times, 55), "ferry");
    EdgeTimes ridden = network.riding(NEVER_PUSHED, RideRules.NONE).times();
    assertEquals(List.of(100L, -1L), seconds(network, ridden, 10));
    assertEquals(List.of(-1L, -1L), seconds(network, ridden, 25));
  }

  @Test
  void slopesTakeSpeedUphillOnly() throws IOException {
    RoadNetwork network = ways();
    EdgeTimes times = network.riding(FIVE, RideRules.NONE).times();
    assertEquals(List.of(167L, 100L), seconds(network, times, 40), "8 % at 5 % each");
    assertEquals(List.of(100L, 200L), seconds(network, times, 45), "not below half");
  }

  @Test
  void inclinesAreReadInAllTheirSpellings() {
    assertEquals(10, InclineParser.percent("10%"));
    assertEquals(-4, InclineParser.percent(" -3.6 % "));
    assertEquals(7, InclineParser.percent("+7"));
    assertEquals(18, InclineParser.percent("10°"));
    assertEquals(-InclineParser.STEEPEST, InclineParser.percent("-88°"));
    assertEquals(InclineParser.STEEPEST, InclineParser.percent("200%"));
    for (String none : List.of("up", "down", "", "10 m", "1e3%", "--5%", "95°", "1000%")) {
      assertEquals(0, InclineParser.percent(none), none);
    }
    assertEquals(0, InclineParser.percent(null));
  }

  @Test
  void zonesSlowDownWhereTheyAreAndCloseWholeEdges() throws IOException {
    RoadNetwork network = ways();
    // The eastern 200 m of the first way is slow; a piece in the middle of the third is forbidden.
    RideRules rules =
        place -> {
          double east = place.lon() / SmallMap.HUNDRED_METRES;
          return east > 8 && east < 10
              ? 2.5
              : east > 17 && east < 17.5 ? 0 : Double.POSITIVE_INFINITY;
        };
    EdgeTimes times = network.riding(FIVE, rules).times();
    assertEquals(List.of(140L, 140L), seconds(network, times, 5), "200 m at half the speed");
    assertEquals(List.of(100L, 500L), seconds(network, times, 10));
    assertEquals(List.of(-1L, -1L), seconds(network, times, 15));
    ModeNetwork riding = network.riding(FIVE, rules);
    PathQuery paths = new PathQuery(riding.hierarchy());
    RoadPosition west = new RoadPosition(edge(network, 5), 0.5);
    assertTrue(paths.findPath(west, new RoadPosition(edge(network, 20), 0.5)).isEmpty());
    DrivePath path = paths.findPath(west, new RoadPosition(edge(network, 10), 0.5)).orElseThrow();
    assertEquals(500, path.metres(path.duration(), network.geometry()), 1);
    assertThrows(IllegalArgumentException.class, () -> network.riding(FIVE, place -> Double.NaN));
  }

  @Test
  void timesNeverUnderstateTheLength() throws IOException {
    RoadNetwork network = ways();
    EdgeTimes times = network.riding(FIVE, RideRules.NONE).times();
    for (int edge = 0; edge < times.edgeCount(); edge++) {
      if (times.forward(edge) != EdgeTimes.CLOSED) {
        assertTrue(times.forward(edge) * 5.0 / 1000 >= network.geometry().length(edge) - 1e-6);
      }
    }
  }

  @Test
  void snapsOntoWhatCanBeRidden() throws IOException {
    RoadNetwork network = ways();
    ModeNetwork riding = network.riding(FIVE, RideRules.NONE);
    LatLon besideMotorway = at(0.2, 37);
    assertTrue(riding.snapper(100).snap(besideMotorway).isEmpty());
    assertEquals(
        edge(network, 20), riding.snapper(100).snap(at(0.2, 22)).orElseThrow().position().edge());
    assertTrue(riding.snapper(100).snap(at(32, 5)).isEmpty(), "a part of one edge");
    assertFalse(riding.snapper(1_000).snap(besideMotorway).isEmpty());
    assertEquals(
        TravelTimes.UNREACHABLE, riding.times().forward(edge(network, 35)), "closed is no time");
  }

  @Test
  void newEdgesComeBehindThoseOfCarsAndWalkers() throws IOException {
    RoadNetwork network = ways();
    assertEquals(network.edgeCount() - 1, edge(network, 20));
    assertFalse(network.geometry().walkable(edge(network, 20)));
  }

  @Test
  void profilesSayWhatIsWrong() {
    assertEquals(
        "riding speed must be > 0 m/s, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> new RideProfile(0, 0, 0, 1))
            .getMessage());
    assertEquals(
        "pushing speed must be from 0 to 3.0 m/s, was 4.0",
        assertThrows(IllegalArgumentException.class, () -> new RideProfile(3, 4, 0, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new RideProfile(3, 1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new RideProfile(3, 1, 0, 0));
    assertEquals(6, RideProfile.ofSpeed(6).speed());
  }
}
