package org.ieum.benchmarks;

import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;

/** Small work that is measured many runs at a time. */
final class Kernel implements Turn {
  /** Where all results go, so that no work is left out as useless. */
  @SuppressWarnings("UnusedVariable")
  private static volatile int sink;

  private final Cost cost;
  private final int runs;
  private final boolean isYardstick;
  private final LongSupplier clock;
  private final IntUnaryOperator work;

  private Kernel(
      String name, int runs, boolean isYardstick, LongSupplier clock, IntUnaryOperator work) {
    cost = new Cost(name);
    this.runs = runs;
    this.isYardstick = isYardstick;
    this.clock = clock;
    this.work = work;
  }

  /**
   * Work of one thread, by its processor time.
   *
   * @param runs how often it runs in a round
   * @param work one run, given a number that counts on
   */
  static Kernel of(String name, int runs, IntUnaryOperator work) {
    return new Kernel(name, runs, /* isYardstick= */ false, Meter::nanos, work);
  }

  /** Work of several threads, by the clock. */
  static Kernel byTheClock(String name, int runs, IntUnaryOperator work) {
    return new Kernel(name, runs, /* isYardstick= */ false, System::nanoTime, work);
  }

  /** The yardstick, which nothing slows down on purpose. */
  static Kernel yardstick(String name, int runs, IntUnaryOperator work) {
    return new Kernel(name, runs, /* isYardstick= */ true, Meter::nanos, work);
  }

  @Override
  public void take(int number, boolean counted) {
    int sum = 0;
    long allocated = Meter.bytes();
    long processor = Meter.nanos();
    long started = clock.getAsLong();
    for (int i = 0; i < runs; i++) {
      sum += work.applyAsInt(number * runs + i);
    }
    if (!isYardstick) {
      Slowdown.suffer(processor, allocated);
    }
    long nanos = clock.getAsLong() - started;
    if (counted) {
      cost.add(nanos, Meter.bytes() - allocated, runs);
    }
    sink = sum;
  }

  Cost cost() {
    return cost;
  }
}
