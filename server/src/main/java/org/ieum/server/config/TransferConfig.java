package org.ieum.server.config;

import org.ieum.fare.Mode;
import org.ieum.fare.TransferDiscount;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something off a ride that follows another one soon.
 *
 * @param from mode of the ride before
 * @param to mode of the ride that is cheaper for it
 * @param within longest time between the two
 * @param amount minor units off, for each rider,
 * @param percent or a part of the price
 */
public record TransferConfig(
    Mode from, Mode to, TimeSpan within, @Nullable Long amount, @Nullable Integer percent) {
  public TransferConfig {
    requireRide("from", from);
    requireRide("to", to);
    Given.require("within", within);
    Given.range("amount", amount, 1, Given.MOST);
    Given.range("percent", percent, 1, 100);
    if (amount == null && percent == null) {
      throw new IllegalArgumentException("percent is missing, or amount");
    }
    if (percent != null) {
      Given.absent("amount", amount, "is not to be had with percent");
    }
  }

  private static void requireRide(String key, @Nullable Mode mode) {
    Given.require(key, mode);
    if (mode == Mode.WALK) {
      throw new IllegalArgumentException(
          key + " must be drt, transit or scooter, was walk, which costs nothing");
    }
  }

  /** The same as what prices rides. */
  TransferDiscount discount() {
    return new TransferDiscount(
        from,
        to,
        within.millis() / 1_000,
        amount == null ? 0 : amount,
        percent == null ? 0 : percent);
  }
}
