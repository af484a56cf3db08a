package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ieum.traveltime.EdgeTimes;
import org.junit.jupiter.api.Test;

class WalkingReachTest {
  private static final int NODES = 30;
  private static final int EDGES = 60;
  private static final int LIMIT = 300_000;

  @Test
  void findsWhatBellmanAndFordFind() {
    Random random = new Random(1);
    int found = 0;
    for (int round = 0; round < 50; round++) {
      RoadPack pack = randomPack(random);
      WalkingReach reach = new WalkingReach(pack, LIMIT);
      for (int edge = 0; edge < EDGES; edge++) {
        reach.find(edge);
        Map<Integer, Integer> walks = new TreeMap<>();
        for (int i = 0; i < reach.count(); i++) {
          walks.put(reach.edge(i), reach.walk(i));
        }
        assertEquals(reach.count(), walks.size());
        assertEquals(plain(pack, pack.edges.adjacent(edge)), walks);
        found += reach.count();
      }
    }
    int all = 50 * EDGES * EDGES;
    assertTrue(found > all / 10 && found < all / 2, "found " + found + " of " + all);
  }

  private static RoadPack randomPack(Random random) {
    int[] tails = random.ints(EDGES, 0, NODES).toArray();
    int[] heads = random.ints(EDGES, 0, NODES).toArray();
    int[] forward = new int[EDGES];
    int[] backward = new int[EDGES];
    Arrays.fill(backward, EdgeTimes.CLOSED);
    double[] metres = random.doubles(EDGES, 50, 700).toArray();
    return new RoadPack(new EdgeTimes(NODES, tails, heads, forward, backward), metres);
  }

  /** Walk to the end of each edge within the limit, by the edge. */
  private static Map<Integer, Integer> plain(RoadPack pack, int source) {
    int[] walk = new int[NODES];
    Arrays.fill(walk, Integer.MAX_VALUE / 2);
    walk[source] = 0;
    for (int round = 0; round < NODES; round++) {
      for (int edge = 0; edge < EDGES; edge++) {
        int millis = (int) Math.round(pack.metres[edge] * 1000 / 1.25);
        int tail = pack.edges.base(edge);
        int head = pack.edges.adjacent(edge);
        walk[head] = Math.min(walk[head], walk[tail] + millis);
        walk[tail] = Math.min(walk[tail], walk[head] + millis);
      }
    }
    Map<Integer, Integer> ends = new TreeMap<>();
    for (int edge = 0; edge < EDGES; edge++) {
      if (walk[pack.edges.adjacent(edge)] <= LIMIT) {
        ends.put(edge, walk[pack.edges.adjacent(edge)]);
      }
    }
    return ends;
  }
}
