package org.ieum.osmdata.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CoverageTest {
  @Test
  void reachEqualsAllPairsDistances() {
    Random random = new Random(71);
    for (int round = 0; round < 300; round++) {
      StreetNetwork network = RandomStreets.make(random, 12, 18);
      int[][] d = RandomStreets.distances(network);
      WalkReach reach = new WalkReach(network);
      for (int start = 0; start < network.nodeCount(); start++) {
        int offset = random.nextInt(5);
        int limit = random.nextInt(40);
        reach.search(start, offset, limit);
        int reached = 0;
        for (int v = 0; v < network.nodeCount(); v++) {
          int walked = offset + d[start][v];
          reached += walked <= limit ? 1 : 0;
          assertEquals(
              walked <= limit ? walked : WalkReach.FAR, reach.distance(v), "round " + round);
        }
        assertEquals(reached, reach.reachedCount());
      }
    }
  }

  @Test
  void coverageEqualsCountingEveryMillimetre() {
    Random random = new Random(72);
    long partly = 0;
    for (int round = 0; round < 500; round++) {
      StreetNetwork network = RandomStreets.make(random, 10, 16);
      int[][] d = RandomStreets.distances(network);
      int limit = 1 + random.nextInt(15);
      Coverage coverage = new Coverage(network, limit);
      WalkReach reach = new WalkReach(network);
      int[] stops = new int[0];
      for (int i = 0; i < 4; i++) {
        stops = java.util.Arrays.copyOf(stops, i + 1);
        stops[i] = random.nextInt(network.nodeCount());
        long before = coverage.covered();
        reach.search(stops[i], 0, limit);
        long gain = coverage.gain(reach);
        assertEquals(gain, coverage.add(reach));
        assertEquals(before + gain, coverage.covered());
        assertEquals(
            RandomStreets.covered(network, d, limit, stops), coverage.covered(), "round " + round);
      }
      partly += coverage.covered() > 0 && coverage.covered() < coverage.total() ? 1 : 0;
    }
    assertEquals(true, partly > 250, "too few rounds cover a part: " + partly);
  }
}
