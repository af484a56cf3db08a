package org.ieum.traveltime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Travel times of a small directed graph by the algorithm of Floyd and Warshall; the plainest
 * reference there is. Stop point s is node s, so stop points come first among the nodes.
 */
public final class PlainTravelTimes implements TravelTimes {
  private final int stopPoints;
  private final List<Integer> reached = new ArrayList<>();

  /** Shortest time from node a to node b. */
  private final int[][] distance;

  /** Node after a on the shortest path from a to b. */
  private final int[][] hop;

  private PlainTravelTimes(int stopPoints, int[][] arcs) {
    this.stopPoints = stopPoints;
    int n = arcs.length;
    distance = new int[n][];
    hop = new int[n][n];
    for (int a = 0; a < n; a++) {
      distance[a] = arcs[a].clone();
      distance[a][a] = 0;
      for (int b = 0; b < n; b++) {
        hop[a][b] = b;
      }
    }
    for (int c = 0; c < n; c++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          if (distance[a][c] + distance[c][b] < distance[a][b]) {
            distance[a][b] = distance[a][c] + distance[c][b];
            hop[a][b] = hop[a][c];
          }
        }
      }
    }
  }

  /**
   * A map made by hand.
   *
   * @param nodes how many nodes it has
   * @param stopPoints how many of them, the first, are stop points
   * @param arcs {from, to, ms} each; both ways take the same time
   */
  public static PlainTravelTimes of(int nodes, int stopPoints, int[]... arcs) {
    int[][] matrix = new int[nodes][nodes];
    for (int[] row : matrix) {
      Arrays.fill(row, UNREACHABLE);
    }
    for (int[] arc : arcs) {
      matrix[arc[0]][arc[1]] = arc[2];
      matrix[arc[1]][arc[0]] = arc[2];
    }
    return new PlainTravelTimes(stopPoints, matrix);
  }

  /**
   * A random strongly connected graph: nodes in a plane, each joined to its nearest by arcs in both
   * directions of different times, and a ring through all.
   *
   * @param slowest roughly the longest arc, ms
   */
  public static PlainTravelTimes random(int nodes, int stopPoints, int slowest, Random random) {
    double[] x = random.doubles(nodes).toArray();
    double[] y = random.doubles(nodes).toArray();
    int[][] arcs = new int[nodes][nodes];
    for (int a = 0; a < nodes; a++) {
      Arrays.fill(arcs[a], UNREACHABLE);
    }
    for (int a = 0; a < nodes; a++) {
      join(arcs, a, (a + 1) % nodes, x, y, slowest, random);
      for (int n = 0; n < 3; n++) {
        join(arcs, a, nearest(a, x, y, arcs), x, y, slowest, random);
      }
    }
    return new PlainTravelTimes(stopPoints, arcs);
  }

  private static int nearest(int a, double[] x, double[] y, int[][] arcs) {
    int best = -1;
    for (int b = 0; b < x.length; b++) {
      if (b != a
          && arcs[a][b] == UNREACHABLE
          && (best < 0
              || Math.hypot(x[a] - x[b], y[a] - y[b])
                  < Math.hypot(x[a] - x[best], y[a] - y[best]))) {
        best = b;
      }
    }
    return best < 0 ? (a + 1) % x.length : best;
  }

  private static void join(
      int[][] arcs, int a, int b, double[] x, double[] y, int slowest, Random random) {
    double length = Math.hypot(x[a] - x[b], y[a] - y[b]);
    arcs[a][b] = (int) (length * slowest * (1 + 0.3 * random.nextDouble()));
    arcs[b][a] = (int) (length * slowest * (1 + 0.3 * random.nextDouble()));
  }

  @Override
  public int stopPointCount() {
    return stopPoints;
  }

  @Override
  public int duration(int fromPlace, int toStopPoint) {
    return distance[node(fromPlace)][toStopPoint];
  }

  /** A bound that is sometimes exact and sometimes says nothing. */
  @Override
  public int lowerBound(int fromPlace, int toPlace) {
    int duration = duration(fromPlace, toPlace);
    return (int) ((long) duration * ((31 * fromPlace + toPlace) & 3) / 3);
  }

  /** Sometimes finds all stop points in reach, sometimes says that any must be expected. */
  @Override
  public int approach(PlaceGroup group, int limit) {
    reached.clear();
    if ((limit & 1) == 0) {
      return -1;
    }
    for (int stop = 0; stop < stopPoints; stop++) {
      if (leastWithin(stop, group, limit) <= limit) {
        reached.add(stop);
      }
    }
    return reached.size();
  }

  @Override
  public int reached(int i) {
    return reached.get(i);
  }

  @Override
  public boolean remembersPath(int fromPlace, int toPlace) {
    return ((fromPlace + toPlace) & 1) == 0;
  }

  private static int node(int place) {
    return place < 0 ? ~place : place;
  }

  @Override
  public void findDiversion(int fromPlace, int toStopPoint, int elapsed, Diversion result) {
    int node = node(fromPlace);
    int clock = 0;
    while (clock < elapsed || node == node(fromPlace)) {
      int next = hop[node][toStopPoint];
      clock += distance[node][next];
      node = next;
      if (node == toStopPoint) {
        result.set(toStopPoint, clock);
        return;
      }
    }
    result.set(~node, clock);
  }
}
