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
    return nanos[(int) (0.99 * nanos.length)] / 1e3;
  }
}
