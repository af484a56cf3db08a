package org.ieum.fare;

import java.util.Currency;
import java.util.List;
import org.ieum.model.Money;

/**
 * What a journey costs.
 *
 * @param currency of all amounts
 * @param items in the order of the legs; what is taken off stands behind what it is taken off from
 */
public record Fare(Currency currency, List<FareItem> items) {
  public Fare {
    items = List.copyOf(items);
    for (FareItem item : items) {
      if (!item.amount().currency().equals(currency)) {
        throw new IllegalArgumentException(
            "amounts must be in " + currency + ", was in " + item.amount().currency());
      }
    }
  }

  /**
   * The sum, never below 0 for what a {@link FareTable} priced.
   *
   * @throws ArithmeticException naming amounts that are too large
   */
  public Money total() {
    long sum = 0;
    for (FareItem item : items) {
      sum = Exact.plus(sum, item.amount().minorUnits());
    }
    return new Money(sum, currency);
  }
}
