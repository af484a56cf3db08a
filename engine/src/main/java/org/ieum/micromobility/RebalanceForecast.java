package org.ieum.micromobility;

import java.time.DayOfWeek;
import org.ieum.reposition.DemandForecast;

/**
 * How many scooters are taken and left at each place, by weekday and hour, as past rides tell.
 * Rides that nobody could have because no scooter was there are missing in past rides, so where the
 * riders who asked are known, their wishes ought to be added instead.
 */
public final class RebalanceForecast {
  private static final int HOUR = 3_600_000;

  private final DemandForecast pickups;
  private final DemandForecast returns;

  private RebalanceForecast(DemandForecast pickups, DemandForecast returns) {
    this.pickups = pickups;
    this.returns = returns;
  }

  /** Collects days that have been. */
  public static final class Builder {
    private final DemandForecast.Builder pickups;
    private final DemandForecast.Builder returns;

    /** Begins with nothing. */
    public Builder(int places) {
      pickups = new DemandForecast.Builder(places);
      returns = new DemandForecast.Builder(places);
    }

    /** Begins another day; all its rides may be added now. */
    public Builder addDay(DayOfWeek day) {
      pickups.addDay(day);
      returns.addDay(day);
      return this;
    }

    /**
     * Adds a ride.
     *
     * @param day a weekday that has been added, on which it began
     * @param start ms since that midnight
     * @param from place where it began
     * @param end ms since the same midnight
     * @param to place where it ended
     */
    public Builder addRide(DayOfWeek day, int start, int from, int end, int to) {
      pickups.addRequest(day, start, from);
      returns.addRequest(day, end, to);
      return this;
    }

    /** What is to be expected after all that. */
    public RebalanceForecast build() {
      return new RebalanceForecast(pickups.build(), returns.build());
    }
  }

  /** How many places there are. */
  public int places() {
    return pickups.stopPoints();
  }

  /**
   * What riders lose at each place, by how many scooters it has at the beginning.
   *
   * @param day weekday of the epoch, which is a midnight
   * @param from ms since the epoch
   * @param until later
   * @param capacity of place i; {@link ScooterStation#UNBOUNDED} when it has no docks to run out of
   * @param mostScooters no place has more scooters than this
   */
  public RebalanceOutlook[] outlooks(
      DayOfWeek day, int from, int until, int[] capacity, int mostScooters) {
    int hours = Math.max(1, (int) (((long) until - from + HOUR - 1) / HOUR));
    double[][] taken = new double[places()][hours];
    double[][] left = new double[places()][hours];
    for (int hour = 0; hour < hours; hour++) {
      int start = from + hour * HOUR;
      int end = Math.min(until, start + HOUR);
      double[] out = pickups.pickups(day, start, end);
      double[] in = returns.pickups(day, start, end);
      for (int place = 0; place < places(); place++) {
        taken[place][hour] = out[place];
        left[place][hour] = in[place];
      }
    }
    RebalanceOutlook[] outlooks = new RebalanceOutlook[places()];
    for (int place = 0; place < outlooks.length; place++) {
      boolean unbounded = capacity[place] == ScooterStation.UNBOUNDED;
      outlooks[place] =
          new RebalanceOutlook(
              taken[place], left[place], unbounded ? mostScooters : capacity[place], !unbounded);
    }
    return outlooks;
  }
}
