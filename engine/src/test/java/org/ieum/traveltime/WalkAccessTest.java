package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.junit.jupiter.api.Test;

class WalkAccessTest {
  /** The same roads, as quick to walk back as forth. */
  private static EdgeTimes walkable(EdgeTimes edges) {
    List<int[]> both = new ArrayList<>();
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      int time = Math.min(edges.forward(edge), edges.backward(edge));
      both.add(new int[] {edges.base(edge), edges.adjacent(edge), time, time});
    }
    return RandomRoads.times(edges.nodeCount(), both);
  }

  @Test
  void findsExactlyTheStopPointsWithinTheLimit() {
    int candidates = 0;
    for (long seed = 1; seed <= 60; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = walkable(roads.grid(2 + roads.nextInt(15)));
      List<RoadPosition> stops = roads.positions(edges, 30);
      WalkAccess access = new WalkAccess(new FlatGraph(edges), stops, 1.25);
      for (int i = 0; i < 20; i++) {
        RoadPosition place = roads.position(edges);
        int limit = roads.nextInt(6000);
        List<CandidatePoint> expected = new ArrayList<>();
        for (int stop = 0; stop < stops.size(); stop++) {
          int millis = ReferenceTimes.between(edges, place, stops.get(stop));
          assertEquals(
              millis <= limit ? millis : TravelTimes.UNREACHABLE,
              access.duration(place, stops.get(stop), limit),
              "seed " + seed);
          if (millis <= limit) {
            expected.add(new CandidatePoint(stop, millis));
          }
        }
        expected.sort(
            Comparator.comparingInt(CandidatePoint::walkDuration)
                .thenComparingInt(CandidatePoint::stopPoint));
        assertEquals(expected, access.stopPointsAround(place, limit), "seed " + seed);
        candidates += expected.size();
      }
    }
    assertTrue(candidates > 3000, "candidates: " + candidates);
  }

  @Test
  void theWayToTheRoadCounts() {
    EdgeTimes edges = RandomRoads.times(2, List.of(new int[] {0, 1, 80_000, 80_000}));
    WalkAccess access =
        new WalkAccess(new FlatGraph(edges), List.of(new RoadPosition(0, 0.5)), 1.25);
    Snap place = new Snap(new RoadPosition(0, 0.25), new LatLon(0, 0), 50);
    assertEquals(List.of(), access.stopPointsAround(place, 59_999));
    assertEquals(List.of(new CandidatePoint(0, 60_000)), access.stopPointsAround(place, 60_000));
  }
}
