package org.ieum.benchmarks;

import java.util.Random;
import org.ieum.road.RoadClass;
import org.ieum.road.RoadNetwork;
import org.ieum.road.SpeedFactors;
import org.ieum.traveltime.EdgeTimes;

/** Random traffic: every class of road has its factor, one edge in ten its own. */
final class Traffic {
  private final RoadNetwork network;
  private final Random random = new Random(1);

  Traffic(RoadNetwork network) {
    this.network = network;
  }

  /** The next driving times for the whole network. */
  EdgeTimes draw() {
    SpeedFactors.Builder factors = SpeedFactors.on(network);
    for (RoadClass roadClass : RoadClass.values()) {
      factors.roadClass(roadClass, 0.5 + 0.6 * random.nextDouble());
    }
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      if (random.nextInt(10) == 0) {
        factors.edge(edge, 0.2 + random.nextDouble());
      }
    }
    return factors.build().applyTo(network.driving());
  }
}
