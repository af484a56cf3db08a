package org.ieum.traveltime;

import java.util.Arrays;

/**
 * Cheap lower bounds of driving times.
 *
 * <p>Design note. With the times to and from a few landmarks at hand, the triangle inequality gives
 * {@code time(a, b) >= time(L, b) - time(L, a)} and {@code >= time(a, L) - time(b, L)} (Goldberg
 * and Harrelson: <em>Computing the Shortest Path: A* Search Meets Graph Theory</em>, SODA 2005).
 * Unlike a bound by straight line and top speed it is exact in the data's own units, knows rivers,
 * and holds when some edges take no time. Landmarks are chosen one by one, each farthest from those
 * before. Immutable.
 */
final class Landmarks {
  /** How many landmarks there are. */
  static final int COUNT = 8;

  /** Numbers that describe one place: time from each landmark, then to each. */
  static final int CELLS = 2 * COUNT;

  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;

  private final SearchGraph graph;

  /** Numbers of road node i, from cell i * CELLS; UNREACHABLE where there is no path. */
  private final int[] cells;

  Landmarks(Hierarchy hierarchy) {
    graph = hierarchy.graph();
    EdgeTimes edges = hierarchy.edges();
    cells = new int[edges.nodeCount() * CELLS];
    int[] nearest = new int[hierarchy.size()];
    int[] from = new int[hierarchy.size()];
    int[] to = new int[hierarchy.size()];
    Arrays.fill(nearest, UNREACHABLE);
    int landmark = 0;
    for (int i = 0; i < COUNT; i++) {
      sweep(hierarchy, landmark, /* backward= */ false, from);
      sweep(hierarchy, landmark, /* backward= */ true, to);
      int farthest = landmark;
      for (int rank = 0; rank < from.length; rank++) {
        int at = hierarchy.node(rank) * CELLS;
        cells[at + i] = from[rank];
        cells[at + COUNT + i] = to[rank];
        if (from[rank] < UNREACHABLE) {
          nearest[rank] = Math.min(nearest[rank], from[rank]);
          farthest = nearest[rank] > nearest[farthest] ? rank : farthest;
        }
      }
      landmark = farthest;
    }
  }

  /**
   * Times from one rank to all, or to it from all if backward: up the hierarchy by a search, then
   * down by one pass over all arcs from the most important rank on (Delling, Goldberg, Nowatzyk,
   * Werneck: <em>PHAST</em>, IPDPS 2011). Sixteen passes take 20 ms on Porto, searches as in {@link
   * LocalSearch} 55.
   */
  private static void sweep(Hierarchy hierarchy, int start, boolean backward, int[] millis) {
    UpwardSearch search = new UpwardSearch(hierarchy, backward);
    search.run(hierarchy.node(start));
    int[] groups = hierarchy.startCells();
    int[] arcs = hierarchy.arcCells();
    int side = backward ? 0 : 1;
    for (int rank = 0; rank < millis.length; rank++) {
      int best = search.millis(rank);
      int end = 2 * groups[2 * rank + side + 1];
      for (int i = 2 * groups[2 * rank + side]; i < end; i += 2) {
        best = Math.min(best, millis[arcs[i]] + arcs[i + 1]);
      }
      millis[rank] = Math.min(best, UNREACHABLE);
    }
  }

  /** Writes the numbers of a position. */
  void describe(RoadPosition position, Seeds seeds, int[] result, int at) {
    Arrays.fill(result, at, at + CELLS, UNREACHABLE);
    seeds.clear();
    graph.enter(position, seeds);
    improve(seeds, 0, result, at);
    seeds.clear();
    graph.leave(position, seeds);
    improve(seeds, COUNT, result, at);
  }

  /** Improves the half of the numbers that begins at a shift by what the seeds' nodes say. */
  private void improve(Seeds seeds, int shift, int[] result, int at) {
    for (int seed = 0; seed < seeds.size(); seed++) {
      int first = seeds.node(seed) * CELLS + shift;
      for (int i = 0; i < COUNT; i++) {
        int cell = at + shift + i;
        result[cell] = Math.min(result[cell], cells[first + i] + seeds.millis(seed));
      }
    }
  }

  /** A lower bound of the time between two described positions. */
  static int bound(int[] numbers, int from, int to) {
    int bound = 0;
    for (int i = 0; i < COUNT; i++) {
      bound = Math.max(bound, numbers[to + i] - numbers[from + i]);
      bound = Math.max(bound, numbers[from + COUNT + i] - numbers[to + COUNT + i]);
    }
    return bound;
  }

  /** A lower bound of the times from a described position to all in a range. */
  static int boundToRange(int[] numbers, int from, int[] least, int[] most) {
    int bound = 0;
    for (int i = 0; i < COUNT; i++) {
      bound = Math.max(bound, least[i] - numbers[from + i]);
      bound = Math.max(bound, numbers[from + COUNT + i] - most[COUNT + i]);
    }
    return bound;
  }

  /** A lower bound of the times from a node to all in a range. */
  int boundToRange(int node, int[] least, int[] most) {
    return boundToRange(cells, node * CELLS, least, most);
  }

  /** A lower bound of the times from all in a range to a described position. */
  static int boundFromRange(int[] least, int[] most, int[] numbers, int to) {
    int bound = 0;
    for (int i = 0; i < COUNT; i++) {
      bound = Math.max(bound, numbers[to + i] - most[i]);
      bound = Math.max(bound, least[COUNT + i] - numbers[to + COUNT + i]);
    }
    return bound;
  }
}
