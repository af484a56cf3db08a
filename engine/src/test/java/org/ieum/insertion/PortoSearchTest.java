package org.ieum.insertion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ieum.dispatch.RandomMap;
import org.ieum.dispatch.RandomService;
import org.ieum.dispatch.RoadMap;
import org.ieum.model.LatLon;
import org.ieum.model.RideRequest;
import org.ieum.road.RoadNetwork;
import org.ieum.road.SharedData;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snapper;
import org.junit.jupiter.api.Test;

/** The search against brute force over Dijkstra's algorithm in the middle of Porto. */
class PortoSearchTest {
  private static final int STATES = 500;
  private static final int VEHICLES = 30;

  /** Rides booked between two states that are compared. */
  private static final int BOOKED = 20;

  /** How much slower than usual everything is in a jam. */
  private static final int JAM = 3;

  /** A box around the town hall. */
  private static final LatLon SOUTH_WEST = new LatLon(41.145, -8.630);

  private static final double DEGREES = 0.025;

  @Test
  void costEqualsBruteForceInPorto() {
    RoadNetwork network = RoadNetwork.read(SharedData.osm("porto_portugal.osm.pbf"));
    SearchShares all = new SearchShares();
    long moving = 0;
    for (long seed = 1; all.states < STATES; seed++) {
      RandomService service = RandomService.on(map(network, seed), VEHICLES, seed);
      SearchComparison comparison = new SearchComparison(service, seed, all);
      for (int state = 0; state < STATES / 10; state++) {
        for (int i = 0; i < BOOKED; i++) {
          service.book(service.nextRequest());
        }
        service.pass();
        RideRequest request = service.nextRequest();
        comparison.compare(request);
        service.book(request);
        for (int v = 0; v < VEHICLES; v++) {
          moving += service.fleet().departed(v) ? 1 : 0;
        }
      }
    }
    all.print("in Porto, with " + moving / all.states + " vehicles under way");
    assertTrue(all.feasible() >= 70, "states with a feasible insertion");
    assertTrue(all.diverting() >= 30, "states that divert a moving vehicle");
    assertTrue(all.inside() >= 50, "best insertions not at a route's end");
    assertTrue(all.grouped() >= 10, "states with three points and more to choose from");
  }

  private static RandomMap map(RoadNetwork network, long seed) {
    Random random = new Random(seed);
    Snapper snapper = network.drivingSnapper(1000);
    return new RoadMap(
        jam(network.driving()),
        network.customization(2),
        () -> draw(snapper, random),
        /* known= */ 100);
  }

  private static EdgeTimes jam(EdgeTimes usual) {
    int[] there = new int[usual.edgeCount()];
    int[] back = new int[usual.edgeCount()];
    for (int edge = 0; edge < there.length; edge++) {
      there[edge] = (int) Math.min(EdgeTimes.CLOSED, JAM * (long) usual.forward(edge));
      back[edge] = (int) Math.min(EdgeTimes.CLOSED, JAM * (long) usual.backward(edge));
    }
    return usual.withTimes(there, back);
  }

  private static RoadPosition draw(Snapper snapper, Random random) {
    LatLon place =
        new LatLon(
            SOUTH_WEST.lat() + DEGREES * random.nextDouble(),
            SOUTH_WEST.lon() + DEGREES * random.nextDouble());
    return snapper.snap(place).orElseThrow().position();
  }
}
