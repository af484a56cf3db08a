package org.ieum.road;

import java.util.Arrays;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.FlatGraph;

/**
 * The parts of a graph within which every node reaches every other one (strongly connected
 * components; Tarjan: <em>Depth-First Search and Linear Graph Algorithms</em>, SIAM J. Comput.
 * 1972), with an own stack instead of recursion.
 */
final class StrongParts {
  /** Parts for walking and riding with fewer edges are tiny, unless there is no larger one. */
  static final int SENSIBLE_EDGES = 50;

  private final FlatGraph graph;

  /** Part of node i. */
  private final int[] part;

  /** Nodes of part i, in the first {@link #count} cells. */
  private final int[] nodes;

  /** Edges with both ends in part i. */
  private final int[] edgesInside;

  private int count;

  StrongParts(FlatGraph graph) {
    this.graph = graph;
    part = new int[graph.nodeCount()];
    nodes = new int[graph.nodeCount()];
    findParts();
    edgesInside = new int[count];
    EdgeTimes edges = graph.edges();
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      if (edges.usable(edge) && inside(edge)) {
        edgesInside[part[edges.base(edge)]]++;
      }
    }
  }

  /** The usable edges within parts that are not tiny. */
  static boolean[] sensible(EdgeTimes times) {
    StrongParts parts = new StrongParts(new FlatGraph(times));
    boolean[] inside = new boolean[times.edgeCount()];
    if (parts.count == 0) {
      return inside;
    }
    int least = Math.min(SENSIBLE_EDGES, Math.max(1, parts.edgeCount(parts.largest())));
    for (int edge = 0; edge < inside.length; edge++) {
      inside[edge] =
          times.usable(edge)
              && parts.inside(edge)
              && parts.edgeCount(parts.part(times.base(edge))) >= least;
    }
    return inside;
  }

  /** The part of a node. */
  int part(int node) {
    return part[node];
  }

  /** Whether both ends of an edge belong to one part. */
  boolean inside(int edge) {
    return part[graph.edges().base(edge)] == part[graph.edges().adjacent(edge)];
  }

  /** How many usable edges have both ends in a part. */
  int edgeCount(int which) {
    return edgesInside[which];
  }

  /** The part with most edges, the lowest of them when equal; -1 when there is none. */
  int largest() {
    int largest = -1;
    for (int i = 0; i < count; i++) {
      if (largest < 0 || edgesInside[i] > edgesInside[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  private void findParts() {
    int size = graph.nodeCount();
    int[] order = new int[size];
    Arrays.fill(order, -1);
    int[] low = new int[size];
    int[] next = new int[size];
    int[] open = new int[size];
    int[] path = new int[size];
    Arrays.fill(part, -1);
    int visited = 0;
    int openSize = 0;
    for (int root = 0; root < size; root++) {
      if (order[root] >= 0) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      order[root] = low[root] = visited++;
      next[root] = graph.outStart(root);
      open[openSize++] = root;
      while (depth >= 0) {
        int node = path[depth];
        if (next[node] < graph.outStart(node + 1)) {
          int head = graph.outHead(next[node]);
          next[node] += 3;
          if (order[head] < 0) {
            order[head] = low[head] = visited++;
            next[head] = graph.outStart(head);
            open[openSize++] = head;
            path[++depth] = head;
          } else if (part[head] < 0) {
            low[node] = Math.min(low[node], order[head]);
          }
          continue;
        }
        if (low[node] == order[node]) {
          int member;
          do {
            member = open[--openSize];
            part[member] = count;
            nodes[count]++;
          } while (member != node);
          count++;
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
  }
}
