package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ieum.road.Contraction;
import org.junit.jupiter.api.Test;

/** New travel times on an old order give exactly what Dijkstra's algorithm gives. */
class CustomizationTest {
  private static final int GRAPHS = 60;

  private static Customization customization(EdgeTimes edges, int threads) {
    return new Customization(edges, NodeOrder.of(new Contraction(edges).toHierarchy()), threads);
  }

  /** Some edges closed, some slower or quicker, some one-way streets turned or opened. */
  private static EdgeTimes changed(EdgeTimes edges, RandomRoads roads) {
    int[] forward = new int[edges.edgeCount()];
    int[] backward = new int[edges.edgeCount()];
    int severity = 1 + roads.nextInt(20);
    for (int edge = 0; edge < forward.length; edge++) {
      forward[edge] = edges.forward(edge);
      backward[edge] = edges.backward(edge);
      switch (roads.nextInt(severity)) {
        case 0 -> forward[edge] = backward[edge] = EdgeTimes.CLOSED;
        case 1 -> forward[edge] = 10 * (1 + roads.nextInt(1000));
        case 2 -> backward[edge] = 10 * (1 + roads.nextInt(1000));
        case 3 -> {
          forward[edge] = edges.backward(edge);
          backward[edge] = edges.forward(edge);
        }
        default -> {}
      }
    }
    return edges.withTimes(forward, backward);
  }

  @Test
  void distancesAndMatricesUnderNewTimes() {
    long reachable = 0;
    long pairs = 0;
    for (long seed = 1; seed <= GRAPHS; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes base = roads.grid(2 + roads.nextInt(24));
      Customization customization = customization(base, 1);
      List<RoadPosition> positions = roads.positions(base, 10);
      EdgeTimes times = base;
      for (int round = 0; round < 4; round++) {
        Hierarchy hierarchy = customization.customize(times);
        OneToOneQuery query = new OneToOneQuery(hierarchy);
        for (int i = 0; i < 5; i++) {
          int from = hierarchy.node(roads.nextInt(hierarchy.size()));
          ReferenceTimes reference = ReferenceTimes.from(times, from);
          for (int rank = 0; rank < hierarchy.size(); rank++) {
            int found = query.duration(from, hierarchy.node(rank));
            assertEquals(reference.to(hierarchy.node(rank)), found, "seed " + seed);
            pairs++;
            reachable += found < TravelTimes.UNREACHABLE ? 1 : 0;
          }
        }
        checkPositions(hierarchy, positions, "seed " + seed + ", round " + round);
        times = changed(base, roads);
      }
    }
    assertTrue(reachable > pairs / 4 && reachable < pairs, reachable + " of " + pairs);
  }

  /** The matrix, and the paths behind it with all shortcuts unpacked. */
  private static void checkPositions(
      Hierarchy hierarchy, List<RoadPosition> positions, String where) {
    RoadTravelTimes travel = new RoadTravelTimes(hierarchy, positions);
    for (int i = 0; i < positions.size(); i++) {
      for (int j = 0; j < positions.size(); j++) {
        int expected =
            ReferenceTimes.between(hierarchy.edges(), positions.get(i), positions.get(j));
        assertEquals(expected, travel.duration(i, j), where);
        if (expected < TravelTimes.UNREACHABLE) {
          assertEquals(expected, travel.path(i, j).duration(), where);
        }
      }
    }
  }

  @Test
  void noArcIsLongerThanTheDistance() {
    RandomRoads roads = new RandomRoads(3);
    EdgeTimes base = roads.grid(16);
    EdgeTimes times = changed(base, roads);
    Hierarchy hierarchy = customization(base, 2).customize(times);
    for (int arc = 0; arc < hierarchy.arcCount(); arc++) {
      int low = hierarchy.node(hierarchy.lower(arc));
      int high = hierarchy.node(hierarchy.upper(arc));
      boolean climbs = hierarchy.climbs(arc);
      int expected = ReferenceTimes.from(times, climbs ? low : high).to(climbs ? high : low);
      assertEquals(expected, hierarchy.millis(arc));
    }
  }

  @Test
  void threadsDoNotChangeTheResult() {
    for (long seed = 1; seed <= 10; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes base = roads.grid(40);
      EdgeTimes times = changed(base, roads);
      int[] order = NodeOrder.of(new Contraction(base).toHierarchy());
      Hierarchy one = new Customization(base, order, 1).customize(times);
      Customization several = new Customization(base, order, 3);
      several.customize(base);
      Hierarchy three = several.customize(times);
      assertArrayEquals(one.startCells(), three.startCells());
      assertArrayEquals(one.arcCells(), three.arcCells());
      assertArrayEquals(one.firstHalfCells(), three.firstHalfCells());
      assertArrayEquals(one.secondHalfCells(), three.secondHalfCells());
    }
  }

  @Test
  void everythingClosedIsUnreachable() {
    EdgeTimes base = new RandomRoads(5).grid(10);
    int[] closed = new int[base.edgeCount()];
    Arrays.fill(closed, EdgeTimes.CLOSED);
    Hierarchy hierarchy = customization(base, 1).customize(base.withTimes(closed, closed.clone()));
    assertEquals(0, hierarchy.arcCount());
    assertEquals(
        TravelTimes.UNREACHABLE,
        new OneToOneQuery(hierarchy).duration(hierarchy.node(0), hierarchy.node(1)));
  }

  @Test
  void otherEdgesAreRefused() {
    EdgeTimes base =
        RandomRoads.times(
            3,
            List.of(
                new int[] {0, 1, 10, 10},
                new int[] {1, 2, 10, 10},
                new int[] {0, 2, EdgeTimes.CLOSED, EdgeTimes.CLOSED}));
    Customization customization = customization(base, 1);
    EdgeTimes other = RandomRoads.times(3, List.of(new int[] {0, 1, 10, 10}));
    assertEquals(
        "the new times are for other edges",
        assertThrows(IllegalArgumentException.class, () -> customization.customize(other))
            .getMessage());
    EdgeTimes opened = base.withTimes(new int[] {10, 10, 10}, new int[] {10, 10, 10});
    assertEquals(
        "edge 2 was closed when the order was made and cannot be opened",
        assertThrows(IllegalArgumentException.class, () -> customization.customize(opened))
            .getMessage());
  }
}
