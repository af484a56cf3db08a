package org.ieum.server.http;

/** Lets a few lines a second into the log, so that an outage does not flood it. */
final class LogBudget {
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final int most;
  private long second = Long.MIN_VALUE;
  private int taken;

  LogBudget(int most) {
    this.most = most;
  }

  /** Whether one more line may be written now. */
  synchronized boolean take(long nanos) {
    long now = Math.floorDiv(nanos, SECOND_NANOS);
    if (now != second) {
      second = now;
      taken = 0;
    }
    return taken++ < most;
  }
}
