package org.ieum.transit;

/**
 * What a search for journeys is bound by.
 *
 * @param limit Unix seconds: latest arrival when one departs at a time, earliest departure when one
 *     arrives by a time
 * @param maxVehicles how many vehicles one uses at most, those on the ways to and from transit
 *     among them
 * @param slack time that must be left beside walking when one changes, seconds
 * @param accessibleOnly only trips known to take wheelchairs, at stops not known to be closed to
 *     them
 * @param maxExtra journeys that arrive later (or depart earlier) than the best in that respect by
 *     more than this are left out, seconds; {@link #ANY_EXTRA} for all
 * @param prices how those who travel pay
 */
public record TransitOptions(
    long limit,
    int maxVehicles,
    int slack,
    boolean accessibleOnly,
    int maxExtra,
    RidePrices prices) {
  /** However late. */
  public static final int ANY_EXTRA = Integer.MAX_VALUE;

  /** More vehicles than this are not asked for. */
  public static final int MOST_VEHICLES = 16;

  /** For one rider with tickets. */
  public TransitOptions(
      long limit, int maxVehicles, int slack, boolean accessibleOnly, int maxExtra) {
    this(limit, maxVehicles, slack, accessibleOnly, maxExtra, RidePrices.TICKETS);
  }

  public TransitOptions {
    if (maxVehicles < 1 || maxVehicles > MOST_VEHICLES) {
      throw new IllegalArgumentException(
          "vehicles must be from 1 to " + MOST_VEHICLES + ", was " + maxVehicles);
    }
    if (slack < 0) {
      throw new IllegalArgumentException("slack must be >= 0 s, was " + slack);
    }
    if (maxExtra < 0) {
      throw new IllegalArgumentException("extra time must be >= 0 s, was " + maxExtra);
    }
  }
}
