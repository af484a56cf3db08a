package org.ieum.micromobility;

import java.util.Currency;
import java.util.List;
import org.ieum.model.Money;

/**
 * What riding costs, as GBFS tells it: a price for unlocking and prices that come again, by time or
 * distance.
 *
 * @param id unique in its system
 * @param name what riders read
 * @param currency ISO 4217
 * @param unlock parts
 * @param perMinute by minutes since the start
 * @param perKilometre by kilometres since the start
 * @param parts of a minor unit in which the prices above are, as some rates are finer than coins: 1
 *     for whole minor units, 10 for tenths of them
 */
public record PricingPlan(
    String id,
    String name,
    Currency currency,
    long unlock,
    List<Step> perMinute,
    List<Step> perKilometre,
    int parts) {
  private static final int MINUTE = 60_000;
  private static final int KILOMETRE = 1_000;

  public PricingPlan {
    if (id.isBlank()) {
      throw new IllegalArgumentException("plan id must not be blank, was '" + id + "'");
    }
    if (unlock < 0) {
      throw new IllegalArgumentException("price must be >= 0, was " + unlock);
    }
    if (parts < 1) {
      throw new IllegalArgumentException("parts must be >= 1, were " + parts);
    }
    perMinute = List.copyOf(perMinute);
    perKilometre = List.copyOf(perKilometre);
  }

  /** Prices in whole minor units. */
  public PricingPlan(
      String id,
      String name,
      Currency currency,
      long unlock,
      List<Step> perMinute,
      List<Step> perKilometre) {
    this(id, name, currency, unlock, perMinute, perKilometre, 1);
  }

  /**
   * What a ride costs: unlocking and all steps, by time and by distance. Discounts count as the
   * plan says, even when nothing remains to pay. Half a minor unit is rounded up, once, at the end.
   *
   * @param duration ms
   * @param metres length
   */
  public Money price(int duration, int metres) {
    long sum = unlock;
    for (Step step : perMinute) {
      sum = Math.addExact(sum, step.charge(duration, MINUTE));
    }
    for (Step step : perKilometre) {
      sum = Math.addExact(sum, step.charge(metres, KILOMETRE));
    }
    return new Money(Math.floorDiv(Math.addExact(2 * sum, parts), 2L * parts), currency);
  }

  /**
   * A price that comes again and again: for each interval that a ride has begun, from the start on.
   * A ride of 20 minutes has not begun the minute that is the 21st, so it pays twenty times a price
   * per minute, and nothing of one that starts with minute 20.
   *
   * @param start from which minute or kilometre on
   * @param rate parts each time; below 0 for a discount
   * @param interval how many minutes or kilometres lie between; 0 for once
   * @param end minute or kilometre from which on it comes no more, or {@link #ENDLESS}
   */
  public record Step(int start, long rate, int interval, int end) {
    /** It does not end. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    public Step {
      if (start < 0) {
        throw new IllegalArgumentException("start must be >= 0, was " + start);
      }
      if (interval < 0) {
        throw new IllegalArgumentException("interval must be >= 0, was " + interval);
      }
      if (end < start) {
        throw new IllegalArgumentException("end must be >= start, was " + end + " < " + start);
      }
    }

    private long charge(int amount, int unit) {
      long first = (long) start * unit;
      long last = Math.min(amount, (long) end * unit);
      if (last <= first) {
        return 0;
      }
      long times = interval == 0 ? 1 : (last - first - 1) / ((long) interval * unit) + 1;
      return Math.multiplyExact(times, rate);
    }
  }
}
