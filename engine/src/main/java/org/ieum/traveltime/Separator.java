package org.ieum.traveltime;

import java.util.Arrays;

/**
 * The fewest nodes that part the beginning of a list of nodes from its end.
 *
 * <p>Design note. The nodes at either end of the list are given as sources and sinks; by Menger's
 * theorem the largest number of paths between them that share no node is the size of the smallest
 * separator. Paths are found in rounds: one breadth-first search from all free sources through the
 * residual graph, in which every source that gets through to a sink adds one path. A node on a path
 * has two states, before and after its only place. Sources and sinks may themselves belong to the
 * separator, so there is always one.
 */
final class Separator {
  /** Sides of a node that {@link #side} gives. */
  static final int FIRST = 0;

  static final int SECOND = 1;
  static final int BETWEEN = 2;

  private static final int OUTSIDE = -2;
  private static final int NEVER = -1;

  private final GraphCell cell;

  /** Whether a path runs through node i. */
  private final boolean[] taken;

  /** Node before i on its path, or OUTSIDE when the path starts there. */
  private final int[] before;

  /** Whether the path of node i ends there. */
  private final boolean[] ends;

  /** Node i is a source (-1), a sink (1) or neither. */
  private final byte[] role;

  /** State from which state 2i (before node i) or 2i+1 (after it) was reached, or NEVER. */
  private final int[] parent;

  /** Source at the root of the search tree that holds state i. */
  private final int[] root;

  /** Whether the tree of source i has already led to a sink. */
  private final boolean[] done;

  private final int[] queue;
  private int queued;
  private int size;

  Separator(GraphCell cell) {
    this.cell = cell;
    int nodes = cell.size();
    taken = new boolean[nodes];
    before = new int[nodes];
    ends = new boolean[nodes];
    role = new byte[nodes];
    done = new boolean[nodes];
    parent = new int[2 * nodes];
    root = new int[2 * nodes];
    queue = new int[2 * nodes];
  }

  /**
   * Finds a smallest separator.
   *
   * @param list all nodes of the cell
   * @param ends how many nodes at each end of the list are sources and sinks
   * @param limit the search is given up when the separator has more nodes
   * @return whether one was found
   */
  boolean find(int[] list, int ends, int limit) {
    Arrays.fill(taken, false);
    Arrays.fill(this.ends, false);
    Arrays.fill(role, (byte) 0);
    for (int i = 0; i < ends; i++) {
      role[list[i]] = -1;
      role[list[list.length - 1 - i]] = 1;
    }
    size = 0;
    int before;
    do {
      before = size;
      addPaths(list, ends);
    } while (size > before && size <= limit);
    return size <= limit;
  }

  /** How many nodes the separator has. */
  int size() {
    return size;
  }

  /** On which side of the separator a node lies, or that it is part of it. */
  int side(int node) {
    if (parent[2 * node + 1] != NEVER) {
      return FIRST;
    }
    return parent[2 * node] != NEVER ? BETWEEN : SECOND;
  }

  private void addPaths(int[] list, int sources) {
    Arrays.fill(parent, NEVER);
    Arrays.fill(done, false);
    queued = 0;
    for (int i = 0; i < sources; i++) {
      int source = list[i];
      parent[2 * source] = OUTSIDE;
      root[2 * source] = source;
      queue[queued++] = 2 * source;
    }
    for (int next = 0; next < queued; next++) {
      int state = queue[next];
      if (!done[root[state]]) {
        follow(state);
      }
    }
  }

  private void follow(int state) {
    int node = state >> 1;
    if ((state & 1) == 0) {
      if (!taken[node]) {
        reach(state + 1, state);
      } else if (before[node] != OUTSIDE) {
        reach(2 * before[node] + 1, state);
      }
      return;
    }
    if (role[node] > 0 && !(taken[node] && ends[node])) {
      addPath(state);
      return;
    }
    for (int i = cell.start(node); i < cell.start(node + 1); i++) {
      reach(2 * cell.neighbour(i), state);
    }
    if (taken[node]) {
      reach(state - 1, state);
    }
  }

  private void reach(int state, int from) {
    if (parent[state] == NEVER) {
      parent[state] = from;
      root[state] = root[from];
      queue[queued++] = state;
    }
  }

  /** Changes the paths along the way by which the search came to a sink. */
  private void addPath(int last) {
    done[root[last]] = true;
    size++;
    ends[last >> 1] = true;
    int state = last;
    while (parent[state] != OUTSIDE) {
      int from = parent[state];
      if (from >> 1 == state >> 1) {
        taken[state >> 1] = (state & 1) == 1;
      } else if ((from & 1) == 1) {
        before[state >> 1] = from >> 1;
        ends[from >> 1] = false;
      }
      state = from;
    }
    before[state >> 1] = OUTSIDE;
  }
}
