package org.ieum.traveltime;

/**
 * Shortest driving time between two places on a {@link LineGraph}. Reused, allocates nothing after
 * the first queries, belongs to one thread.
 */
public final class LineGraphQuery {
  private final LineGraph graph;
  private final OneToOneQuery query;
  private final Seeds start = new Seeds();
  private final Seeds end = new Seeds();

  /**
   * Prepares queries.
   *
   * @param hierarchy over {@link LineGraph#edges}
   */
  public LineGraphQuery(LineGraph graph, Hierarchy hierarchy) {
    this.graph = graph;
    query = new OneToOneQuery(hierarchy);
  }

  /**
   * Shortest time, ms, or {@link TravelTimes#UNREACHABLE}.
   *
   * @param fromDirections in which directions the vehicle may stand at the start
   * @param toDirections in which directions it may arrive
   */
  public int duration(RoadPosition from, int fromDirections, RoadPosition to, int toDirections) {
    start.clear();
    end.clear();
    graph.leave(from, fromDirections, start);
    graph.enter(to, toDirections, end);
    return query.duration(start, end, graph.along(from, fromDirections, to, toDirections));
  }
}
