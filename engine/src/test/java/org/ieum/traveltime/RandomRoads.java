package org.ieum.traveltime;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random road graphs: a bent grid with holes, one-way streets, parallel edges and shortcuts. */
public final class RandomRoads {
  /** Up to this limit, ms, travel times look around a place instead of asking for each way. */
  public static final int FARTHEST_APPROACH = Approach.FARTHEST;

  private final Random random;

  public RandomRoads(long seed) {
    random = new Random(seed);
  }

  /**
   * A graph whose nodes lie on a square grid.
   *
   * @param side nodes along a side
   */
  public EdgeTimes grid(int side) {
    List<int[]> edges = new ArrayList<>();
    double share = 0.6 + 0.4 * random.nextDouble();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int node = row * side + column;
        if (column + 1 < side && random.nextDouble() < share) {
          edges.add(edge(node, node + 1));
        }
        if (row + 1 < side && random.nextDouble() < share) {
          edges.add(edge(node + side, node));
        }
        if (random.nextInt(20) == 0) {
          int other = random.nextInt(side * side);
          if (other != node) {
            edges.add(edge(node, other));
          }
        }
      }
    }
    if (edges.isEmpty()) {
      edges.add(edge(0, 1));
    }
    return times(side * side, edges);
  }

  private int[] edge(int base, int adjacent) {
    int time = 10 * (1 + random.nextInt(random.nextBoolean() ? 5 : 300));
    return switch (random.nextInt(6)) {
      case 0 -> new int[] {base, adjacent, time, EdgeTimes.CLOSED};
      case 1 -> new int[] {base, adjacent, EdgeTimes.CLOSED, time};
      case 2 -> new int[] {base, adjacent, time, 10 * (1 + random.nextInt(300))};
      default -> new int[] {base, adjacent, time, time};
    };
  }

  /** Makes edge times of a list of {base, adjacent, forward, backward}. */
  public static EdgeTimes times(int nodes, List<int[]> edges) {
    int[][] columns = new int[4][edges.size()];
    for (int i = 0; i < edges.size(); i++) {
      for (int column = 0; column < 4; column++) {
        columns[column][i] = edges.get(i)[column];
      }
    }
    return new EdgeTimes(nodes, columns[0], columns[1], columns[2], columns[3]);
  }

  /** A position on any edge, often at its ends or where another one may be. */
  public RoadPosition position(EdgeTimes edges) {
    double fraction =
        switch (random.nextInt(6)) {
          case 0 -> 0;
          case 1 -> 1;
          case 2 -> 0.5;
          default -> random.nextDouble();
        };
    return new RoadPosition(random.nextInt(edges.edgeCount()), fraction);
  }

  public List<RoadPosition> positions(EdgeTimes edges, int count) {
    List<RoadPosition> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      positions.add(position(edges));
    }
    return positions;
  }

  public int nextInt(int bound) {
    return random.nextInt(bound);
  }
}
