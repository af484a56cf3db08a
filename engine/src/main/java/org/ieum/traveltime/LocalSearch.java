package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.ieum.collection.MinHeap;

/**
 * Everything that can be reached from a place within a time limit: Dijkstra's algorithm, which
 * stops at the limit. Reused from search to search, allocates nothing, belongs to one thread.
 */
public final class LocalSearch {
  private final FlatGraph graph;

  /** Time from the start to node i, ms, or {@link TravelTimes#UNREACHABLE}. */
  private final int[] millis;

  private final MinHeap heap = new MinHeap(256);
  private final IntArrayList touched = new IntArrayList();
  private final IntArrayList settled = new IntArrayList();

  public LocalSearch(FlatGraph graph) {
    this.graph = graph;
    millis = new int[graph.nodeCount()];
    Arrays.fill(millis, TravelTimes.UNREACHABLE);
  }

  /**
   * Finds all nodes within a limit of a position. The result stays until the next search.
   *
   * @param limit longest time, ms, included
   */
  public void run(RoadPosition start, int limit) {
    EdgeTimes edges = graph.edges();
    clear();
    reach(edges.base(start.edge()), edges.toBase(start), limit);
    reach(edges.adjacent(start.edge()), edges.toAdjacent(start), limit);
    settle(limit);
  }

  /** Finds all nodes within a limit of a node, like {@link #run(RoadPosition, int)}. */
  public void run(int node, int limit) {
    clear();
    reach(node, 0, limit);
    settle(limit);
  }

  private void clear() {
    for (int i = 0; i < touched.size(); i++) {
      millis[touched.getInt(i)] = TravelTimes.UNREACHABLE;
    }
    touched.clear();
    settled.clear();
    heap.clear();
  }

  private void reach(int node, int time, int limit) {
    if (time <= limit && time < millis[node]) {
      if (millis[node] == TravelTimes.UNREACHABLE) {
        touched.add(node);
      }
      millis[node] = time;
      heap.push(time, node);
    }
  }

  private void settle(int limit) {
    while (!heap.isEmpty()) {
      long pair = heap.pop();
      int node = MinHeap.item(pair);
      int time = MinHeap.key(pair);
      if (time != millis[node]) {
        continue;
      }
      settled.add(node);
      int end = graph.outStart(node + 1);
      for (int arc = graph.outStart(node); arc < end; arc += 3) {
        reach(graph.outHead(arc), time + graph.outMillis(arc), limit);
      }
    }
  }

  /** How many nodes the last search reached. */
  public int reachedCount() {
    return settled.size();
  }

  /** The reached node at a position of the order by time, from 0. */
  public int reached(int i) {
    return settled.getInt(i);
  }

  /** Time from the start of the last search to a node, ms, or UNREACHABLE beyond the limit. */
  public int millis(int node) {
    return millis[node];
  }
}
