package org.ieum.server.report;

import java.util.Locale;

/** Numbers as people read them: thousands separated by commas, about three digits that matter. */
final class Numbers {
  /** Stands where there is nothing to measure. */
  static final String NOTHING = "–";

  private Numbers() {}

  static String number(double value) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) || size >= 1000) {
      return fixed(value, 0);
    }
    return fixed(value, size >= 100 ? 1 : size >= 1 ? 2 : 3);
  }

  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    double shift = Math.pow(10, decimals);
    double rounded = Math.abs(value) < 1e12 ? Math.rint(value * shift) / shift : value;
    // Adding zero turns a negative zero into a plain one.
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded + 0.0);
  }

  static String minutes(double millis) {
    return fixed(millis / 60_000, 1);
  }
}
