package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ieum.road.Contraction;
import org.junit.jupiter.api.Test;

/** Labels of nodes against searches up the hierarchy, also when their store is far too small. */
class NodeLabelsTest {
  @Test
  void labelsGiveTheTimesOfSearches() {
    int pairs = 0;
    int dropped = 0;
    for (long seed = 1; seed <= 40; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      Hierarchy hierarchy = new Contraction(roads.grid(2 + roads.nextInt(12))).toHierarchy();
      LabelStore store = new LabelStore(hierarchy.size());
      NodeLabels from = new NodeLabels(hierarchy, /* backward= */ false, store);
      NodeLabels to =
          new NodeLabels(hierarchy, /* backward= */ true, new LabelStore(hierarchy.size()));
      LabelStore small = new LabelStore(hierarchy.size(), 40);
      NodeLabels forgetful = new NodeLabels(hierarchy, /* backward= */ false, small);
      OneToOneQuery query = new OneToOneQuery(hierarchy);
      for (int i = 0; i < 100; i++) {
        int a = hierarchy.node(roads.nextInt(hierarchy.size()));
        int b = hierarchy.node(roads.nextInt(hierarchy.size()));
        assertEquals(query.duration(a, b), best(from.of(a), to.of(b)), "seed " + seed);
        assertArrayEquals(from.of(a), forgetful.of(a), "seed " + seed);
        pairs++;
      }
      dropped += kept(small, hierarchy) < kept(store, hierarchy) ? 1 : 0;
    }
    assertEquals(4000, pairs);
    assertTrue(dropped > 20, "maps on which labels were dropped: " + dropped);
  }

  private static int kept(LabelStore store, Hierarchy hierarchy) {
    int kept = 0;
    for (int rank = 0; rank < hierarchy.size(); rank++) {
      kept += store.find(rank) == null ? 0 : 1;
    }
    return kept;
  }

  private static int best(int[] from, int[] to) {
    int best = TravelTimes.UNREACHABLE;
    for (int i = 0; i < from.length; i += 2) {
      for (int k = 0; k < to.length; k += 2) {
        if (from[i] == to[k]) {
          best = Math.min(best, from[i + 1] + to[k + 1]);
        }
      }
    }
    return best;
  }
}
