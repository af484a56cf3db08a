package org.ieum.server.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How durations spread: a histogram of equal bins from zero on, and the three numbers marked in it.
 * The percentiles are nearest-rank: the smallest value that the given share does not exceed.
 *
 * @param size how many durations there were
 * @param binMillis width of a bin
 * @param counts element i: durations from i bins on, below i + 1 bins
 * @param mean milliseconds, 0 when there are none
 * @param median milliseconds, 0 when there are none
 * @param p95 milliseconds, 0 when there are none
 */
record Distribution(
    int size, int binMillis, List<Integer> counts, double mean, int median, int p95) {
  private static final int MAX_BINS = 40;
  // Widths that read well on an axis in minutes.
  private static final List<Integer> WIDTHS =
      List.of(30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000);

  static Distribution of(List<Integer> durations) {
    if (durations.isEmpty()) {
      return new Distribution(0, 60_000, List.of(), 0, 0, 0);
    }
    List<Integer> sorted = new ArrayList<>(durations);
    Collections.sort(sorted);
    if (sorted.get(0) < 0) {
      throw new IllegalArgumentException("a duration must be >= 0, was " + sorted.get(0));
    }
    int longest = sorted.get(sorted.size() - 1);
    int width = width(longest);
    List<Integer> counts = new ArrayList<>(Collections.nCopies(longest / width + 1, 0));
    long sum = 0;
    for (int duration : sorted) {
      counts.set(duration / width, counts.get(duration / width) + 1);
      sum += duration;
    }
    return new Distribution(
        sorted.size(),
        width,
        List.copyOf(counts),
        (double) sum / sorted.size(),
        percentile(sorted, 50),
        percentile(sorted, 95));
  }

  private static int width(int longest) {
    for (int width : WIDTHS) {
      if (longest / width < MAX_BINS) {
        return width;
      }
    }
    int widest = WIDTHS.get(WIDTHS.size() - 1);
    return widest * (longest / (widest * MAX_BINS) + 1);
  }

  private static int percentile(List<Integer> sorted, int percent) {
    long rank = ((long) sorted.size() * percent + 99) / 100;
    return sorted.get((int) Math.max(1, rank) - 1);
  }
}
