package org.ieum.traveltime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ieum.model.CandidatePoint;

/**
 * The stop points within walking reach of a place. Walking takes the same time both ways, so one
 * answer serves the way to a stop point and the way from it. Exact: a search on the walking graph
 * up to the limit, which meets the stop points where they lie on their edges. Holds scratch memory
 * and belongs to one thread.
 */
public final class WalkAccess {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;

  private final FlatGraph graph;
  private final double metresPerSecond;
  private final List<RoadPosition> stopPoints;
  private final PositionsByEdge byEdge;
  private final LocalSearch search;

  /** Best time found to stop point i, ms, or UNREACHABLE. */
  private final int[] best;

  /** Stop points with a time, the first {@link #found}. */
  private final int[] list;

  private int found;

  /**
   * Prepares the search.
   *
   * @param graph the walking graph; walking times must be the same in both directions
   * @param stopPoints where the stop points lie on it
   * @param metresPerSecond walking speed, for the way between a place and the graph
   */
  public WalkAccess(FlatGraph graph, List<RoadPosition> stopPoints, double metresPerSecond) {
    this(
        graph,
        List.copyOf(stopPoints),
        metresPerSecond,
        new PositionsByEdge(graph.edges().edgeCount(), stopPoints));
  }

  private WalkAccess(
      FlatGraph graph,
      List<RoadPosition> stopPoints,
      double metresPerSecond,
      PositionsByEdge byEdge) {
    this.graph = graph;
    this.stopPoints = stopPoints;
    this.metresPerSecond = metresPerSecond;
    this.byEdge = byEdge;
    search = new LocalSearch(graph);
    best = new int[stopPoints.size()];
    Arrays.fill(best, UNREACHABLE);
    list = new int[stopPoints.size()];
  }

  /** The same for another thread; everything prepared is shared. */
  public WalkAccess fork() {
    return new WalkAccess(graph, stopPoints, metresPerSecond, byEdge);
  }

  /** Walking speed, metres per second. */
  public double metresPerSecond() {
    return metresPerSecond;
  }

  /**
   * All stop points within a time limit of a place beside the road, by walk duration, then index.
   * The straight way from the place to the road counts.
   *
   * @param limit longest walk, ms, included
   */
  public List<CandidatePoint> stopPointsAround(Snap place, int limit) {
    return candidates(place.position(), millis(place.distance()), limit);
  }

  /** All stop points within a time limit of a place on the road, like the above. */
  public List<CandidatePoint> stopPointsAround(RoadPosition place, int limit) {
    return candidates(place, 0, limit);
  }

  /** Time to walk a straight line of so many metres, ms. */
  public int millis(double metres) {
    return (int) Math.min(UNREACHABLE, Math.round(metres / metresPerSecond * 1000));
  }

  /**
   * Shortest walk between two places on the road, ms, or {@link TravelTimes#UNREACHABLE} when it
   * takes longer than the limit.
   */
  public int duration(RoadPosition from, RoadPosition to, int limit) {
    search.run(from, limit);
    EdgeTimes edges = graph.edges();
    int millis = edges.along(from, to);
    millis = Math.min(millis, search.millis(edges.base(to.edge())) + edges.fromBase(to));
    millis = Math.min(millis, search.millis(edges.adjacent(to.edge())) + edges.fromAdjacent(to));
    return millis <= limit ? millis : UNREACHABLE;
  }

  private List<CandidatePoint> candidates(RoadPosition place, int before, int limit) {
    if (before > limit) {
      return List.of();
    }
    int rest = limit - before;
    EdgeTimes edges = graph.edges();
    search.run(place, rest);
    for (int i = byEdge.start(place.edge()); i < byEdge.start(place.edge() + 1); i++) {
      int stopPoint = byEdge.position(i);
      reach(stopPoint, edges.along(place, stopPoints.get(stopPoint)), rest);
    }
    for (int i = 0; i < search.reachedCount(); i++) {
      int node = search.reached(i);
      int end = graph.outStart(node + 1);
      for (int arc = graph.outStart(node); arc < end; arc += 3) {
        reachAlong(graph.outEdge(arc), node, rest);
      }
    }
    return collect(before);
  }

  /** Reaches the stop points on an edge from one of its nodes. */
  private void reachAlong(int edge, int node, int rest) {
    EdgeTimes edges = graph.edges();
    for (int i = byEdge.start(edge); i < byEdge.start(edge + 1); i++) {
      int stopPoint = byEdge.position(i);
      RoadPosition to = stopPoints.get(stopPoint);
      int way = edges.base(edge) == node ? edges.fromBase(to) : edges.fromAdjacent(to);
      reach(stopPoint, search.millis(node) + way, rest);
    }
  }

  private void reach(int stopPoint, int millis, int rest) {
    if (millis <= rest && millis < best[stopPoint]) {
      if (best[stopPoint] == UNREACHABLE) {
        list[found++] = stopPoint;
      }
      best[stopPoint] = millis;
    }
  }

  private List<CandidatePoint> collect(int before) {
    long[] order = new long[found];
    for (int i = 0; i < found; i++) {
      order[i] = ((long) best[list[i]] << 32) | list[i];
      best[list[i]] = UNREACHABLE;
    }
    found = 0;
    Arrays.sort(order);
    List<CandidatePoint> result = new ArrayList<>(order.length);
    for (long pair : order) {
      result.add(new CandidatePoint((int) pair, before + (int) (pair >>> 32)));
    }
    return result;
  }

  /** Positions grouped by the edge on which they lie. */
  private static final class PositionsByEdge {
    /** First index in {@link #positions} of those on edge i; has one entry more. */
    private final int[] start;

    /** Indexes of positions, by edge. */
    private final int[] positions;

    PositionsByEdge(int edgeCount, List<RoadPosition> all) {
      start = new int[edgeCount + 1];
      for (RoadPosition position : all) {
        start[position.edge() + 1]++;
      }
      for (int edge = 0; edge < edgeCount; edge++) {
        start[edge + 1] += start[edge];
      }
      positions = new int[all.size()];
      int[] next = start.clone();
      for (int i = 0; i < positions.length; i++) {
        positions[next[all.get(i).edge()]++] = i;
      }
    }

    int start(int edge) {
      return start[edge];
    }

    int position(int i) {
      return positions[i];
    }
  }
}
