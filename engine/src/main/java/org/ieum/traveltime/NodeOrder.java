package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/** Order. */
public final class NodeOrder {
  private NodeOrder() {}

  public static int[] mixed(Hierarchy witness, int crown) {
    EdgeTimes edges = witness.edges();
    int[] rank = new int[edges.nodeCount()];
    Arrays.fill(rank, Integer.MAX_VALUE);
    for (int i = 0; i < witness.size(); i++) {
      rank[witness.node(i)] = i;
    }
    return NestedDissection.nodeOfRank(edges, rank, Math.min(crown, witness.size()));
  }
}
