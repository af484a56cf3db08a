package org.ieum.osmdata.stops;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import org.ieum.progress.ProgressLine;

/**
 * Places stops one after the other, each where it covers most that no stop covers yet.
 *
 * <p>This is greedy maximum coverage (G. Nemhauser, L. Wolsey, M. Fisher, "An analysis of
 * approximations for maximizing submodular set functions", Math. Programming 14, 1978: at least 1 -
 * 1/e of the best coverage with as many stops; the minimum spacing, which they do not have, gives
 * that bound up). It is evaluated lazily (M. Minoux, "Accelerated greedy algorithms for maximizing
 * submodular set functions", 1978): a gain computed earlier is an upper bound, so only the
 * candidate with the highest bound is computed again, until the highest is exact. The result is
 * that of computing all gains in each round, ties included: higher gain, then bigger road, then
 * smaller node number.
 *
 * <p>A gain is one search bounded by the walking distance. Keeping each candidate's reach instead
 * of searching again was considered: it takes gigabytes on a large city to save a few seconds.
 */
final class GreedyPlacement {
  private final StreetNetwork network;
  private final Coverage coverage;
  private final WalkReach reach;
  // Index i = node: whether a stop may be placed there, still.
  private final boolean[] free;
  // Index i = node: upper bound of what a stop there adds, mm.
  private final long[] bound;
  // Index i = node: how many stops there were when the bound was computed.
  private final int[] computedAt;
  private int stops;

  /**
   * Starts with what is covered already.
   *
   * @param candidates nodes where a stop may be placed
   */
  GreedyPlacement(StreetNetwork network, Coverage coverage, IntArrayList candidates) {
    this.network = network;
    this.coverage = coverage;
    this.reach = new WalkReach(network);
    free = new boolean[network.nodeCount()];
    bound = new long[network.nodeCount()];
    computedAt = new int[network.nodeCount()];
    for (int i = 0; i < candidates.size(); i++) {
      free[candidates.getInt(i)] = true;
    }
  }

  /** Keeps new stops away from an old one, near which {@code node} lies; distances in mm. */
  void keepAway(int node, int startDistance, int spacing) {
    reach.search(node, startDistance, spacing);
    strikeOut(spacing);
  }

  /**
   * Places stops until one more would cover too little.
   *
   * @param spacing walking distance that any two stops keep at least, mm
   * @param minGain what a stop must add at least, mm, at least 1
   * @param maxStops how many at most
   * @return the nodes of the new stops in the order in which they were chosen
   */
  IntArrayList place(int spacing, long minGain, int maxStops) {
    IntHeapPriorityQueue queue =
        new IntHeapPriorityQueue((int a, int b) -> isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0);
    IntArrayList placed = new IntArrayList();
    stops = 1;
    try (ProgressLine progress = new ProgressLine("stops", "gains computed", 0)) {
      for (int node = 0; node < free.length; node++) {
        if (free[node]) {
          compute(node, progress);
          queue.enqueue(node);
        }
      }
      while (!queue.isEmpty() && placed.size() < maxStops) {
        int node = queue.dequeueInt();
        if (!free[node]) {
          continue;
        }
        if (computedAt[node] < stops) {
          compute(node, progress);
          queue.enqueue(node);
          continue;
        }
        if (bound[node] < minGain) {
          break;
        }
        reach.search(node, 0, coverage.limit());
        coverage.add(reach);
        reach.search(node, 0, spacing - 1);
        strikeOut(spacing);
        free[node] = false;
        placed.add(node);
        stops++;
      }
    }
    return placed;
  }

  private void compute(int node, ProgressLine progress) {
    reach.search(node, 0, coverage.limit());
    bound[node] = coverage.gain(reach);
    computedAt[node] = stops;
    progress.add(1);
  }

  private boolean isBetter(int a, int b) {
    if (bound[a] != bound[b]) {
      return bound[a] > bound[b];
    }
    if (network.stopRank(a) != network.stopRank(b)) {
      return network.stopRank(a) > network.stopRank(b);
    }
    return a < b;
  }

  private void strikeOut(int spacing) {
    for (int i = 0; i < reach.reachedCount(); i++) {
      if (reach.distance(reach.reached(i)) < spacing) {
        free[reach.reached(i)] = false;
      }
    }
  }
}
