package org.ieum.benchmarks;

/** What one operation takes: medians of the counted rounds. */
final class Cost {
  private final String name;
  private final Series micros = new Series();
  private final Series bytes = new Series();

  Cost(String name) {
    this.name = name;
  }

  /** Adds what a number of operations took in a round. */
  void add(long nanos, long allocated, int operations) {
    micros.add(nanos / 1e3 / operations);
    bytes.add((double) allocated / operations);
  }

  String name() {
    return name;
  }

  /** Time, µs. */
  double micros() {
    return micros.median();
  }

  /** Memory allocated, bytes. */
  double bytes() {
    return bytes.median();
  }
}
