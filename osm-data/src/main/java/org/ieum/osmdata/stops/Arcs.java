package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Which nodes lead to which, and the largest set of nodes that all reach each other.
 *
 * <p>Strong components after R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J.
 * Comput. 1 (1972), with an explicit stack because streets are longer than a thread's stack is
 * deep.
 */
final class Arcs {
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();

  void add(int fromNode, int toNode) {
    from.add(fromNode);
    to.add(toNode);
  }

  /** Which of the nodes have an arc; index i = node. */
  boolean[] touched(int nodes) {
    boolean[] touched = new boolean[nodes];
    for (int i = 0; i < from.size(); i++) {
      touched[from.getInt(i)] = true;
      touched[to.getInt(i)] = true;
    }
    return touched;
  }

  /**
   * The nodes of the largest strong component, of equal ones that with the smallest node; index i =
   * node. All false when there are no arcs.
   */
  boolean[] largestStrongComponent(int nodes) {
    int[] component = components(nodes);
    int[] size = new int[nodes];
    for (int v = 0; v < nodes; v++) {
      size[component[v]]++;
    }
    int best = -1;
    for (int v = 0; v < nodes; v++) {
      if (best < 0 || size[component[v]] > size[best]) {
        best = component[v];
      }
    }
    boolean[] touched = touched(nodes);
    boolean[] largest = new boolean[nodes];
    for (int v = 0; v < nodes; v++) {
      largest[v] = component[v] == best && touched[v];
    }
    return largest;
  }

  /** The strong component of each node; index i = node. */
  int[] components(int nodes) {
    int[] firstArc = new int[nodes + 1];
    for (int i = 0; i < from.size(); i++) {
      firstArc[from.getInt(i) + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      firstArc[v + 1] += firstArc[v];
    }
    int[] arcTarget = new int[to.size()];
    int[] fill = firstArc.clone();
    for (int i = 0; i < from.size(); i++) {
      arcTarget[fill[from.getInt(i)]++] = to.getInt(i);
    }

    int[] component = new int[nodes]; // -1 until known
    java.util.Arrays.fill(component, -1);
    int[] order = new int[nodes]; // when the node was met, from 1; 0 = not yet
    int[] low = new int[nodes]; // smallest order known to be reachable
    int[] nextArc = firstArc.clone();
    IntArrayList path = new IntArrayList();
    IntArrayList open = new IntArrayList();
    int met = 0;
    int found = 0;
    for (int root = 0; root < nodes; root++) {
      if (order[root] != 0) {
        continue;
      }
      order[root] = low[root] = ++met;
      path.add(root);
      open.add(root);
      while (!path.isEmpty()) {
        int v = path.topInt();
        if (nextArc[v] < firstArc[v + 1]) {
          int w = arcTarget[nextArc[v]++];
          if (order[w] == 0) {
            order[w] = low[w] = ++met;
            path.add(w);
            open.add(w);
          } else if (component[w] < 0) {
            low[v] = Math.min(low[v], order[w]);
          }
          continue;
        }
        path.popInt();
        if (!path.isEmpty()) {
          low[path.topInt()] = Math.min(low[path.topInt()], low[v]);
        }
        if (low[v] == order[v]) {
          int w;
          do {
            w = open.popInt();
            component[w] = found;
          } while (w != v);
          found++;
        }
      }
    }
    return component;
  }
}
