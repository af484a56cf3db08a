package org.ieum.traveltime;

import java.util.Arrays;

/**
 * The order of nodes on which the hierarchies of an area stand, whatever the travel times.
 *
 * <p>Design note. Any order gives exact hierarchies; it decides how large the {@link
 * HierarchyFrame} is, hence how long new travel times take, and how much a query has to look at.
 * Two orders are known, and each is good at one of these only. A <em>witness</em> order, found by
 * contraction on the usual times, has the smallest searches, but without its witnesses it fills up:
 * on Porto 4.7 million links and 3.2 billion triangles. <em>Nested dissection</em> ({@link
 * NestedDissection}) has 0.29 million links and 1.3 million triangles, but its top is made of
 * whatever streets cross a line through the city, and searches look at four times as many arcs.
 * Here both are joined: the few most important nodes of the witness order, where the fast roads
 * meet, form a <em>crown</em> on top, and the rest is dissected. All long journeys then pass
 * through the crown, and the perfect customisation drops most arcs between separators.
 *
 * <p>Tried on Porto (69,555 nodes), with one-to-one queries, the mean label and one thread's time
 * for new travel times (the least of 20 on a busy machine; the rows 0 and 200 before triangles were
 * listed in the frame), against the witness hierarchy of GraphHopper (label 62):
 *
 * <pre>
 * crown   triangles   new times   label   query
 *     0       1.3 M       42 ms      92   1.6 times as long
 *    50       1.6 M                  76   1.4
 *   100       2.0 M       38 ms      72   1.25
 *   150                   46 ms      69   1.2
 *   200       4.3 M       62 ms      67   1.15
 *   400      15.3 M                  65   1.1
 * </pre>
 *
 * <p>Lanes (see {@link LineGraph}) take the order of the roads over: the lanes that lead to a node
 * of the crown are the crown of the lanes. Tried on Porto (162,828 lanes, 431,276 turns):
 *
 * <pre>
 * crown of lanes                      order    new times   query
 * 150 of a contraction of the lanes   12.4 s      225 ms   58 us
 * those to the 150 nodes               1.8 s      214 ms   50 us
 * those to or from 75 nodes            2.5 s      244 ms   77 us
 * no dissection, by node alone         0.1 s      858 ms   88 us
 * contraction of the lanes itself     10.0 s                51 us
 * </pre>
 *
 * <p>Re-preparing with GraphHopper on a fixed order takes ten times as long ({@code Reweighting} in
 * the benchmarks). Giving the shortcuts of the witness hierarchy new times is quick but wrong: when
 * x is bypassed between u and v, and the street u–v is no slower, there is no shortcut; close that
 * street, and the way over x is lost.
 */
public final class NodeOrder {
  /** How many nodes of the witness order come first. */
  private static final int CROWN = 150;

  /** Small areas get a smaller crown: one in this many nodes. */
  private static final int CROWN_SHARE = 200;

  private NodeOrder() {}

  /**
   * An order for all travel times on the edges of a hierarchy.
   *
   * @param witness a hierarchy on usual times
   * @return the nodes of the hierarchy, most important first
   */
  public static int[] of(Hierarchy witness) {
    EdgeTimes edges = witness.edges();
    int[] importance = new int[edges.nodeCount()];
    Arrays.fill(importance, Integer.MAX_VALUE);
    for (int rank = 0; rank < witness.size(); rank++) {
      importance[witness.node(rank)] = rank;
    }
    return NestedDissection.nodeOfRank(edges, importance, crown(witness));
  }

  /**
   * An order for all travel times on the lanes of some roads: a lane is as important as the node to
   * which it leads, and what is left of the crown parts the lanes too.
   *
   * @param roads a hierarchy of the roads without turns, in an order of this class
   * @return the lanes that can be used, most important first
   */
  public static int[] ofLanes(LineGraph graph, Hierarchy roads) {
    int[] importance = new int[graph.edges().nodeCount()];
    Arrays.fill(importance, Integer.MAX_VALUE);
    SearchGraph plain = roads.graph();
    for (int lane = 0; lane < importance.length; lane++) {
      int head = plain.endNode(lane);
      if (roads.contains(head)) {
        importance[lane] = roads.rank(head);
      }
    }
    return NestedDissection.nodeOfRank(graph.edges(), importance, crown(roads));
  }

  /**
   * An order without a crown, for ways on which one gets on about equally fast everywhere. Needs no
   * contraction.
   *
   * @return the nodes with usable edges, most important first
   */
  public static int[] ofPaths(EdgeTimes edges) {
    int[] importance = new int[edges.nodeCount()];
    Arrays.fill(importance, Integer.MAX_VALUE);
    return NestedDissection.nodeOfRank(edges, importance, 0);
  }

  private static int crown(Hierarchy hierarchy) {
    return Math.min(CROWN, hierarchy.size() / CROWN_SHARE);
  }
}
