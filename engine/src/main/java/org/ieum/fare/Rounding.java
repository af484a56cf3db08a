package org.ieum.fare;

/**
 * How parts of prices, such as 70 percent of one, become amounts that can be paid. Prices that a
 * tariff tells itself stay as they are.
 *
 * @param unit amounts are whole multiples of so many minor units
 * @param direction what becomes of the rest
 */
public record Rounding(long unit, Direction direction) {
  /** To whole minor units, halves up. */
  public static final Rounding DEFAULT = new Rounding(1, Direction.HALF_UP);

  /** What becomes of a rest. */
  public enum Direction {
    DOWN,
    HALF_UP,
    UP
  }

  public Rounding {
    Exact.requireAtLeast("unit", 1, unit);
  }

  /**
   * So many percent of an amount.
   *
   * @throws ArithmeticException naming amounts that are too large
   */
  public long percent(long amount, int percent) {
    Exact.requireAtLeast("amount", 0, amount);
    Exact.requireAtLeast("percent", 0, percent);
    long hundredfold = Exact.times(amount, percent);
    long divisor = Exact.times(100, unit);
    long whole = hundredfold / divisor;
    long rest = hundredfold % divisor;
    boolean up =
        switch (direction) {
          case DOWN -> false;
          case HALF_UP -> rest >= divisor - rest;
          case UP -> rest > 0;
        };
    return Exact.times(up ? whole + 1 : whole, unit);
  }

  /**
   * The part of one of so many who pay an amount together, rounded down to what is payable where
   * the amount does not divide evenly.
   */
  public long part(long amount, int of) {
    Exact.requireAtLeast("amount", 0, amount);
    Exact.requireAtLeast("parts", 1, of);
    return amount % of == 0 ? amount / of : down(amount / of);
  }

  /** The largest payable amount that is not more. */
  public long down(long amount) {
    return amount - amount % unit;
  }
}
