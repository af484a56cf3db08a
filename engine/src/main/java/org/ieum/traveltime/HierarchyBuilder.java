package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Copies a contracted graph into a {@link Hierarchy}: groups its arcs, drops all but the quickest
 * of parallel ones, and links each shortcut to its halves.
 */
public final class HierarchyBuilder {
  private static final int NO_MIDDLE = -1;

  private final EdgeTimes edges;
  private final int[] nodeOfRank;
  private final int[] rankOfNode;

  /** Group of arc i: twice the rank of its lower end, plus one when it leads downwards. */
  private final IntArrayList group = new IntArrayList();

  /** Rank of the upper end of arc i. */
  private final IntArrayList upper = new IntArrayList();

  /** Time of arc i, ms. */
  private final IntArrayList millis = new IntArrayList();

  /** Rank of the node that shortcut i bypasses, or {@link #NO_MIDDLE}. */
  private final IntArrayList middle = new IntArrayList();

  /** Road edge of arc i, unless it is a shortcut. */
  private final IntArrayList edge = new IntArrayList();

  /**
   * Starts a hierarchy.
   *
   * @param nodeOfRank road nodes of the hierarchy, most important first; taken over
   */
  public HierarchyBuilder(EdgeTimes edges, int[] nodeOfRank) {
    this.edges = edges;
    this.nodeOfRank = nodeOfRank;
    rankOfNode = new int[edges.nodeCount()];
    Arrays.fill(rankOfNode, -1);
    for (int rank = 0; rank < nodeOfRank.length; rank++) {
      rankOfNode[nodeOfRank[rank]] = rank;
    }
  }

  /** Adds the open directions of a road edge; one that returns to its own node is left out. */
  public void addEdge(int edgeId) {
    int from = rankOfNode[edges.base(edgeId)];
    int to = rankOfNode[edges.adjacent(edgeId)];
    if (from == to) {
      return;
    }
    if (edges.forward(edgeId) != EdgeTimes.CLOSED) {
      add(from, to, edges.forward(edgeId), NO_MIDDLE, edgeId);
    }
    if (edges.backward(edgeId) != EdgeTimes.CLOSED) {
      add(to, from, edges.backward(edgeId), NO_MIDDLE, edgeId);
    }
  }

  /** Adds a shortcut between two road nodes that bypasses a less important one. */
  public void addShortcut(int from, int to, int time, int bypassed) {
    add(rankOfNode[from], rankOfNode[to], time, rankOfNode[bypassed], -1);
  }

  private void add(int from, int to, int time, int middleRank, int edgeId) {
    boolean climbs = to < from;
    group.add(climbs ? 2 * from : 2 * to + 1);
    upper.add(climbs ? to : from);
    millis.add(time);
    middle.add(middleRank);
    edge.add(edgeId);
  }

  /**
   * Builds the hierarchy.
   *
   * @throws IllegalStateException when a shortcut is not exactly the sum of its halves
   */
  public Hierarchy build() {
    int[] kept = quickestOfParallels();
    int groups = 2 * nodeOfRank.length;
    int[] start = new int[groups + 1];
    int[] arcs = new int[2 * kept.length];
    for (int i = 0; i < kept.length; i++) {
      start[group.getInt(kept[i]) + 1]++;
      arcs[2 * i] = upper.getInt(kept[i]);
      arcs[2 * i + 1] = millis.getInt(kept[i]);
    }
    for (int i = 0; i < groups; i++) {
      start[i + 1] += start[i];
    }
    int[] firstHalf = new int[kept.length];
    int[] secondHalf = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      int bypassed = middle.getInt(kept[i]);
      if (bypassed == NO_MIDDLE) {
        firstHalf[i] = ~edge.getInt(kept[i]);
        continue;
      }
      int low = group.getInt(kept[i]) >> 1;
      boolean climbs = (group.getInt(kept[i]) & 1) == 0;
      int from = climbs ? low : arcs[2 * i];
      int to = climbs ? arcs[2 * i] : low;
      firstHalf[i] = find(start, arcs, 2 * bypassed + 1, from);
      secondHalf[i] = find(start, arcs, 2 * bypassed, to);
      int sum = arcs[2 * firstHalf[i] + 1] + arcs[2 * secondHalf[i] + 1];
      if (sum != arcs[2 * i + 1]) {
        throw new IllegalStateException(
            "shortcut must equal the sum of its halves, was " + arcs[2 * i + 1] + " != " + sum);
      }
    }
    return new Hierarchy(edges, nodeOfRank, start, arcs, firstHalf, secondHalf);
  }

  /** Arcs in the order of their groups and upper ends, without those that another one beats. */
  private int[] quickestOfParallels() {
    int[] order = new int[group.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    IntArrays.quickSort(order, this::compare);
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      boolean parallel =
          count > 0
              && group.getInt(order[i]) == group.getInt(order[count - 1])
              && upper.getInt(order[i]) == upper.getInt(order[count - 1]);
      if (!parallel) {
        order[count++] = order[i];
      }
    }
    return Arrays.copyOf(order, count);
  }

  private int compare(int a, int b) {
    int order = Integer.compare(group.getInt(a), group.getInt(b));
    if (order == 0) {
      order = Integer.compare(upper.getInt(a), upper.getInt(b));
    }
    if (order == 0) {
      order = Integer.compare(millis.getInt(a), millis.getInt(b));
    }
    if (order == 0) {
      // A road edge before a shortcut of the same time.
      order = Integer.compare(middle.getInt(a), middle.getInt(b));
    }
    return order != 0 ? order : Integer.compare(a, b);
  }

  private static int find(int[] start, int[] arcs, int group, int upperRank) {
    for (int arc = start[group]; arc < start[group + 1]; arc++) {
      if (arcs[2 * arc] == upperRank) {
        return arc;
      }
    }
    throw new IllegalStateException(
        "half of a shortcut is missing between ranks " + (group >> 1) + " and " + upperRank);
  }
}
