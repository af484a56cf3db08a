package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.model.LatLon;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.ManyToManyQuery;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.OneToManyQuery;
import org.ieum.traveltime.OneToOneQuery;
import org.ieum.traveltime.PathQuery;
import org.ieum.traveltime.ReachSearch;
import org.ieum.traveltime.ReferenceTimes;
import org.ieum.traveltime.RideRules;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.StopMatrix;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walking and riding times of real maps are exactly those of Dijkstra's algorithm. */
class ModeRoadsTest {
  private static final int LIMIT = 600_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baengnyeong.osm.pbf",
        "gothenburg.osm.pbf",
        "poa_osm.pbf",
        "porto_portugal.osm.pbf"
      })
  void allQueriesAgreeWithDijkstra(String map) {
    Path pbf = SharedData.osm(map);
    RoadNetwork network = RoadNetwork.read(pbf);
    Random random = new Random(17);
    check(network.onFoot(1.25), random, "walking, seed 17");
    check(network.riding(RideProfile.DEFAULT, RideRules.NONE), random, "riding, seed 17");
    check(network.riding(RideProfile.DEFAULT, stripes()), random, "riding in zones, seed 17");
  }

  /** Slow stripes from north to south, and forbidden ones. */
  private static RideRules stripes() {
    return place ->
        switch (Math.floorMod((int) Math.floor(place.lon() * 300), 9)) {
          case 0 -> 0;
          case 1, 2 -> 1.5;
          default -> Double.POSITIVE_INFINITY;
        };
  }

  private static void check(ModeNetwork mode, Random random, String where) {
    Hierarchy hierarchy = mode.hierarchy();
    EdgeTimes times = mode.times();
    List<RoadPosition> positions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double fraction = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
      positions.add(new RoadPosition(random.nextInt(times.edgeCount()), fraction));
    }
    StopMatrix matrix = new ManyToManyQuery(hierarchy).matrix(positions);
    OneToManyQuery oneToMany = new OneToManyQuery(hierarchy, positions);
    OneToOneQuery oneToOne = new OneToOneQuery(hierarchy);
    PathQuery paths = new PathQuery(hierarchy);
    ReachSearch reach = new ReachSearch(mode.graph());
    int[] row = new int[positions.size()];
    int reachable = 0;
    int near = 0;
    for (int i = 0; i < 15; i++) {
      RoadPosition from = positions.get(i);
      ReferenceTimes reference = ReferenceTimes.from(times, from);
      oneToMany.durations(from, row);
      for (int j = 0; j < positions.size(); j++) {
        RoadPosition to = positions.get(j);
        int expected =
            from.edge() == to.edge() ? ReferenceTimes.between(times, from, to) : reference.to(to);
        assertEquals(expected, matrix.duration(i, j), where);
        assertEquals(expected, row[j], where);
        assertEquals(expected, oneToOne.duration(from, to), where);
        checkPath(paths, from, to, expected, mode, where);
        reach.from(from, LIMIT);
        int bounded = expected <= LIMIT ? expected : TravelTimes.UNREACHABLE;
        assertEquals(bounded, reach.millis(to), where);
        reach.to(to, LIMIT);
        assertEquals(bounded, reach.millis(from), where);
        reachable += expected < TravelTimes.UNREACHABLE ? 1 : 0;
        near += expected <= LIMIT ? 1 : 0;
      }
    }
    assertTrue(reachable > 40 && near > 15, where + ": " + reachable + ", " + near);
  }

  private static void checkPath(
      PathQuery paths,
      RoadPosition from,
      RoadPosition to,
      int expected,
      ModeNetwork mode,
      String where) {
    int found = paths.findPath(from, to).map(DrivePath::duration).orElse(TravelTimes.UNREACHABLE);
    assertEquals(expected, found, where);
    if (expected < TravelTimes.UNREACHABLE) {
      DrivePath path = paths.findPath(from, to).orElseThrow();
      double metres = path.metres(expected, mode.geometry());
      assertTrue(metres <= (expected + path.size()) / 1000.0 * 15 / 3.6 + 1e-6, where);
    }
  }

  @Test
  void portoAlegreIsOneGraphForScooters() {
    RoadNetwork network = RoadNetwork.read(SharedData.osm("poa_osm.pbf"));
    ModeNetwork riding = network.riding(RideProfile.DEFAULT, RideRules.NONE);
    Random random = new Random(19);
    List<RoadPosition> positions = new ArrayList<>();
    while (positions.size() < 200) {
      // The city's centre, all of whose places are near a street.
      LatLon place =
          new LatLon(-30.02 - 0.06 * random.nextDouble(), -51.16 - 0.06 * random.nextDouble());
      riding.snapper(300).snap(place).ifPresent(snap -> positions.add(snap.position()));
    }
    StopMatrix matrix = new ManyToManyQuery(riding.hierarchy()).matrix(positions);
    int unreachable = 0;
    for (int i = 0; i < positions.size(); i++) {
      for (int j = 0; j < positions.size(); j++) {
        unreachable += matrix.duration(i, j) == TravelTimes.UNREACHABLE ? 1 : 0;
      }
    }
    assertTrue(unreachable < 800, unreachable + " of 40,000 pairs have no way, seed 19");
  }
}
