package org.ieum.fare;

/** Arithmetic of amounts in minor units, whose faults name the values. */
final class Exact {
  private Exact() {}

  static long plus(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException e) {
      throw new ArithmeticException("amount is too large: " + a + " + " + b);
    }
  }

  static long times(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw new ArithmeticException("amount is too large: " + a + " * " + b);
    }
  }

  /** So many steps, the last of which may be begun only. */
  static long stepsBegun(long of, long step) {
    return of <= 0 ? 0 : (of - 1) / step + 1;
  }

  static void requireAtLeast(String name, long least, long value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ", was " + value);
    }
  }
}
