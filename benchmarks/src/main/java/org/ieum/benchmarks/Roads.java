package org.ieum.benchmarks;

import java.util.List;
import org.ieum.road.Contraction;
import org.ieum.traveltime.Customization;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.NodeOrder;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.StopMatrix;

/**
 * The roads on which a dispatcher runs. What one run learns of them (labels of nodes) serves the
 * next, as on a server that has been up for a while; the first run counts as cold.
 *
 * @param witness GraphHopper's own hierarchy, for the yardstick
 * @param times of the engine; each run forks them
 */
record Roads(Hierarchy witness, RoadTravelTimes times) {
  static Roads of(EdgeTimes edges) {
    Hierarchy witness = new Contraction(edges).toHierarchy();
    return of(
        witness,
        new Customization(edges, NodeOrder.of(witness), /* threads= */ 1).customize(edges));
  }

  static Roads of(Hierarchy witness, Hierarchy engine) {
    StopMatrix none = new StopMatrix(0, new int[0]);
    return new Roads(witness, new RoadTravelTimes(engine, List.of(), none));
  }
}
