package org.ieum.reoptimize;

import java.util.Arrays;

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

  /** A distance and the number of a visit are sorted as one number. */
  private static final int NUMBER_BITS = 24;

  private static final long NUMBER_MASK = (1 << NUMBER_BITS) - 1;

  private static final long FARTHEST = Long.MAX_VALUE >> NUMBER_BITS;

  private final RoutingProblem problem;

  /** The visits near visit n, nearest first, itself left out; filled when somebody asks. */
  private final int[][] near;

  /** Whether those of visit n are filled. */
  private final boolean[] isKnown;

  /** Of the visit at hand, at any index a distance and a number. */
  private final long[] order;

  Neighbours(RoutingProblem problem) {
    this.problem = problem;
    near = new int[problem.visits][Math.max(0, Math.min(MOST, problem.visits - 1))];
    isKnown = new boolean[problem.visits];
    order = new long[problem.visits];
  }

  /** The visits near a visit, nearest first, itself left out. */
  int[] of(int visit) {
    if (!isKnown[visit]) {
      isKnown[visit] = true;
      fill(visit, near[visit]);
    }
    return near[visit];
  }

  private void fill(int visit, int[] found) {
    int count = 0;
    for (int m = 0; m < order.length; m++) {
      if (m != visit) {
        long distance = Math.min(distance(problem, visit, m), distance(problem, m, visit));
        order[count++] = (Math.min(FARTHEST, distance) << NUMBER_BITS) + m;
      }
    }
    Arrays.sort(order, 0, count);
    for (int i = 0; i < found.length; i++) {
      found[i] = (int) (order[i] & NUMBER_MASK);
    }
  }

  private static long distance(RoutingProblem p, int from, int to) {
    long drive = p.time(from, to);
    long wait = (long) p.earliest[to] - p.latest[from] - p.service[from] - drive;
    long late = (long) p.earliest[from] + p.service[from] + drive - p.latest[to];
    return drive + Math.max(0, wait) / WAIT_DIVISOR + Math.max(0, late);
  }
}
