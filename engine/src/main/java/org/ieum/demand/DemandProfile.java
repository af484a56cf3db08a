package org.ieum.demand;

import java.util.SplittableRandom;

/** How trips spread over the hours of a day. */
public final class DemandProfile {
  private static final int HOUR = 3_600_000;

  /**
   * A working day: a sharp peak in the morning, a broader one in the evening, and a low plateau
   * between them, as household surveys find in cities everywhere.
   */
  public static final DemandProfile WEEKDAY =
      new DemandProfile(
          0.3, 0.2, 0.1, 0.1, 0.3, 1.2, 3.2, 6.8, 8.0, 5.2, 4.2, 4.3, 4.8, 4.6, 4.6, 5.4, 6.8, 8.2,
          7.0, 4.8, 3.6, 2.8, 2.0, 1.0);

  /** Weight of hour i of the day. */
  private final double[] weights;

  private DemandProfile(double... weights) {
    this.weights = weights;
  }

  /**
   * Draws a time between two times of the day.
   *
   * @param start ms since midnight
   * @param end ms since midnight, later; hours beyond 24 repeat those of the day
   */
  int draw(int start, int end, SplittableRandom random) {
    double total = 0;
    for (int hour = start / HOUR; hour * HOUR < end; hour++) {
      total += weight(hour, start, end);
    }
    double left = random.nextDouble() * total;
    int hour = start / HOUR;
    while (left >= weight(hour, start, end) && (hour + 1) * HOUR < end) {
      left -= weight(hour, start, end);
      hour++;
    }
    int first = Math.max(start, hour * HOUR);
    int last = Math.min(end, (hour + 1) * HOUR);
    return first + random.nextInt(Math.max(1, last - first));
  }

  private double weight(int hour, int start, int end) {
    int open = Math.min(end, (hour + 1) * HOUR) - Math.max(start, hour * HOUR);
    return weights[hour % weights.length] * open / HOUR;
  }
}
