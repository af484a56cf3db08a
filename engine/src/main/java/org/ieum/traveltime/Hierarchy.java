package org.ieum.traveltime;

import java.util.Arrays;

/**
 * A contraction hierarchy in flat arrays.
 *
 * <p>Design note. Nodes are contracted one by one, least important first, and shortcuts keep the
 * distances of the rest (Geisberger, Sanders, Schultes, Vetter: <em>Exact Routing in Large Road
 * Networks Using Contraction Hierarchies</em>, Transportation Science 2012). A shortest path then
 * climbs from both ends, so a query only follows arcs to more important nodes. Nodes are renumbered
 * by <em>rank</em>, 0 for the most important, so that the top, through which every query passes,
 * sits together in the cache; and the arcs a search relaxes at a node lie next to those by which it
 * is stalled, because it reads both. What is needed only to unpack paths is kept apart.
 *
 * <p>Immutable; {@link HierarchyBuilder} makes it.
 */
public final class Hierarchy {
  private final SearchGraph graph;

  /** Rank of road node i, or -1 when it is not part of the hierarchy. */
  private final int[] rankOfNode;

  /** Road node of rank i. */
  private final int[] nodeOfRank;

  /**
   * First arc of each group: cell 2r is where the arcs from rank r up begin, cell 2r+1 where the
   * arcs from above down to rank r begin; one cell more ends the last group.
   */
  private final int[] start;

  /** Arc i in the cells 2i (the rank of its upper end) and 2i+1 (its time, ms). */
  private final int[] arcs;

  /** Rank of the lower end of arc i. */
  private final int[] lower;

  /** First half of shortcut i, an arc; for a road edge the bitwise complement of its id. */
  private final int[] firstHalf;

  /** Second half of shortcut i, an arc; unused for a road edge. */
  private final int[] secondHalf;

  /** Puts a hierarchy together on a {@link PlainGraph}, see the other constructor. */
  public Hierarchy(
      EdgeTimes edges,
      int[] nodeOfRank,
      int[] start,
      int[] arcs,
      int[] firstHalf,
      int[] secondHalf) {
    this(new PlainGraph(edges), nodeOfRank, start, arcs, firstHalf, secondHalf);
  }

  /**
   * Puts a hierarchy together from its arrays, as {@link HierarchyBuilder} makes them and the
   * accessors of the same names give them; takes them over.
   */
  public Hierarchy(
      SearchGraph graph,
      int[] nodeOfRank,
      int[] start,
      int[] arcs,
      int[] firstHalf,
      int[] secondHalf) {
    this.graph = graph;
    this.nodeOfRank = nodeOfRank;
    this.start = start;
    this.arcs = arcs;
    this.firstHalf = firstHalf;
    this.secondHalf = secondHalf;
    rankOfNode = new int[graph.edges().nodeCount()];
    Arrays.fill(rankOfNode, -1);
    for (int rank = 0; rank < nodeOfRank.length; rank++) {
      rankOfNode[nodeOfRank[rank]] = rank;
    }
    lower = new int[arcs.length / 2];
    for (int rank = 0; rank < nodeOfRank.length; rank++) {
      Arrays.fill(lower, start[2 * rank], start[2 * rank + 2], rank);
    }
  }

  /** The graph on which the hierarchy stands. */
  public SearchGraph graph() {
    return graph;
  }

  /** The edges of that graph. */
  public EdgeTimes edges() {
    return graph.edges();
  }

  /** How many nodes are part of the hierarchy. */
  public int size() {
    return nodeOfRank.length;
  }

  /** How many arcs there are, shortcuts included. */
  public int arcCount() {
    return lower.length;
  }

  /** Whether a road node is part of the hierarchy. */
  public boolean contains(int node) {
    return rankOfNode[node] >= 0;
  }

  /**
   * The rank of a road node, 0 for the most important.
   *
   * @throws IllegalArgumentException when the node is not part of the hierarchy
   */
  public int rank(int node) {
    int rank = rankOfNode[node];
    if (rank < 0) {
      throw new IllegalArgumentException("node " + node + " is not part of the hierarchy");
    }
    return rank;
  }

  /** The road node of a rank. */
  public int node(int rank) {
    return nodeOfRank[rank];
  }

  /** Time along an arc, ms. */
  int millis(int arc) {
    return arcs[2 * arc + 1];
  }

  /** Rank of the more important end of an arc. */
  int upper(int arc) {
    return arcs[2 * arc];
  }

  /** Rank of the less important end of an arc. */
  int lower(int arc) {
    return lower[arc];
  }

  /** Whether an arc leads from its lower to its upper end. */
  boolean climbs(int arc) {
    return arc < start[2 * lower[arc] + 1];
  }

  boolean isShortcut(int arc) {
    return firstHalf[arc] >= 0;
  }

  int firstHalf(int arc) {
    return firstHalf[arc];
  }

  int secondHalf(int arc) {
    return secondHalf[arc];
  }

  /** Road edge of an arc that is not a shortcut. */
  int edge(int arc) {
    return ~firstHalf[arc];
  }

  // The arrays themselves, for the inner loops and for storing; nobody may write to them.

  /** Where groups of arcs begin, see the field; not to be changed. */
  public int[] startCells() {
    return start;
  }

  /** Upper end and time of all arcs, see the field; not to be changed. */
  public int[] arcCells() {
    return arcs;
  }

  /** Road nodes by rank; not to be changed. */
  public int[] nodeOfRankCells() {
    return nodeOfRank;
  }

  /** First halves, see the field; not to be changed. */
  public int[] firstHalfCells() {
    return firstHalf;
  }

  /** Second halves, see the field; not to be changed. */
  public int[] secondHalfCells() {
    return secondHalf;
  }
}
