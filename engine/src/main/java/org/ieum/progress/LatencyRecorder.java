package org.ieum.progress;

import java.util.Arrays;

/** Keeps how long single pieces of work took on the wall clock. Used by one thread. */
public final class LatencyRecorder {
  /** Nanoseconds of piece i. */
  private long[] nanos = new long[1024];

  private int count;
  private long started;

  /** A piece of work begins. */
  public void start() {
    started = System.nanoTime();
  }

  /** The piece of work begun last ends. */
  public void stop() {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = System.nanoTime() - started;
  }

  public int count() {
    return count;
  }

  /** The time that a share of the pieces did not exceed, microseconds; NaN if there were none. */
  public double quantileMicros(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * count);
    return sorted[Math.max(0, rank - 1)] / 1e3;
  }

  /** Mean time of a piece, microseconds; NaN if there were none. */
  public double meanMicros() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += nanos[i];
    }
    return count == 0 ? Double.NaN : sum / count / 1e3;
  }
}
