package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import java.util.Random;
import org.ieum.model.LatLon;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Hierarchy;
import org.ieum.traveltime.OneToOneQuery;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.ReferenceTimes;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {
  private static RoadNetwork network;

  @BeforeAll
  static void read() {
    Path pbf = SharedData.osm("gothenburg.osm.pbf");
    network = RoadNetwork.read(pbf);
  }

  @Test
  void holdsTheCityButNotItsFootpathsForCars() {
    assertTrue(network.edgeCount() > 20_000, "edges " + network.edgeCount());
    Hierarchy hierarchy = network.hierarchy();
    assertTrue(hierarchy.size() < network.nodeCount() * 2 / 3, "car nodes " + hierarchy.size());
    int footOnly = 0;
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      boolean drivable = network.geometry().drivable(edge);
      assertEquals(drivable, network.driving().usable(edge));
      footOnly += network.geometry().walkable(edge) && !drivable ? 1 : 0;
    }
    assertTrue(footOnly > 5_000, "edges only for walking " + footOnly);
  }

  @Test
  void everyNodeForCarsReachesEveryOther() {
    Hierarchy hierarchy = network.hierarchy();
    Random random = new Random(7);
    for (int i = 0; i < 3; i++) {
      int from = hierarchy.node(random.nextInt(hierarchy.size()));
      ReferenceTimes reference = ReferenceTimes.from(network.driving(), from);
      OneToOneQuery query = new OneToOneQuery(hierarchy);
      for (int rank = 0; rank < hierarchy.size(); rank++) {
        int to = hierarchy.node(rank);
        assertTrue(reference.to(to) < TravelTimes.UNREACHABLE);
        assertEquals(reference.to(to), query.duration(from, to), "seed 7");
      }
    }
  }

  @Test
  void agreesWithGraphHopper() {
    Contraction contraction = new Contraction(network.driving());
    Hierarchy hierarchy = contraction.toHierarchy();
    OneToOneQuery query = new OneToOneQuery(hierarchy);
    CHRoutingAlgorithmFactory factory =
        new CHRoutingAlgorithmFactory(contraction.graphHopperGraph());
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      int from = hierarchy.node(random.nextInt(hierarchy.size()));
      int to = hierarchy.node(random.nextInt(hierarchy.size()));
      double units =
          factory
              .createAlgo(new PMap())
              .calcPath(contraction.graphHopperNode(from), contraction.graphHopperNode(to))
              .getWeight();
      assertEquals(units * Contraction.UNIT_MILLIS, query.duration(from, to), 1e-6, "seed 11");
    }
  }

  @Test
  void snapsToTheNearestOpenEdge() {
    Random random = new Random(13);
    for (int i = 0; i < 200; i++) {
      LatLon place =
          new LatLon(57.66 + 0.08 * random.nextDouble(), 11.90 + 0.12 * random.nextDouble());
      assertNearest(place, 150, true);
      assertNearest(place, 700, false);
    }
  }

  /** Compares with a look at every edge, in steps of a few metres. */
  private static void assertNearest(LatLon place, double radius, boolean car) {
    PathGeometry geometry = network.geometry();
    Snap snap =
        (car ? network.drivingSnapper(radius) : network.walkingSnapper(radius))
            .snap(place)
            .orElse(null);
    double best = Double.MAX_VALUE;
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      if (car ? !geometry.drivable(edge) : !geometry.walkable(edge)) {
        continue;
      }
      for (LatLon point : geometry.shape(edge)) {
        best = Math.min(best, place.metresTo(point));
      }
    }
    if (snap == null) {
      assertTrue(best >= radius * 0.999, place + " is " + best + " m from a road");
      return;
    }
    assertTrue(snap.distance() <= Math.min(radius, best * 1.001), snap + " but " + best);
    assertEquals(snap.distance(), place.metresTo(snap.location()), 0.01 + snap.distance() / 500);
    assertEquals(0, snap.location().metresTo(geometry.locate(snap.position())), 0.1);
    int edge = snap.position().edge();
    assertTrue(car ? geometry.drivable(edge) : geometry.walkable(edge));
  }

  @Test
  void walkingTakesLengthOverSpeedBothWays() {
    EdgeTimes walking = network.walking(1.25);
    for (int edge = 0; edge < network.edgeCount(); edge++) {
      assertEquals(walking.forward(edge), walking.backward(edge));
      if (network.geometry().walkable(edge)) {
        double expected = network.geometry().length(edge) / 1.25 * 1000;
        assertEquals(Math.max(1, expected), walking.forward(edge), 0.51);
      } else {
        assertFalse(walking.usable(edge));
      }
    }
  }

  @Test
  void locatesTheEndsOfEdges() {
    PathGeometry geometry = network.geometry();
    for (int edge = 0; edge < network.edgeCount(); edge += 17) {
      var shape = geometry.shape(edge);
      assertEquals(0, shape.get(0).metresTo(geometry.locate(new RoadPosition(edge, 0))), 0.02);
      assertEquals(
          0,
          shape.get(shape.size() - 1).metresTo(geometry.locate(new RoadPosition(edge, 1))),
          0.02);
    }
  }
}
