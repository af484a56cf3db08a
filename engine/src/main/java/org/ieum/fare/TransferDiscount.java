package org.ieum.fare;

/**
 * Something off a leg that follows another one soon. Walks between the two do not count as legs.
 *
 * @param from mode of the leg before
 * @param to mode of the leg that is cheaper for it
 * @param withinSeconds longest time from the end of the one to the start of the other
 * @param amount minor units off for each rider, at most the price; 0 when it is a percentage
 * @param percent off the price; 0 when it is an amount
 */
public record TransferDiscount(Mode from, Mode to, int withinSeconds, long amount, int percent) {
  public TransferDiscount {
    Exact.requireAtLeast("within", 0, withinSeconds);
    Exact.requireAtLeast("amount", 0, amount);
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent must be from 0 to 100, was " + percent);
    }
    if ((amount == 0) == (percent == 0)) {
      throw new IllegalArgumentException(
          "either amount or percent must be given, were " + amount + " and " + percent);
    }
  }

  /** Whether it is for who goes on from one leg to another. */
  boolean applies(FareLeg before, FareLeg next) {
    long between = next.start() - before.end();
    return before.mode() == from
        && next.mode() == to
        && between >= 0
        && between <= withinSeconds * 1_000L;
  }

  /** Minor units off a price that so many riders pay. */
  long off(long price, int riders, Rounding rounding) {
    long off = percent > 0 ? rounding.percent(price, percent) : Exact.times(amount, riders);
    return Math.min(off, price);
  }
}
