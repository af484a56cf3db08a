package org.ieum.model;

import java.util.Currency;

/**
 * An amount of money in whole minor units, so that sums are exact.
 *
 * @param minorUnits how many of the currency's smallest unit (won, cents), below 0 for a discount
 * @param currency ISO 4217
 */
public record Money(long minorUnits, Currency currency) {
  /** An amount in a currency by its ISO 4217 code. */
  public static Money of(long minorUnits, String code) {
    return new Money(minorUnits, Currency.getInstance(code));
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, checked(other)), currency);
  }

  /** The difference. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minorUnits, checked(other)), currency);
  }

  private long checked(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(
          "amounts must have one currency, were in " + currency + " and " + other.currency);
    }
    return other.minorUnits;
  }
}
