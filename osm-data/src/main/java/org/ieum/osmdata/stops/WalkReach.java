package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.Arrays;

/**
 * Which nodes can be walked to within a limit, by Dijkstra's algorithm that ends at the limit. The
 * scratch memory is reused from search to search; belongs to one thread.
 */
final class WalkReach {
  static final int FAR = Integer.MAX_VALUE;

  private final StreetNetwork network;
  private final LongHeapPriorityQueue queue = new LongHeapPriorityQueue();
  private final IntArrayList reached = new IntArrayList();
  // Index i = node: distance from the start in mm, FAR when not reached in the last search.
  private final int[] distance;

  WalkReach(StreetNetwork network) {
    this.network = network;
    this.distance = new int[network.nodeCount()];
    Arrays.fill(distance, FAR);
  }

  /**
   * Searches from a node.
   *
   * @param startDistance walked before the node, mm
   * @param limit largest distance, mm, inclusive
   */
  void search(int start, int startDistance, int limit) {
    for (int i = 0; i < reached.size(); i++) {
      distance[reached.getInt(i)] = FAR;
    }
    reached.clear();
    queue.clear();
    if (startDistance <= limit) {
      meet(start, startDistance);
    }
    while (!queue.isEmpty()) {
      long top = queue.dequeueLong();
      int node = (int) top;
      int walked = (int) (top >>> 32);
      if (walked > distance[node]) {
        continue;
      }
      for (int arc = network.firstArc(node); arc < network.endArc(node); arc++) {
        int length = network.segmentLength(network.arcSegment(arc));
        if (length <= limit - walked) {
          meet(network.arcTarget(arc), walked + length);
        }
      }
    }
  }

  private void meet(int node, int walked) {
    if (walked < distance[node]) {
      if (distance[node] == FAR) {
        reached.add(node);
      }
      distance[node] = walked;
      queue.enqueue(((long) walked << 32) | node);
    }
  }

  /** How many nodes the last search reached. */
  int reachedCount() {
    return reached.size();
  }

  /** The i-th node that the last search reached. */
  int reached(int i) {
    return reached.getInt(i);
  }

  /** Distance to a node in mm, {@link #FAR} when beyond the limit. */
  int distance(int node) {
    return distance[node];
  }
}
