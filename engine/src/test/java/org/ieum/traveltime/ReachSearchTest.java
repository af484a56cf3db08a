package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachSearchTest {
  @Test
  void findsExactlyWhatIsWithinTheLimitBothWays() {
    int within = 0;
    int oneWay = 0;
    for (long seed = 1; seed <= 60; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = roads.grid(2 + roads.nextInt(15));
      ReachSearch search = new ReachSearch(new FlatGraph(edges));
      for (int i = 0; i < 20; i++) {
        RoadPosition place = roads.position(edges);
        int limit = roads.nextInt(6000);
        List<RoadPosition> others = roads.positions(edges, 30);
        search.from(place, limit);
        int[] ahead = others.stream().mapToInt(search::millis).toArray();
        search.to(place, limit);
        for (int j = 0; j < ahead.length; j++) {
          RoadPosition other = others.get(j);
          int there = bounded(ReferenceTimes.between(edges, place, other), limit);
          int back = bounded(ReferenceTimes.between(edges, other, place), limit);
          assertEquals(there, ahead[j], "seed " + seed);
          assertEquals(back, search.millis(other), "seed " + seed);
          within += there <= limit ? 1 : 0;
          oneWay += there != back ? 1 : 0;
        }
      }
    }
    assertTrue(within > 3000 && oneWay > 1000, within + " within, one way " + oneWay);
  }

  private static int bounded(int millis, int limit) {
    return millis <= limit ? millis : TravelTimes.UNREACHABLE;
  }
}
