package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Which arcs a hierarchy on a given order of nodes can need, whatever the travel times.
 *
 * <p>Design note. Customizable contraction hierarchies (Dibbelt, Strasser, Wagner: <em>Customizable
 * Contraction Hierarchies</em>, ACM JEA 2016): nodes are contracted without a look at times, so
 * that the upper neighbours of each become a clique. A pair of neighbours is a <em>link</em>; a
 * link stands for an arc up and an arc down. All upper neighbours of a rank but the nearest are
 * upper neighbours of that one, so a rank hands its list on to it alone (the elimination tree),
 * which makes the frame of a city in the time of a few passes over its links.
 *
 * <p>Immutable.
 */
final class HierarchyFrame {
  /** The link of an edge that is no part of the frame. */
  static final int NO_LINK = Integer.MIN_VALUE;

  /** Road node of rank i. */
  private final int[] nodeOfRank;

  /** First link from rank i up; has one entry more. */
  private final int[] start;

  /** Upper end of link i; those of one rank ascend, so the nearest rank comes last. */
  private final int[] upper;

  /** Lower end of link i. */
  private final int[] lower;

  /** First cell of rank i in {@link #under}; has one entry more. */
  private final int[] underStart;

  /** Links by their upper end, by ascending lower end. */
  private final int[] under;

  /** First cell of rank i in {@link #across}; has one entry more. */
  private final int[] acrossStart;

  /**
   * For each rank, for each link from it (the first excepted), for each link before that one: the
   * link between their upper ends.
   */
  private final int[] across;

  /** Link of road edge i, complemented when its base node is the upper end, or NO_LINK. */
  private final int[] linkOfEdge;

  /**
   * Contracts the usable edges.
   *
   * @param nodeOfRank all nodes with usable edges, most important first; taken over
   */
  HierarchyFrame(EdgeTimes edges, int[] nodeOfRank) {
    this.nodeOfRank = nodeOfRank;
    int ranks = nodeOfRank.length;
    int[] rankOfNode = new int[edges.nodeCount()];
    Arrays.fill(rankOfNode, -1);
    for (int rank = 0; rank < ranks; rank++) {
      rankOfNode[nodeOfRank[rank]] = rank;
    }
    IntArrayList lists = new IntArrayList(4 * edges.edgeCount());
    int[] listEnd = contract(edges, rankOfNode, lists);
    start = new int[ranks + 1];
    upper = new int[lists.size()];
    lower = new int[lists.size()];
    underStart = new int[ranks + 1];
    int filled = 0;
    for (int rank = 0; rank < ranks; rank++) {
      int from = rank + 1 == ranks ? 0 : listEnd[rank + 1];
      for (int i = from; i < listEnd[rank]; i++) {
        upper[filled] = lists.getInt(i);
        lower[filled] = rank;
        underStart[lists.getInt(i) + 1]++;
        filled++;
      }
      start[rank + 1] = filled;
    }
    for (int rank = 0; rank < ranks; rank++) {
      underStart[rank + 1] += underStart[rank];
    }
    int[] next = underStart.clone();
    under = new int[filled];
    for (int link = 0; link < filled; link++) {
      under[next[upper[link]]++] = link;
    }
    acrossStart = new int[ranks + 1];
    across = listAcross();
    linkOfEdge = new int[edges.edgeCount()];
    for (int edge = 0; edge < linkOfEdge.length; edge++) {
      linkOfEdge[edge] = NO_LINK;
      if (joins(edges, edge)) {
        int base = rankOfNode[edges.base(edge)];
        int adjacent = rankOfNode[edges.adjacent(edge)];
        linkOfEdge[edge] = base > adjacent ? find(base, adjacent) : ~find(adjacent, base);
      }
    }
  }

  /** Walks along the list of each upper neighbour, which holds all those before it. */
  private int[] listAcross() {
    for (int rank = 0; rank < size(); rank++) {
      int links = start[rank + 1] - start[rank];
      acrossStart[rank + 1] = Math.addExact(acrossStart[rank], links * (links - 1) / 2);
    }
    int[] list = new int[acrossStart[size()]];
    int filled = 0;
    for (int rank = 0; rank < size(); rank++) {
      for (int near = start[rank] + 1; near < start[rank + 1]; near++) {
        int link = start[upper[near]];
        for (int far = start[rank]; far < near; far++) {
          while (upper[link] != upper[far]) {
            link++;
          }
          list[filled++] = link;
        }
      }
    }
    return list;
  }

  private static boolean joins(EdgeTimes edges, int edge) {
    return edges.usable(edge) && edges.base(edge) != edges.adjacent(edge);
  }

  /**
   * Appends the upper neighbours of all ranks, the least important rank first.
   *
   * @return end of the list of rank i
   */
  private static int[] contract(EdgeTimes edges, int[] rankOfNode, IntArrayList lists) {
    int ranks = 0;
    for (int rank : rankOfNode) {
      ranks = Math.max(ranks, rank + 1);
    }
    int[] first = new int[ranks];
    Arrays.fill(first, -1);
    int[] nextEdge = new int[edges.edgeCount()];
    for (int edge = 0; edge < nextEdge.length; edge++) {
      if (joins(edges, edge)) {
        int low = Math.max(rankOfNode[edges.base(edge)], rankOfNode[edges.adjacent(edge)]);
        nextEdge[edge] = first[low];
        first[low] = edge;
      }
    }
    int[] firstChild = new int[ranks];
    Arrays.fill(firstChild, -1);
    int[] nextChild = new int[ranks];
    int[] seenBy = new int[ranks];
    Arrays.fill(seenBy, -1);
    int[] listEnd = new int[ranks];
    int[] list = new int[ranks];
    for (int rank = ranks - 1; rank >= 0; rank--) {
      int size = 0;
      seenBy[rank] = rank;
      for (int edge = first[rank]; edge >= 0; edge = nextEdge[edge]) {
        int up = Math.min(rankOfNode[edges.base(edge)], rankOfNode[edges.adjacent(edge)]);
        if (seenBy[up] != rank) {
          seenBy[up] = rank;
          list[size++] = up;
        }
      }
      for (int child = firstChild[rank]; child >= 0; child = nextChild[child]) {
        int from = child + 1 == ranks ? 0 : listEnd[child + 1];
        for (int i = from; i < listEnd[child]; i++) {
          int up = lists.getInt(i);
          if (seenBy[up] != rank) {
            seenBy[up] = rank;
            list[size++] = up;
          }
        }
      }
      IntArrays.quickSort(list, 0, size);
      lists.addElements(lists.size(), list, 0, size);
      listEnd[rank] = lists.size();
      if (size > 0) {
        int parent = list[size - 1];
        nextChild[rank] = firstChild[parent];
        firstChild[parent] = rank;
      }
    }
    return listEnd;
  }

  /** How many ranks there are. */
  int size() {
    return nodeOfRank.length;
  }

  /** How many links there are. */
  int linkCount() {
    return upper.length;
  }

  /** The link between a rank and one of its upper neighbours. */
  int find(int rank, int upperRank) {
    int link = Arrays.binarySearch(upper, start[rank], start[rank + 1], upperRank);
    if (link < 0) {
      throw new IllegalStateException("no link between ranks " + rank + " and " + upperRank);
    }
    return link;
  }

  /** The nearest upper neighbour, the parent in the elimination tree, or -1. */
  int parent(int rank) {
    return start[rank] == start[rank + 1] ? -1 : upper[start[rank + 1] - 1];
  }

  // The arrays themselves, for the inner loops; nobody may write to them.

  int[] nodeOfRankCells() {
    return nodeOfRank;
  }

  int[] startCells() {
    return start;
  }

  int[] upperCells() {
    return upper;
  }

  int[] lowerCells() {
    return lower;
  }

  int[] underStartCells() {
    return underStart;
  }

  int[] underCells() {
    return under;
  }

  int[] acrossStartCells() {
    return acrossStart;
  }

  int[] acrossCells() {
    return across;
  }

  int[] linkOfEdgeCells() {
    return linkOfEdge;
  }
}
