package org.ieum.benchmarks;

import java.util.Arrays;

/** Times of many operations. */
final class Latencies {
  /** Times, ns, the longest last. */
  private final long[] nanos;

  Latencies(long[] nanos) {
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  /** Mean, µs. */
  double mean() {
    double sum = 0;
    for (long nano : nanos) {
      sum += nano;
    }
    return sum / 1e3 / nanos.length;
  }

  /** The time that 99 of 100 do not exceed, µs. */
  double p99() {
    return quantile(0.99);
  }

  /** The time that a share does not exceed, µs; NaN if there are none. */
  double quantile(double share) {
    int rank = Math.min(nanos.length - 1, (int) (share * nanos.length));
    return nanos.length == 0 ? Double.NaN : nanos[rank] / 1e3;
  }

  /** The longest, µs; NaN if there are none. */
  double longest() {
    return quantile(1);
  }
}
