package org.ieum.benchmarks;

/** What one operation takes. */
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

  /** Time in the best of the counted rounds, µs. */
  double leastMicros() {
    return micros.least();
  }

  /** Time, median of the counted rounds, µs. */
  double micros() {
    return micros.median();
  }

  /** Memory allocated, median of the counted rounds, bytes. */
  double bytes() {
    return bytes.median();
  }
}
