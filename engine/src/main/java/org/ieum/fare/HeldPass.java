package org.ieum.fare;

/**
 * A pass that somebody has.
 *
 * @param pass what it is good for
 * @param from first moment of its validity, ms since 1970, UTC
 * @param until first moment behind it
 * @param used rides that were taken on it
 */
public record HeldPass(MonthlyPass pass, long from, long until, int used) {
  public HeldPass {
    Exact.requireAtLeast("used rides", 0, used);
    if (from >= until) {
      throw new IllegalArgumentException("from must be < until, was " + from + " >= " + until);
    }
  }

  /** How many rides are left. */
  public int left() {
    return pass.rides() == MonthlyPass.UNLIMITED
        ? MonthlyPass.UNLIMITED
        : Math.max(0, pass.rides() - used);
  }

  /** Whether it covers a leg, if rides are left. */
  boolean covers(FareLeg leg) {
    return pass.covers(leg) && leg.start() >= from && leg.start() < until;
  }
}
