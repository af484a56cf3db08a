package org.ieum.benchmarks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one run.
 *
 * @param name what was measured; unique in the run
 * @param unit of the value: us, ms, s, B for bytes an operation, or what is counted
 * @param yardstick of the same run, µs, or NaN where it says nothing
 * @param ratio of the value to the yardstick, or NaN
 * @param goal what it should be, if anything
 */
record Result(
    String name, double value, String unit, double yardstick, double ratio, @Nullable Target goal) {
  /** Times from here on are shown in milliseconds, µs. */
  private static final double LONG = 10_000;

  /**
   * A time, as a multiple of the yardstick.
   *
   * @param micros µs
   * @param yardstick µs
   */
  static Result time(String name, double micros, double yardstick) {
    boolean isLong = micros >= LONG;
    return new Result(
        name,
        isLong ? micros / 1e3 : micros,
        isLong ? "ms" : "us",
        yardstick,
        micros / yardstick,
        null);
  }

  /** Memory allocated by one operation. */
  static Result bytes(String name, double bytes) {
    return new Result(name, bytes, "B", Double.NaN, Double.NaN, null);
  }

  /** Anything else. */
  static Result figure(String name, double value, String unit) {
    return new Result(name, value, unit, Double.NaN, Double.NaN, null);
  }

  /** The same with a target. */
  Result toHold(Target target) {
    return new Result(name, value, unit, yardstick, ratio, target);
  }

  /** What it should be. */
  Optional<Target> target() {
    return Optional.ofNullable(goal);
  }

  /** Whether it is what it should be. */
  Optional<Boolean> holds() {
    return target().map(wanted -> wanted.rule().test(this));
  }
}
