package org.ieum.transit;

import org.ieum.model.Money;

/**
 * A kind of ticket ({@code fare_attributes.txt} of GTFS).
 *
 * @param feed index of its feed
 * @param id its id in the feed
 * @param price what it costs
 * @param agencyId the only agency whose rides it is for, or "" for all
 * @param transfers how many further rides it is good for, or {@link #UNLIMITED}
 * @param duration how long after the first boarding one may board again, seconds, or {@link
 *     #UNLIMITED}
 */
public record TransitFare(
    int feed, String id, Money price, String agencyId, int transfers, int duration) {
  /** There is no such limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Prices above this one are refused, so that sums fit an int. */
  public static final long HIGHEST_PRICE = 50_000_000;

  public TransitFare {
    checkPrice(price);
    if (transfers < 0) {
      throw new IllegalArgumentException("transfers must be >= 0, was " + transfers);
    }
    if (duration < 0) {
      throw new IllegalArgumentException("duration must be >= 0 s, was " + duration);
    }
  }

  static void checkPrice(Money price) {
    if (price.minorUnits() < 0 || price.minorUnits() > HIGHEST_PRICE) {
      throw new IllegalArgumentException(
          "price must be from 0 to " + HIGHEST_PRICE + " minor units, was " + price.minorUnits());
    }
  }
}
