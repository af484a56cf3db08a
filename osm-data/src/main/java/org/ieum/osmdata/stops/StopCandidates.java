package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Where a virtual stop may be placed: on a street along which a bus may stop, within the area, that
 * can be reached from all other such places and reaches them. All junctions, ends and, between
 * them, a node every {@value #STEP_METRES} m or so: closer ones would only cost time.
 */
final class StopCandidates {
  private static final int STEP_METRES = 40;

  private StopCandidates() {}

  /** Their nodes, ascending. */
  static IntArrayList find(StreetNetwork network) {
    WalkParts parts = new WalkParts(network);
    boolean[] isTaken = new boolean[network.nodeCount()];
    for (int node = 0; node < network.nodeCount(); node++) {
      isTaken[node] = mayStop(network, parts, node) && network.degree(node) != 2;
    }
    WalkReach reach = new WalkReach(network);
    for (int node = 0; node < network.nodeCount(); node++) {
      if (!isTaken[node] && mayStop(network, parts, node)) {
        reach.search(node, 0, STEP_METRES * 1000);
        isTaken[node] = !isAnyTaken(reach, isTaken);
      }
    }
    IntArrayList nodes = new IntArrayList();
    for (int node = 0; node < network.nodeCount(); node++) {
      if (isTaken[node]) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  private static boolean mayStop(StreetNetwork network, WalkParts parts, int node) {
    return network.stopRank(node) > 0
        && network.isConnected(node)
        && network.isWalkable(node)
        && parts.isLarge(node);
  }

  private static boolean isAnyTaken(WalkReach reach, boolean[] isTaken) {
    for (int i = 0; i < reach.reachedCount(); i++) {
      if (isTaken[reach.reached(i)]) {
        return true;
      }
    }
    return false;
  }
}
