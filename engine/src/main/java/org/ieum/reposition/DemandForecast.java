package org.ieum.reposition;

import java.time.DayOfWeek;
import java.util.Arrays;

/**
 * How many riders are expected at each stop point, by weekday and hour: the mean of the days that
 * were seen. A weekday that was never seen is expected to be like all days together. Demand that is
 * known beforehand, of rides booked ahead, does not belong in here: it has its vehicles already.
 */
public final class DemandForecast {
  /** Whoever asks longer before the pickup has a vehicle planned and is not to be counted, ms. */
  public static final int BOOKED_AHEAD = 30 * 60_000;

  private static final int HOURS = 24;
  private static final int HOUR = 3_600_000;
  private static final int DAY = HOURS * HOUR;
  private static final int WEEK = 7;

  private final int stopPoints;

  /** Expected pickups on weekday d (Monday is 0) in hour h at stop point s: [d * 24 + h][s]. */
  private final double[][] rates;

  private DemandForecast(int stopPoints, double[][] rates) {
    this.stopPoints = stopPoints;
    this.rates = rates;
  }

  /** Collects days that have been. */
  public static final class Builder {
    private final int stopPoints;

    /** Pickups in hour h of weekday d at stop point s: [d * 24 + h][s]. */
    private final double[][] counts;

    /** How often weekday d was seen. */
    private final int[] days = new int[WEEK];

    public Builder(int stopPoints) {
      this.stopPoints = stopPoints;
      counts = new double[WEEK * HOURS][stopPoints];
    }

    /** Begins another day; all its requests may be added now. */
    public Builder addDay(DayOfWeek day) {
      days[day.getValue() - 1]++;
      return this;
    }

    /**
     * Adds a request.
     *
     * @param day a weekday that has been added
     * @param time ms since its midnight, beyond 24 hours for the night after
     */
    public Builder addRequest(DayOfWeek day, int time, int stopPoint) {
      if (days[day.getValue() - 1] == 0) {
        throw new IllegalStateException("no " + day + " has been added");
      }
      counts[slot(day, time)][stopPoint]++;
      return this;
    }

    /** What is to be expected after all that. */
    public DemandForecast build() {
      int all = Arrays.stream(days).sum();
      double[][] rates = new double[WEEK * HOURS][];
      for (int slot = 0; slot < rates.length; slot++) {
        int seen = days[slot / HOURS];
        rates[slot] = new double[stopPoints];
        for (int s = 0; s < stopPoints; s++) {
          rates[slot][s] = seen > 0 ? counts[slot][s] / seen : ofAllDays(slot % HOURS, s, all);
        }
      }
      return new DemandForecast(stopPoints, rates);
    }

    private double ofAllDays(int hour, int stopPoint, int all) {
      double sum = 0;
      for (int day = 0; day < WEEK && all > 0; day++) {
        sum += counts[day * HOURS + hour][stopPoint] / all;
      }
      return sum;
    }
  }

  /** The hour in which a time lies; after the last hour of Sunday comes the first of Monday. */
  private static int slot(DayOfWeek day, int time) {
    return Math.floorMod((day.getValue() - 1) * HOURS + Math.floorDiv(time, HOUR), WEEK * HOURS);
  }

  public int stopPoints() {
    return stopPoints;
  }

  /**
   * Pickups that are expected at each stop point within a time.
   *
   * @param day weekday of the epoch, which is a midnight
   * @param from ms since the epoch
   * @param until later
   * @return a new array: of stop point s at s
   */
  public double[] pickups(DayOfWeek day, int from, int until) {
    double[] sum = new double[stopPoints];
    for (int time = from; time < until; ) {
      int end = Math.min(until, (Math.floorDiv(time, HOUR) + 1) * HOUR);
      double share = (double) (end - time) / HOUR;
      double[] hour = rates[slot(day, time)];
      for (int s = 0; s < stopPoints; s++) {
        sum[s] += share * hour[s];
      }
      time = end;
    }
    return sum;
  }

  /** Pickups that are expected at each stop point within a week. */
  public double[] weekly() {
    return pickups(DayOfWeek.MONDAY, 0, WEEK * DAY);
  }
}
