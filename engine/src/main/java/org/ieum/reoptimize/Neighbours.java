package org.ieum.reoptimize;

import it.unimi.dsi.fastutil.ints.IntArrays;

/**
 * Visits near a visit, nearest first. Near means cheap to drive to in time: the drive, and the
 * waiting or the lateness that the two windows make certain (after Vidal et al., Computers &amp;
 * Operations Research 40, 2013).
 */
final class Neighbours {
  /** Most visits kept of each. */
  private static final int MOST = 400;

  /** Share of certain waiting that counts, as a divisor. */
  private static final int WAIT_DIVISOR = 5;

  /** The visits near visit n, nearest first, itself left out. */
  final int[][] near;

  Neighbours(RoutingProblem problem) {
    int visits = problem.visits;
    near = new int[visits][];
    long[] distance = new long[visits];
    for (int n = 0; n < visits; n++) {
      int[] order = new int[visits - 1];
      int count = 0;
      for (int m = 0; m < visits; m++) {
        distance[m] = Math.min(distance(problem, n, m), distance(problem, m, n));
        if (m != n) {
          order[count++] = m;
        }
      }
      IntArrays.quickSort(
          order,
          (a, b) -> {
            int byDistance = Long.compare(distance[a], distance[b]);
            return byDistance != 0 ? byDistance : Integer.compare(a, b);
          });
      near[n] = count > MOST ? IntArrays.copy(order, 0, MOST) : order;
    }
  }

  private static long distance(RoutingProblem p, int from, int to) {
    long drive = p.time(from, to);
    long wait = (long) p.earliest[to] - p.latest[from] - p.service[from] - drive;
    long late = (long) p.earliest[from] + p.service[from] + drive - p.latest[to];
    return drive + Math.max(0, wait) / WAIT_DIVISOR + Math.max(0, late);
  }
}
