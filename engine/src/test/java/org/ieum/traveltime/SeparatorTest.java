package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparatorTest {
  @Test
  void partsTheEndsWithAsFewNodesAsPossible() {
    Random random = new Random(1);
    int larger = 0;
    for (int round = 0; round < 500; round++) {
      int nodes = 3 + random.nextInt(8);
      GraphCell cell = randomCell(nodes, random);
      int[] list = new int[cell.size()];
      for (int i = 0; i < list.length; i++) {
        list[i] = i;
      }
      int ends = 1 + random.nextInt(Math.max(1, list.length / 2));
      Separator separator = new Separator(cell);
      assertTrue(separator.find(list, ends, Integer.MAX_VALUE));
      int removed = 0;
      for (int node = 0; node < list.length; node++) {
        removed |= separator.side(node) == Separator.BETWEEN ? 1 << node : 0;
      }
      assertEquals(separator.size(), Integer.bitCount(removed));
      assertTrue(parts(cell, ends, removed), "round " + round);
      for (int less = 0; less < 1 << list.length; less++) {
        if (Integer.bitCount(less) < separator.size()) {
          assertFalse(parts(cell, ends, less), "round " + round);
        }
      }
      for (int node = 0; node < list.length; node++) {
        for (int i = cell.start(node); i < cell.start(node + 1); i++) {
          assertFalse(
              separator.side(node) == Separator.FIRST
                  && separator.side(cell.neighbour(i)) == Separator.SECOND,
              "round " + round);
        }
      }
      larger += separator.size() > 1 ? 1 : 0;
      if (separator.size() > 1) {
        assertFalse(separator.find(list, ends, separator.size() - 1));
      }
    }
    assertTrue(larger > 100, larger + " larger than one node");
  }

  private static GraphCell randomCell(int nodes, Random random) {
    List<int[]> edges = new ArrayList<>();
    for (int node = 1; node < nodes; node++) {
      edges.add(new int[] {random.nextInt(node), node, 10, 10});
    }
    for (int i = random.nextInt(2 * nodes); i > 0; i--) {
      edges.add(new int[] {random.nextInt(nodes), random.nextInt(nodes), 10, 10});
    }
    return GraphCell.of(RandomRoads.times(nodes, edges));
  }

  /** Whether no source reaches a sink once some nodes are removed. */
  private static boolean parts(GraphCell cell, int ends, int removed) {
    int seen = removed;
    int size = cell.size();
    for (int round = 0; round < size; round++) {
      for (int node = 0; node < size; node++) {
        boolean open = (removed & 1 << node) == 0;
        boolean reached = node < ends;
        for (int i = cell.start(node); i < cell.start(node + 1); i++) {
          int other = cell.neighbour(i);
          reached |= (seen & 1 << other) != 0 && (removed & 1 << other) == 0;
        }
        seen |= open && reached ? 1 << node : 0;
      }
    }
    for (int node = size - ends; node < size; node++) {
      if ((seen & 1 << node) != 0 && (removed & 1 << node) == 0) {
        return false;
      }
    }
    return true;
  }
}
