package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.road.Contraction;
import org.junit.jupiter.api.Test;

/** All queries on the hierarchy give exactly what Dijkstra's algorithm gives, on random roads. */
class HierarchyQueriesTest {
  private static final int GRAPHS = 60;

  @Test
  void oneToOneBetweenNodes() {
    long reachable = 0;
    long pairs = 0;
    for (long seed = 1; seed <= GRAPHS; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = roads.grid(2 + roads.nextInt(20));
      Hierarchy hierarchy = new Contraction(edges).toHierarchy();
      OneToOneQuery query = new OneToOneQuery(hierarchy);
      for (int i = 0; i < 30; i++) {
        int from = hierarchy.node(roads.nextInt(hierarchy.size()));
        ReferenceTimes reference = ReferenceTimes.from(edges, from);
        for (int rank = 0; rank < hierarchy.size(); rank++) {
          int to = hierarchy.node(rank);
          int found = query.duration(from, to);
          assertEquals(reference.to(to), found, "seed " + seed + ", " + from + " to " + to);
          pairs++;
          reachable += found < TravelTimes.UNREACHABLE ? 1 : 0;
        }
      }
    }
    assertTrue(reachable > pairs / 4 && reachable < pairs, reachable + " of " + pairs);
  }

  @Test
  void matrixAndOneToManyAndOneToOneBetweenPositions() {
    for (long seed = 1; seed <= GRAPHS; seed++) {
      RandomRoads roads = new RandomRoads(seed);
      EdgeTimes edges = roads.grid(2 + roads.nextInt(15));
      Hierarchy hierarchy = new Contraction(edges).toHierarchy();
      List<RoadPosition> positions = roads.positions(edges, 2 + roads.nextInt(60));
      StopMatrix matrix = new ManyToManyQuery(hierarchy).matrix(positions);
      OneToOneQuery oneToOne = new OneToOneQuery(hierarchy);
      OneToManyQuery oneToMany = new OneToManyQuery(hierarchy, positions);
      int[] row = new int[positions.size()];
      for (int i = 0; i < positions.size(); i++) {
        RoadPosition from = positions.get(i);
        oneToMany.durations(from, row);
        for (int j = 0; j < positions.size(); j++) {
          RoadPosition to = positions.get(j);
          int expected = ReferenceTimes.between(edges, from, to);
          String where = "seed " + seed + ", " + from + " to " + to;
          assertEquals(expected, matrix.duration(i, j), where);
          assertEquals(expected, row[j], where);
          assertEquals(expected, oneToOne.duration(from, to), where);
        }
      }
      for (int i = 0; i < 20; i++) {
        int from = hierarchy.node(roads.nextInt(hierarchy.size()));
        ReferenceTimes reference = ReferenceTimes.from(edges, from);
        for (int j = 0; j < positions.size(); j++) {
          assertEquals(reference.to(positions.get(j)), oneToMany.duration(from, j), "seed " + seed);
        }
      }
    }
  }
}
