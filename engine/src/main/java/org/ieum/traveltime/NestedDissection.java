package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrays;

/**
 * An order of the nodes of a road graph that suits every travel time: the few nodes that part the
 * graph into two halves are the most important, then those that part the halves, and so on.
 *
 * <p>Design note. Nested dissection (George: <em>Nested Dissection of a Regular Finite Element
 * Mesh</em>, SIAM J. Numer. Anal. 1973) gives good orders for customisable hierarchies (Dibbelt,
 * Strasser, Wagner 2016, see {@link HierarchyFrame}). The separators come from maximum flows
 * between the two ends of the cell in several directions, as in Inertial Flow (Schild, Sommer:
 * <em>On Balanced Separators in Road Networks</em>, SEA 2015). Directions are not taken from
 * coordinates but from hop counts to two nodes far apart, so the same code serves graphs without a
 * place on the map, such as the line graph of turns. Dead ends are put last beforehand, which
 * shrinks the flows.
 */
final class NestedDissection {
  /** Share of a cell's nodes at each end that are sources or sinks, in percent. */
  private static final int END_SHARE = 25;

  /** Nodes found so far, least important first. */
  private final int[] order;

  private int ordered;

  /** Importance of node i of the whole graph, the most important first. */
  private final int[] importance;

  private NestedDissection(int size, int[] importance) {
    order = new int[size];
    this.importance = importance;
  }

  /**
   * The nodes with usable edges, most important first. Depends on which edges are usable, not on
   * their times.
   *
   * @param importance the less, the more important node i is
   * @param crown nodes with less importance than this come first, in its order
   */
  static int[] nodeOfRank(EdgeTimes edges, int[] importance, int crown) {
    GraphCell whole = GraphCell.of(edges);
    NestedDissection dissection = new NestedDissection(whole.size(), importance);
    int[] part = new int[whole.size()];
    for (int node = 0; node < part.length; node++) {
      part[node] = importance[whole.name(node)] < crown ? 1 : 0;
    }
    dissection.dissect(dissection.withoutDeadEnds(whole.only(part, 0)));
    dissection.appendAll(whole.only(part, 1));
    return IntArrays.reverse(dissection.order);
  }

  /** Orders all nodes that hang on the rest by one edge, again and again; gives what remains. */
  private GraphCell withoutDeadEnds(GraphCell cell) {
    int[] gone = new int[cell.size()];
    int[] degree = new int[cell.size()];
    int[] stack = new int[cell.size()];
    int open = 0;
    for (int node = 0; node < degree.length; node++) {
      degree[node] = cell.degree(node);
      if (degree[node] <= 1) {
        stack[open++] = node;
      }
    }
    while (open > 0) {
      int node = stack[--open];
      gone[node] = 1;
      order[ordered++] = cell.name(node);
      for (int i = cell.start(node); i < cell.start(node + 1); i++) {
        int other = cell.neighbour(i);
        if (gone[other] == 0 && --degree[other] == 1) {
          stack[open++] = other;
        }
      }
    }
    return cell.only(gone, 0);
  }

  private void dissect(GraphCell cell) {
    GraphCell rest = cell;
    while (rest.size() > 2) {
      int[] nodes = new int[rest.size()];
      int[] hops = rest.hops(0, nodes);
      int[] side = new int[rest.size()];
      int reached = 0;
      for (int node = 0; node < side.length; node++) {
        side[node] = hops[node] < 0 ? 1 : 0;
        reached += 1 - side[node];
      }
      if (reached == rest.size()) {
        split(rest, nodes[reached - 1]);
        return;
      }
      dissect(rest.only(side, 0));
      rest = rest.only(side, 1);
    }
    appendAll(rest);
  }

  /** Appends the nodes of a cell by their importance. */
  private void appendAll(GraphCell cell) {
    int first = ordered;
    for (int node = 0; node < cell.size(); node++) {
      order[ordered++] = cell.name(node);
    }
    IntArrays.quickSort(
        order,
        first,
        ordered,
        (a, b) ->
            importance[a] != importance[b]
                ? Integer.compare(importance[b], importance[a])
                : Integer.compare(b, a));
  }

  /** Orders a connected cell: its halves first, what parts them last. */
  private void split(GraphCell cell, int far) {
    int[] side = bestSeparator(cell, far);
    dissect(cell.only(side, Separator.FIRST));
    dissect(cell.only(side, Separator.SECOND));
    appendAll(cell.only(side, Separator.BETWEEN));
  }

  /** Sides of the nodes under the best separator of several directions. */
  private static int[] bestSeparator(GraphCell cell, int far) {
    int size = cell.size();
    int[] nodes = new int[size];
    // a and b lie at the ends of the longer axis, c and d across it.
    int[] a = cell.hops(far, nodes);
    int[] b = cell.hops(nodes[size - 1], nodes);
    int[] c = cell.hops(farthest(a, b, a), nodes);
    int[] d = cell.hops(farthest(a, b, c), nodes);
    Separator separator = new Separator(cell);
    int ends = Math.max(1, size * END_SHARE / 100);
    int[] key = new int[size];
    int[] best = new int[size];
    int bestSize = Integer.MAX_VALUE;
    int bestSmaller = -1;
    for (int direction = 0; direction < 4; direction++) {
      for (int node = 0; node < size; node++) {
        int along = a[node] - b[node];
        int across = c[node] - d[node];
        key[node] =
            switch (direction) {
              case 0 -> along;
              case 1 -> across;
              case 2 -> along + across;
              default -> along - across;
            };
        nodes[node] = node;
      }
      IntArrays.radixSortIndirect(nodes, key, /* stable= */ true);
      if (!separator.find(nodes, ends, bestSize)) {
        continue;
      }
      int first = 0;
      for (int node = 0; node < size; node++) {
        first += separator.side(node) == Separator.FIRST ? 1 : 0;
      }
      int smaller = Math.min(first, size - separator.size() - first);
      if (separator.size() < bestSize || smaller > bestSmaller) {
        bestSize = separator.size();
        bestSmaller = smaller;
        for (int node = 0; node < size; node++) {
          best[node] = separator.side(node);
        }
      }
    }
    return best;
  }

  /** The node whose least number of hops is greatest. */
  private static int farthest(int[] a, int[] b, int[] c) {
    int best = 0;
    int most = -1;
    for (int node = 0; node < a.length; node++) {
      int least = Math.min(c[node], Math.min(a[node], b[node]));
      if (least > most) {
        most = least;
        best = node;
      }
    }
    return best;
  }
}
