package org.ieum.benchmarks;

import java.util.Random;
import org.ieum.traveltime.Hierarchy;

/** Measures the yardstick <em>q</em> over 100,000 uniform random pairs of nodes of seed 1. */
final class YardstickTurn implements Turn {
  private static final int PAIRS = 100_000;

  private final Kernel kernel;

  /**
   * @param hierarchy GraphHopper's own
   * @param share how many rounds it takes to get through all pairs
   */
  YardstickTurn(Hierarchy hierarchy, int share) {
    Yardstick yardstick = new Yardstick(hierarchy);
    Random random = new Random(1);
    int[] nodes = new int[2 * PAIRS];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = hierarchy.node(random.nextInt(hierarchy.size()));
    }
    kernel =
        Kernel.yardstick(
            "one-to-one, yardstick",
            PAIRS / share,
            i -> yardstick.duration(nodes[2 * (i % PAIRS)], nodes[2 * (i % PAIRS) + 1]));
  }

  @Override
  public void take(int number, boolean counted) {
    kernel.take(number, counted);
  }

  Cost cost() {
    return kernel.cost();
  }

  /** The yardstick, µs. */
  double micros() {
    return kernel.cost().micros();
  }
}
