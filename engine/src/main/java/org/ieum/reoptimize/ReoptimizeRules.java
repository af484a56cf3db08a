package org.ieum.reoptimize;

/**
 * How often and how much a running service is improved.
 *
 * @param interval from one look to the next, ms
 * @param announceAhead how long before its planned arrival a rider is told the vehicle, ms
 * @param vehicles how many are looked at together, at most
 * @param iterations of the search in one look
 */
public record ReoptimizeRules(int interval, int announceAhead, int vehicles, int iterations) {
  /** Every ten seconds two dozen vehicles; riders know theirs two minutes ahead. */
  public static final ReoptimizeRules DEFAULT = new ReoptimizeRules(10_000, 120_000, 24, 150);

  public ReoptimizeRules {
    if (interval < 1 || announceAhead < 0 || vehicles < 1 || iterations < 1) {
      throw new IllegalArgumentException(
          "interval, vehicles and iterations must be >= 1 and announceAhead >= 0, were "
              + interval
              + ", "
              + vehicles
              + ", "
              + iterations
              + ", "
              + announceAhead);
    }
  }

  /** How long after a look the routes that it found are put in place, ms. */
  public int lag() {
    return Math.min(interval / 2, 2_000);
  }
}
