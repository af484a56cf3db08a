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
  private final SearchGraph roads;
  private final Seeds seeds = new Seeds();
  private final boolean backward;

  /** Time from the start to node i, ms, or {@link TravelTimes#UNREACHABLE}. */
  private final int[] millis;

  private final MinHeap heap = new MinHeap(256);
  private final IntArrayList touched = new IntArrayList();
  private final IntArrayList settled = new IntArrayList();

  /** Searches for what can be reached from a place. */
  public LocalSearch(FlatGraph graph) {
    this(new PlainGraph(graph.edges()), graph, /* backward= */ false);
  }

  /** Searches for what a place can be reached from, if backward. */
  LocalSearch(SearchGraph roads, boolean backward) {
    this(roads, new FlatGraph(roads.edges()), backward);
  }

  private LocalSearch(SearchGraph roads, FlatGraph graph, boolean backward) {
    this.roads = roads;
    this.graph = graph;
    this.backward = backward;
    millis = new int[graph.nodeCount()];
    Arrays.fill(millis, TravelTimes.UNREACHABLE);
  }

  /**
   * Finds all nodes within a limit of a position. The result stays until the next search.
   *
   * @param limit longest time, ms, included
   */
  public void run(RoadPosition start, int limit) {
    clear();
    seeds.clear();
    if (backward) {
      roads.enter(start, seeds);
    } else {
      roads.leave(start, seeds);
    }
    for (int i = 0; i < seeds.size(); i++) {
      reach(seeds.node(i), seeds.millis(i), limit);
    }
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
      int[] arcs = backward ? graph.inCells() : graph.outCells();
      int end = backward ? graph.inStart(node + 1) : graph.outStart(node + 1);
      for (int arc = backward ? graph.inStart(node) : graph.outStart(node); arc < end; arc += 3) {
        reach(arcs[arc], time + arcs[arc + 1], limit);
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

  /** Time to node i, for inner loops; not to be changed. */
  int[] millisCells() {
    return millis;
  }
}
