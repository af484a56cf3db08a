package org.ieum.fare;

import org.ieum.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * A leg to be paid for, as it was known when it was offered.
 *
 * @param mode how it is travelled
 * @param service id of the service, whose tariff holds before that of the mode
 * @param metres of the direct way
 * @param seconds that the direct way takes
 * @param start planned, ms since 1970, UTC
 * @param end planned, ms since 1970, UTC
 * @param price of one party when it is known otherwise, such as by a scooter's pricing plan; null
 *     for that of the tariff
 */
public record FareLeg(
    Mode mode,
    String service,
    int metres,
    int seconds,
    long start,
    long end,
    @Nullable Money price) {
  public FareLeg {
    Exact.requireAtLeast("metres", 0, metres);
    Exact.requireAtLeast("seconds", 0, seconds);
    if (start > end) {
      throw new IllegalArgumentException("start must be <= end, was " + start + " > " + end);
    }
    if (price != null) {
      Exact.requireAtLeast("price", 0, price.minorUnits());
    }
  }

  /** A leg that costs what the tariff says. */
  public FareLeg(Mode mode, String service, int metres, int seconds, long start, long end) {
    this(mode, service, metres, seconds, start, end, null);
  }

  /** The same at a price that is known otherwise. */
  public FareLeg withPrice(Money known) {
    return new FareLeg(mode, service, metres, seconds, start, end, known);
  }
}
