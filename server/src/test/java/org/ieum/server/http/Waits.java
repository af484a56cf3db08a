package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what comes true sooner or later, on however busy a machine. */
final class Waits {
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

  private Waits() {}

  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - start < LONGEST, "never came true: " + what);
      Thread.sleep(5);
    }
  }
}
