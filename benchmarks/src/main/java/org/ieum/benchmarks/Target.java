package org.ieum.benchmarks;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a figure should be.
 *
 * @param text for people, with the unit
 * @param rule whether a result holds it
 */
record Target(String text, Predicate<Result> rule) {

  /** At most so many yardsticks. */
  static Target ratioAtMost(double most) {
    return new Target("<= " + plain(most) + " q", result -> result.ratio() <= most);
  }

  /** At least so many yardsticks: for a peer that the yardstick must beat. */
  static Target ratioAtLeast(double least) {
    return new Target(">= " + plain(least) + " q", result -> result.ratio() >= least);
  }

  /** At most so much in the unit of the result. */
  static Target atMost(double most, String unit) {
    return new Target("<= " + plain(most) + " " + unit, result -> result.value() <= most);
  }

  /** At least so much in the unit of the result. */
  static Target atLeast(double least, String unit) {
    return new Target(">= " + plain(least) + " " + unit, result -> result.value() >= least);
  }

  /** A time of at most so many milliseconds, whatever the unit of the result. */
  static Target timeAtMost(double millis) {
    return new Target(
        "<= " + plain(millis) + " ms",
        result -> result.ratio() * result.yardstick() <= 1e3 * millis);
  }

  /** Within a share of another figure, which is left out. */
  static Target near(double figure, double share) {
    return new Target(
        "< " + plain(100 * share) + " % from " + plain(figure),
        result -> Math.abs(result.value() - figure) < share * figure);
  }

  /** The same with a better figure to aim at; only the first one has to be held. */
  Target aiming(String aim) {
    return new Target(text + ", aim " + aim, rule);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.format(Locale.ROOT, "%s", number);
  }
}
