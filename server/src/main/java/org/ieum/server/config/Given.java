package org.ieum.server.config;

import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Checks of what a configuration gives; messages begin with the key. */
final class Given {
  /** Largest amount of money, minor units. */
  static final long MOST = 1_000_000_000_000L;

  private Given() {}

  static void require(String key, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
  }

  /** Only what is given must be in bounds. */
  static void range(String key, @Nullable Number value, long least, long most) {
    if (value != null && (value.longValue() < least || value.longValue() > most)) {
      throw new IllegalArgumentException(
          key + " must be from " + least + " to " + most + ", was " + value);
    }
  }

  static void amount(String key, @Nullable Long value) {
    range(key, value, 0, MOST);
  }

  /** A step, if it is given, is one. */
  static void step(String key, @Nullable Distance value) {
    if (value != null && value.metres() < 1) {
      throw new IllegalArgumentException(key + " must be at least 1m, was " + value);
    }
  }

  /** A step, if it is given, is one. */
  static void step(String key, @Nullable TimeSpan value) {
    if (value != null && value.millis() < 1_000) {
      throw new IllegalArgumentException(key + " must be at least 1s, was " + value);
    }
  }

  static void absent(String key, @Nullable Object value, String why) {
    if (value != null) {
      throw new IllegalArgumentException(key + " " + why + ", was " + value);
    }
  }
}
