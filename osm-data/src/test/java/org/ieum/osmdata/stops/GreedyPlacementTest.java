package org.ieum.osmdata.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GreedyPlacementTest {
  private static IntArrayList candidates(StreetNetwork network) {
    IntArrayList nodes = new IntArrayList();
    for (int v = 0; v < network.nodeCount(); v++) {
      if (network.stopRank(v) > 0) {
        nodes.add(v);
      }
    }
    return nodes;
  }

  /** Computes every gain in every round. */
  private static IntArrayList plain(
      StreetNetwork network, int[][] d, int limit, int spacing, long minGain, int maxStops) {
    List<Integer> free = new ArrayList<>(candidates(network));
    IntArrayList placed = new IntArrayList();
    while (placed.size() < maxStops) {
      long now = RandomStreets.covered(network, d, limit, placed.toIntArray());
      int best = -1;
      long bestGain = minGain - 1L;
      for (int v : free) {
        int[] more = Arrays.copyOf(placed.toIntArray(), placed.size() + 1);
        more[placed.size()] = v;
        long gain = RandomStreets.covered(network, d, limit, more) - now;
        if (gain > bestGain
            || (gain == bestGain && best >= 0 && network.stopRank(v) > network.stopRank(best))) {
          best = v;
          bestGain = gain;
        }
      }
      if (best < 0) {
        break;
      }
      placed.add(best);
      int chosen = best;
      free.removeIf(v -> v == chosen || d[chosen][v] < spacing);
    }
    return placed;
  }

  @Test
  void lazyEqualsPlainGreedy() {
    Random random = new Random(73);
    int stops = 0;
    for (int round = 0; round < 600; round++) {
      StreetNetwork network = RandomStreets.make(random, 14, 22);
      int[][] d = RandomStreets.distances(network);
      int limit = 1 + random.nextInt(20);
      int spacing = 1 + random.nextInt(15);
      long minGain = 1L + random.nextInt(6);
      int maxStops = 1 + random.nextInt(8);
      IntArrayList lazy =
          new GreedyPlacement(network, new Coverage(network, limit), candidates(network))
              .place(spacing, minGain, maxStops);
      assertEquals(plain(network, d, limit, spacing, minGain, maxStops), lazy, "round " + round);
      stops += lazy.size();
    }
    assertTrue(stops > 800, "too few stops to tell anything: " + stops);
  }

  @Test
  void coversAtLeastTheProvenShareOfTheBest() {
    Random random = new Random(74);
    for (int round = 0; round < 200; round++) {
      StreetNetwork network = RandomStreets.make(random, 10, 15);
      int[][] d = RandomStreets.distances(network);
      int limit = 1 + random.nextInt(10);
      Coverage coverage = new Coverage(network, limit);
      new GreedyPlacement(network, coverage, candidates(network)).place(1, 1, 3);
      long best = 0;
      int[] all = candidates(network).toIntArray();
      for (int a : all) {
        for (int b : all) {
          for (int c : all) {
            int[] three = {a, b, c};
            best = Math.max(best, RandomStreets.covered(network, d, limit, three));
          }
        }
      }
      assertTrue(coverage.covered() <= best);
      assertTrue(coverage.covered() >= (1 - 1 / Math.E) * best, coverage.covered() + " of " + best);
    }
  }

  @Test
  void newStopsKeepAwayFromOldOnes() {
    StreetNetworkBuilder builder = new StreetNetworkBuilder();
    for (int v = 0; v < 10; v++) {
      builder.addNode(0, v / 1000.0);
      builder.allowStop(v, 1, "");
      if (v > 0) {
        builder.addSegment(v - 1, v, 100, true);
      }
    }
    StreetNetwork network = builder.build();
    GreedyPlacement greedy =
        new GreedyPlacement(network, new Coverage(network, 50), candidates(network));
    greedy.keepAway(5, 40, 300);
    IntArrayList placed = greedy.place(100, 1, 100);
    assertEquals(IntArrayList.of(1, 2, 8, 0, 9), placed);
  }
}
