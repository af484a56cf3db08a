package org.ieum.server.area;

import org.ieum.reoptimize.RouteOptimizer;

/**
 * How the routes of an area are improved while they are driven.
 *
 * @param optimizer looks for better ones, on a thread of its own
 * @param interval from one look to the next by the clock on the wall, ms; smaller looks come more
 *     often, see {@link LookSize}
 * @param announceAhead how long before its planned arrival riders are told their vehicle, ms
 * @param vehicles how many are looked at together, at most
 */
public record RouteImprovement(
    RouteOptimizer optimizer, int interval, int announceAhead, int vehicles) {
  /** No search goes on for longer, so that a server that stops need not wait for it, ms. */
  private static final int LONGEST_SEARCH = 2_000;

  private static final long NANOS = 1_000_000;

  public RouteImprovement {
    if (interval < 1 || announceAhead < 0 || vehicles < 1) {
      throw new IllegalArgumentException(
          "interval and vehicles must be >= 1 and announceAhead >= 0, were "
              + interval
              + ", "
              + vehicles
              + ", "
              + announceAhead);
    }
  }

  /** How long a search may take: half of the interval, so that it takes half a core, ns. */
  long longestSearch() {
    return Math.min(LONGEST_SEARCH * NANOS, interval * NANOS / 2);
  }
}
