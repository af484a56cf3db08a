package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.ieum.road.Contraction;
import org.junit.jupiter.api.Test;

/** Turn costs on the line graph, against Dijkstra's algorithm over (edge, direction). */
class LineGraphTest {
  private static final int CLOSED = EdgeTimes.CLOSED;

  /** Costs that look random but depend on the two lanes only; a tenth is forbidden. */
  private static TurnCosts costs(long seed) {
    return (from, to) -> {
      long mixed = (seed * 31 + from) * 0x9E3779B97F4A7C15L + to * 0xC2B2AE3D27D4EB4FL;
      int drawn = (int) (mixed >>> 40) % 100;
      if (to == (from ^ 1)) {
        return drawn < 50 ? CLOSED : 2000;
      }
      return drawn < 10 ? CLOSED : drawn < 50 ? 0 : 10 * drawn;
    };
  }

  private static int millis(EdgeTimes roads, int lane) {
    return lane % 2 == 0 ? roads.forward(lane / 2) : roads.backward(lane / 2);
  }

  private static int tail(EdgeTimes roads, int lane) {
    return lane % 2 == 0 ? roads.base(lane / 2) : roads.adjacent(lane / 2);
  }

  private static int head(EdgeTimes roads, int lane) {
    return tail(roads, lane ^ 1);
  }

  /**
   * Time from the base end of the lane's edge in the lane's direction to a fraction of the edge.
   */
  private static int until(EdgeTimes roads, int lane, double fraction) {
    int cut = (int) Math.round(millis(roads, lane) * fraction);
    return lane % 2 == 0 ? cut : millis(roads, lane) - cut;
  }

  /** Times at which each lane is entered, for a vehicle that starts at a place. */
  private static int[] entered(
      EdgeTimes roads, TurnCosts costs, RoadPosition from, int directions) {
    int[] times = new int[2 * roads.edgeCount()];
    Arrays.fill(times, CLOSED);
    PriorityQueue<int[]> queue = new PriorityQueue<>((a, b) -> Integer.compare(a[0], b[0]));
    for (int side = 0; side < 2; side++) {
      int lane = 2 * from.edge() + side;
      if ((directions & 1 << side) != 0 && millis(roads, lane) != CLOSED) {
        int end = millis(roads, lane) - until(roads, lane, from.fraction());
        turn(roads, costs, lane, end, times, queue);
      }
    }
    while (!queue.isEmpty()) {
      int[] next = queue.remove();
      if (next[0] == times[next[1]]) {
        turn(roads, costs, next[1], next[0] + millis(roads, next[1]), times, queue);
      }
    }
    return times;
  }

  private static void turn(
      EdgeTimes roads,
      TurnCosts costs,
      int lane,
      int end,
      int[] times,
      PriorityQueue<int[]> queue) {
    for (int other = 0; other < times.length; other++) {
      if (tail(roads, other) == head(roads, lane)
          && millis(roads, other) != CLOSED
          && costs.millis(lane, other) != CLOSED
          && end + costs.millis(lane, other) < times[other]) {
        times[other] = end + costs.millis(lane, other);
        queue.add(new int[] {times[other], other});
      }
    }
  }

  private static int expected(
      EdgeTimes roads, int[] entered, RoadPosition from, int leaving, RoadPosition to, int coming) {
    int best = CLOSED;
    for (int side = 0; side < 2; side++) {
      int lane = 2 * to.edge() + side;
      if ((coming & 1 << side) == 0 || millis(roads, lane) == CLOSED) {
        continue;
      }
      int until = until(roads, lane, to.fraction());
      best = Math.min(best, entered[lane] + until);
      boolean ahead =
          side == 0 ? from.fraction() <= to.fraction() : from.fraction() >= to.fraction();
      if (from.edge() == to.edge() && (leaving & 1 << side) != 0 && ahead) {
        best = Math.min(best, until - until(roads, lane, from.fraction()));
      }
    }
    return best;
  }

  @Test
  void equalsDijkstraOverLanes() {
    int reachable = 0;
    int pairs = 0;
    for (long seed = 1; seed <= 40; seed++) {
      RandomRoads random = new RandomRoads(seed);
      EdgeTimes roads = random.grid(2 + random.nextInt(9));
      TurnCosts costs = costs(seed);
      LineGraph graph = LineGraph.of(roads, costs);
      if (graph.edges().edgeCount() == 0) {
        continue;
      }
      Hierarchy witness = new Contraction(graph.edges()).toHierarchy();
      Customization customization = new Customization(graph.edges(), NodeOrder.of(witness), 1);
      LineGraph slower = graph.with(slower(roads, random));
      LineGraphQuery first = new LineGraphQuery(graph, witness);
      LineGraphQuery second = new LineGraphQuery(slower, customization.customize(slower.edges()));
      List<RoadPosition> places = random.positions(roads, 12);
      for (RoadPosition from : places) {
        int leaving = 1 + random.nextInt(3);
        int[] usual = entered(roads, costs, from, leaving);
        int[] changed = entered(slower.roads(), costs, from, leaving);
        for (RoadPosition to : places) {
          int coming = 1 + random.nextInt(3);
          int found = first.duration(from, leaving, to, coming);
          assertEquals(expected(roads, usual, from, leaving, to, coming), found, "seed " + seed);
          assertEquals(
              expected(slower.roads(), changed, from, leaving, to, coming),
              second.duration(from, leaving, to, coming),
              "seed " + seed);
          pairs++;
          reachable += found < CLOSED ? 1 : 0;
        }
      }
    }
    assertTrue(reachable > pairs / 5 && reachable < pairs, reachable + " of " + pairs);
  }

  private static EdgeTimes slower(EdgeTimes roads, RandomRoads random) {
    int[] forward = new int[roads.edgeCount()];
    int[] backward = new int[roads.edgeCount()];
    for (int edge = 0; edge < forward.length; edge++) {
      boolean closed = random.nextInt(15) == 0;
      int more = 10 * random.nextInt(200);
      forward[edge] = closed || roads.forward(edge) == CLOSED ? CLOSED : roads.forward(edge) + more;
      backward[edge] = closed || roads.backward(edge) == CLOSED ? CLOSED : roads.backward(edge);
    }
    return roads.withTimes(forward, backward);
  }

  @Test
  void kerbSideSendsTheVehicleRound() {
    // A street 0-1 of 1000 ms with turning places at both ends that cost 300 ms.
    EdgeTimes roads = RandomRoads.times(2, List.of(new int[] {0, 1, 1000, 1000}));
    LineGraph graph = LineGraph.of(roads, (from, to) -> 300);
    LineGraphQuery query = new LineGraphQuery(graph, new Contraction(graph.edges()).toHierarchy());
    RoadPosition first = new RoadPosition(0, 0.2);
    RoadPosition second = new RoadPosition(0, 0.6);
    int right = LineGraph.kerbSide(/* rightOfEdge= */ true, /* rightHandTraffic= */ true);
    int left = LineGraph.kerbSide(/* rightOfEdge= */ false, /* rightHandTraffic= */ true);
    assertEquals(LineGraph.FORWARD, right);
    assertEquals(LineGraph.BACKWARD, left);
    assertEquals(400, query.duration(first, right, second, right));
    assertEquals(800 + 300 + 400, query.duration(first, right, second, left));
    assertEquals(400 + 300 + 1000 + 300 + 200, query.duration(second, right, first, right));
    assertEquals(400, query.duration(second, LineGraph.EITHER, first, LineGraph.EITHER));
  }
}
