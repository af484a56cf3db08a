package org.ieum.benchmarks;

/**
 * How often all measured work but the yardstick is done: once, unless {@code
 * -Dieum.benchmarks.repeat=2} shows that the comparison with the baseline finds what takes twice as
 * long.
 */
final class Repeats {
  static final int COUNT = Integer.getInteger("ieum.benchmarks.repeat", 1);

  private Repeats() {}
}
