package org.ieum.traveltime;

/**
 * The graph on which a hierarchy stands, and where positions on the road join it.
 *
 * <p>Searches know nodes and edges only; what a node means is said here. In a {@link PlainGraph} it
 * is a node of the road graph. In a {@link LineGraph} it is the end of a lane, so that turns can
 * take time. A <em>lane</em> is a road edge in one direction: {@code 2 * edge} from its base node,
 * {@code 2 * edge + 1} to it.
 *
 * <p>Immutable.
 */
public interface SearchGraph {
  /** The nodes and edges between which searches run. */
  EdgeTimes edges();

  /** The road edges, to which positions belong. */
  EdgeTimes roads();

  /**
   * The same graph with other times of the roads.
   *
   * @throws IllegalArgumentException when the edges are others
   */
  SearchGraph with(EdgeTimes newRoads);

  /** Adds the nodes to which a position leads at once, at most two, with the lanes to them. */
  void leave(RoadPosition from, Seeds seeds);

  /** Adds the nodes from which a position is reached at once, with the lanes on which it lies. */
  void enter(RoadPosition to, Seeds seeds);

  /** Time between two positions along one lane, ms, or {@link EdgeTimes#CLOSED}. */
  int along(RoadPosition from, RoadPosition to);

  /** The node at which a vehicle on a lane can first turn off. */
  int endNode(int lane);

  /** Whether a vehicle that comes to the end of a lane is at a position. */
  boolean isAtEnd(int lane, RoadPosition position);

  /** The lane that is driven from start to end along an edge of the graph to one of its nodes. */
  int lane(int edge, int head);
}
