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

  /** Usual time along the arc from node a to node b, or UNREACHABLE. */
  private final int[][] arcs;

  private final Paths usual;
  private Paths paths;

  /** All shortest paths for some times of the arcs. */
  private static final class Paths {
    /** Shortest time from node a to node b. */
    private final int[][] distance;

    /** Node after a on the shortest path from a to b. */
    private final int[][] hop;

    Paths(int[][] arcs) {
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

    /** The nodes of a path with the times at which it passes them. */
    List<Integer> nodes(int from, int to) {
      List<Integer> nodes = new ArrayList<>();
      int clock = 0;
      for (int node = from; node != to; node = hop[node][to]) {
        nodes.add(node);
        nodes.add(clock);
        clock += distance[node][hop[node][to]];
      }
      nodes.add(clock);
      return nodes;
    }
  }

  private PlainTravelTimes(int stopPoints, int[][] arcs) {
    this.stopPoints = stopPoints;
    this.arcs = arcs;
    usual = new Paths(arcs);
    paths = usual;
  }

  /** The usual times again. */
  public NewTravelTimes usualAgain() {
    return change(usual);
  }

  /** Random traffic: arcs take from half to twice the usual time, some are closed. */
  public NewTravelTimes traffic(double closed, Random random) {
    int[][] changed = new int[arcs.length][];
    for (int a = 0; a < changed.length; a++) {
      changed[a] = arcs[a].clone();
      for (int b = 0; b < changed.length; b++) {
        if (changed[a][b] < UNREACHABLE) {
          changed[a][b] =
              random.nextDouble() < closed
                  ? UNREACHABLE
                  : (int) (changed[a][b] * (0.5 + 1.5 * random.nextDouble()));
        }
      }
    }
    return change(new Paths(changed));
  }

  /** All arcs take so many times as long as usual. */
  public NewTravelTimes scaled(int times) {
    int[][] changed = new int[arcs.length][];
    for (int a = 0; a < changed.length; a++) {
      changed[a] = arcs[a].clone();
      for (int b = 0; b < changed.length; b++) {
        changed[a][b] = (int) Math.min(UNREACHABLE, (long) changed[a][b] * times);
      }
    }
    return change(new Paths(changed));
  }

  /** The usual times with both directions between two nodes closed. */
  public NewTravelTimes without(int node, int other) {
    int[][] changed = new int[arcs.length][];
    for (int a = 0; a < changed.length; a++) {
      changed[a] = arcs[a].clone();
    }
    changed[node][other] = UNREACHABLE;
    changed[other][node] = UNREACHABLE;
    return change(new Paths(changed));
  }

  /** The times of now once more. */
  public NewTravelTimes same() {
    return change(paths);
  }

  private NewTravelTimes change(Paths next) {
    return new NewTravelTimes() {
      @Override
      public boolean changesPath(int fromPlace, int toPlace) {
        int from = node(fromPlace);
        return !driven(paths, from, toPlace)
            .nodes(from, toPlace)
            .equals(driven(next, from, toPlace).nodes(from, toPlace));
      }

      @Override
      public void takeOver() {
        paths = next;
      }
    };
  }

  /** The paths by which a vehicle goes from one node to another. */
  private Paths driven(Paths now, int from, int to) {
    return now.distance[from][to] < UNREACHABLE ? now : usual;
  }

  @Override
  public boolean isCutOff(int fromPlace, int toPlace) {
    return duration(fromPlace, toPlace) >= UNREACHABLE;
  }

  @Override
  public int durationAnyway(int fromPlace, int toPlace) {
    int from = node(fromPlace);
    return driven(paths, from, toPlace).distance[from][toPlace];
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
   * @param grain all arcs take a multiple of this, ms
   */
  public static PlainTravelTimes random(
      int nodes, int stopPoints, int slowest, int grain, Random random) {
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
    for (int[] row : arcs) {
      for (int b = 0; b < nodes; b++) {
        row[b] = row[b] == UNREACHABLE ? row[b] : (row[b] + grain - 1) / grain * grain;
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
    return paths.distance[node(fromPlace)][toStopPoint];
  }

  @Override
  public boolean isAt(int edgeEnd, int place) {
    return node(edgeEnd) == place;
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
    Paths driven = driven(paths, node, toStopPoint);
    int clock = 0;
    while (clock < elapsed || node == node(fromPlace)) {
      int next = driven.hop[node][toStopPoint];
      clock += driven.distance[node][next];
      node = next;
      if (node == toStopPoint) {
        result.set(toStopPoint, clock);
        return;
      }
    }
    result.set(~node, clock);
  }
}
