package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.ieum.collection.MinHeap;

/**
 * The ends of edges within a walk of the end of an edge. Walks go along the edges of the pack in
 * both directions.
 */
final class WalkingReach {
  /** Walking speed of the performance targets, m/s. */
  private static final double SPEED = 1.25;

  private static final int FAR = Integer.MAX_VALUE;

  private final RoadPack pack;
  private final int limit;

  /** First neighbour of node n at cell n of the neighbours, the end at n + 1. */
  private final int[] start;

  /** Other end of the edge of neighbour i. */
  private final int[] neighbour;

  /** Walk along the edge of neighbour i, ms. */
  private final int[] walk;

  /** First of the edges that end in node n at cell n of the incoming ones, the end at n + 1. */
  private final int[] inStart;

  /** Edge i of those that end in a node. */
  private final int[] incoming;

  /** Walk to node n in this search, ms, or {@link #FAR}. */
  private final int[] reached;

  private final IntArrayList touched = new IntArrayList();
  private final MinHeap heap = new MinHeap(256);

  /** Edges found. */
  private final IntArrayList edges = new IntArrayList();

  /** Walk to the end of edge i of those found, ms. */
  private final IntArrayList walks = new IntArrayList();

  private int nodes;

  /**
   * @param limit longest walk, ms, included
   */
  WalkingReach(RoadPack pack, int limit) {
    this.pack = pack;
    this.limit = limit;
    int nodeCount = pack.edges.nodeCount();
    int edgeCount = pack.edges.edgeCount();
    start = new int[nodeCount + 1];
    inStart = new int[nodeCount + 1];
    for (int edge = 0; edge < edgeCount; edge++) {
      start[pack.edges.base(edge) + 1]++;
      start[pack.edges.adjacent(edge) + 1]++;
      inStart[pack.edges.adjacent(edge) + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    Arrays.parallelPrefix(inStart, Integer::sum);
    neighbour = new int[2 * edgeCount];
    walk = new int[2 * edgeCount];
    incoming = new int[edgeCount];
    int[] next = start.clone();
    int[] nextIn = inStart.clone();
    for (int edge = 0; edge < edgeCount; edge++) {
      int tail = pack.edges.base(edge);
      int head = pack.edges.adjacent(edge);
      int millis = (int) Math.round(pack.metres[edge] / SPEED * 1000);
      walk[next[tail]] = millis;
      neighbour[next[tail]++] = head;
      walk[next[head]] = millis;
      neighbour[next[head]++] = tail;
      incoming[nextIn[head]++] = edge;
    }
    reached = new int[nodeCount];
    Arrays.fill(reached, FAR);
  }

  /** Finds all edges whose end can be walked to from the end of an edge. */
  void find(int edge) {
    edges.clear();
    walks.clear();
    nodes = 0;
    reach(pack.edges.adjacent(edge), 0);
    while (!heap.isEmpty()) {
      long pair = heap.pop();
      int node = MinHeap.item(pair);
      if (MinHeap.key(pair) == reached[node]) {
        settle(node);
      }
    }
    for (int i = 0; i < touched.size(); i++) {
      reached[touched.getInt(i)] = FAR;
    }
    touched.clear();
  }

  private void settle(int node) {
    nodes++;
    for (int i = inStart[node]; i < inStart[node + 1]; i++) {
      edges.add(incoming[i]);
      walks.add(reached[node]);
    }
    for (int i = start[node]; i < start[node + 1]; i++) {
      int millis = reached[node] + walk[i];
      if (millis <= limit && millis < reached[neighbour[i]]) {
        reach(neighbour[i], millis);
      }
    }
  }

  private void reach(int node, int millis) {
    if (reached[node] == FAR) {
      touched.add(node);
    }
    reached[node] = millis;
    heap.push(millis, node);
  }

  /** How many edges were found. */
  int count() {
    return edges.size();
  }

  /** In how many nodes they end. */
  int nodes() {
    return nodes;
  }

  /** Edge i of those found. */
  int edge(int i) {
    return edges.getInt(i);
  }

  /** Walk to its end, ms. */
  int walk(int i) {
    return walks.getInt(i);
  }
}
