package org.ieum.benchmarks;

/**
 * Makes all measured work but the yardstick slower and greedier: {@code
 * -Dieum.benchmarks.slowdown=2} wastes as much processor time and memory again as the work has
 * taken, to show that the comparison with the baseline finds it. Without that it does nothing.
 */
final class Slowdown {
  private static final double FACTOR =
      Double.parseDouble(System.getProperty("ieum.benchmarks.slowdown", "1"));

  private static final int CHUNK = 1 << 16;

  /** Where the waste goes, so that it is really allocated. */
  @SuppressWarnings("UnusedVariable")
  private static volatile byte[] waste = {};

  private Slowdown() {}

  /**
   * Called at the end of the work, before it is measured.
   *
   * @param startedNanos {@link Meter#nanos} when the work began
   * @param startedBytes {@link Meter#bytes} when the work began
   */
  static void suffer(long startedNanos, long startedBytes) {
    if (FACTOR <= 1) {
      return;
    }
    long until = startedNanos + (long) (FACTOR * (Meter.nanos() - startedNanos));
    long bytes = (long) ((FACTOR - 1) * (Meter.bytes() - startedBytes));
    for (; bytes > 16; bytes -= Math.min(bytes, CHUNK)) {
      waste = new byte[(int) Math.min(bytes, CHUNK) - 16];
    }
    while (Meter.nanos() < until) {
      Thread.onSpinWait();
    }
  }
}
