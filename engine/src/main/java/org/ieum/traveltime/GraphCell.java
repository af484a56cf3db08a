package org.ieum.traveltime;

import java.util.Arrays;

/**
 * A piece of an undirected graph, with its own numbering and no edges to the outside. Parallel
 * edges appear once or more often; edges from a node to itself never.
 */
final class GraphCell {
  /** Number in the whole graph of node i of the cell. */
  private final int[] names;

  /** First neighbour of node i in {@link #neighbours}; has one entry more. */
  private final int[] start;

  /** Neighbours by node, in the cell's own numbers. */
  private final int[] neighbours;

  private GraphCell(int[] names, int[] start, int[] neighbours) {
    this.names = names;
    this.start = start;
    this.neighbours = neighbours;
  }

  /** All nodes and usable edges of a road graph; nodes without an edge are left out. */
  static GraphCell of(EdgeTimes edges) {
    int[] degree = new int[edges.nodeCount()];
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      if (joins(edges, edge)) {
        degree[edges.base(edge)]++;
        degree[edges.adjacent(edge)]++;
      }
    }
    int[] own = new int[edges.nodeCount()];
    int[] names = new int[edges.nodeCount()];
    int[] start = new int[edges.nodeCount() + 1];
    int size = 0;
    for (int node = 0; node < own.length; node++) {
      if (degree[node] > 0) {
        own[node] = size;
        names[size] = node;
        start[size + 1] = start[size] + degree[node];
        size++;
      }
    }
    int[] next = Arrays.copyOf(start, size);
    int[] neighbours = new int[start[size]];
    for (int edge = 0; edge < edges.edgeCount(); edge++) {
      if (joins(edges, edge)) {
        int a = own[edges.base(edge)];
        int b = own[edges.adjacent(edge)];
        neighbours[next[a]++] = b;
        neighbours[next[b]++] = a;
      }
    }
    return new GraphCell(Arrays.copyOf(names, size), Arrays.copyOf(start, size + 1), neighbours);
  }

  private static boolean joins(EdgeTimes edges, int edge) {
    return edges.usable(edge) && edges.base(edge) != edges.adjacent(edge);
  }

  /** The cell of the nodes whose part is the given one. */
  GraphCell only(int[] part, int which) {
    int[] own = new int[size()];
    int count = 0;
    int cells = 0;
    for (int node = 0; node < own.length; node++) {
      own[node] = part[node] == which ? count++ : -1;
      cells += part[node] == which ? degree(node) : 0;
    }
    int[] subNames = new int[count];
    int[] subStart = new int[count + 1];
    int[] subNeighbours = new int[cells];
    int filled = 0;
    for (int node = 0; node < own.length; node++) {
      if (own[node] < 0) {
        continue;
      }
      subNames[own[node]] = names[node];
      for (int i = start[node]; i < start[node + 1]; i++) {
        if (own[neighbours[i]] >= 0) {
          subNeighbours[filled++] = own[neighbours[i]];
        }
      }
      subStart[own[node] + 1] = filled;
    }
    return new GraphCell(subNames, subStart, Arrays.copyOf(subNeighbours, filled));
  }

  int size() {
    return names.length;
  }

  /** The number in the whole graph of a node of the cell. */
  int name(int node) {
    return names[node];
  }

  int degree(int node) {
    return start[node + 1] - start[node];
  }

  /** First position of a node's neighbours; they end at {@code start(node + 1)}. */
  int start(int node) {
    return start[node];
  }

  int neighbour(int position) {
    return neighbours[position];
  }

  /**
   * Numbers of hops from a node, or -1 where no path leads.
   *
   * @param order filled with the nodes by distance; those that are reached come first
   * @return hops to node i
   */
  int[] hops(int from, int[] order) {
    int[] hops = new int[size()];
    Arrays.fill(hops, -1);
    hops[from] = 0;
    order[0] = from;
    int reached = 1;
    for (int next = 0; next < reached; next++) {
      int node = order[next];
      for (int i = start[node]; i < start[node + 1]; i++) {
        if (hops[neighbours[i]] < 0) {
          hops[neighbours[i]] = hops[node] + 1;
          order[reached++] = neighbours[i];
        }
      }
    }
    return hops;
  }
}
