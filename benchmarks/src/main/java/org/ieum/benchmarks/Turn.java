package org.ieum.benchmarks;

import java.util.List;

/** Work that takes turns with other work, so that all of it meets the same state of the machine. */
interface Turn {
  /**
   * One round of it.
   *
   * @param number counts on from 0, warm-up included
   * @param counted whether what it takes goes into the figures; not while warming up
   */
  void take(int number, boolean counted);

  /** Lets all take turns. */
  static void all(List<? extends Turn> turns, int warmUp, int rounds) {
    for (int number = 0; number < warmUp + rounds; number++) {
      for (Turn turn : turns) {
        turn.take(number, number >= warmUp);
      }
    }
  }
}
