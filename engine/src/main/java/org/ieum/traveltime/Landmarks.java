package org.ieum.traveltime;

import java.util.Arrays;
import org.ieum.collection.MinHeap;

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
    FlatGraph arcs = new FlatGraph(edges);
    cells = new int[edges.nodeCount() * CELLS];
    int[] nearest = new int[edges.nodeCount()];
    Arrays.fill(nearest, UNREACHABLE);
    int landmark = hierarchy.node(0);
    for (int i = 0; i < COUNT; i++) {
      int[] from = search(arcs, landmark, /* backward= */ false);
      int[] to = search(arcs, landmark, /* backward= */ true);
      int farthest = landmark;
      for (int rank = 0; rank < hierarchy.size(); rank++) {
        int node = hierarchy.node(rank);
        cells[node * CELLS + i] = from[node];
        cells[node * CELLS + COUNT + i] = to[node];
        if (from[node] < UNREACHABLE) {
          nearest[node] = Math.min(nearest[node], from[node]);
          farthest = nearest[node] > nearest[farthest] ? node : farthest;
        }
      }
      landmark = farthest;
    }
  }

  private static int[] search(FlatGraph graph, int start, boolean backward) {
    int[] millis = new int[graph.edges().nodeCount()];
    Arrays.fill(millis, UNREACHABLE);
    MinHeap heap = new MinHeap(1024);
    millis[start] = 0;
    heap.push(0, start);
    while (!heap.isEmpty()) {
      long pair = heap.pop();
      int node = MinHeap.item(pair);
      int time = MinHeap.key(pair);
      if (time != millis[node]) {
        continue;
      }
      int end = backward ? graph.inStart(node + 1) : graph.outStart(node + 1);
      for (int arc = backward ? graph.inStart(node) : graph.outStart(node); arc < end; arc += 3) {
        int head = backward ? graph.inTail(arc) : graph.outHead(arc);
        int reached = time + (backward ? graph.inMillis(arc) : graph.outMillis(arc));
        if (reached < millis[head]) {
          millis[head] = reached;
          heap.push(reached, head);
        }
      }
    }
    return millis;
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
}
