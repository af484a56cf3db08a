package org.ieum.server.area;

import org.ieum.server.area.Look.Outcome;

/**
 * How many vehicles are looked at together. What a look finds is refused when too much happens in
 * the meantime, the sooner the more vehicles it has and the longer it takes; so after a refusal
 * looks are half as large, and grow again while plans are taken. Their time goes with their size.
 */
final class LookSize {
  /** Fewer have too little to exchange. */
  private static final int LEAST = 4;

  private final int most;
  private int vehicles;

  /** As large as may be at first. */
  LookSize(int most) {
    this.most = most;
    vehicles = most;
  }

  int vehicles() {
    return vehicles;
  }

  /** The part of a time that a look of this size has. */
  long share(long time) {
    return Math.max(1, time * vehicles / most);
  }

  void note(Outcome outcome) {
    if (outcome == Outcome.REFUSED) {
      vehicles = Math.max(Math.min(LEAST, most), vehicles / 2);
    } else if (outcome == Outcome.APPLIED) {
      vehicles = Math.min(most, vehicles + 1);
    }
  }
}
