package org.ieum.traveltime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the travel times of an area derive from the times of its edges and that threads can
 * share. Made once for each set of weights, in the background. Thread-safe.
 */
public final class RoadMetric {
  private final Hierarchy hierarchy;
  private final StopMatrix matrix;
  private final LabelStore fromNodes;
  private final LabelStore toNodes;
  private @Nullable Landmarks landmarks;

  /** Takes over a matrix known from before. */
  public RoadMetric(Hierarchy hierarchy, StopMatrix matrix) {
    this.hierarchy = hierarchy;
    this.matrix = matrix;
    fromNodes = new LabelStore(hierarchy.size());
    toNodes = new LabelStore(hierarchy.size());
  }

  /** Searches the matrix between stop points. */
  public static RoadMetric of(Hierarchy hierarchy, List<RoadPosition> stopPoints) {
    return new RoadMetric(hierarchy, new ManyToManyQuery(hierarchy).matrix(stopPoints));
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Times between the stop points. */
  public StopMatrix matrix() {
    return matrix;
  }

  /** Bounds for places beside the stop points; worked out when first asked for. */
  synchronized Landmarks landmarks() {
    Landmarks known = landmarks;
    if (known == null) {
      known = new Landmarks(hierarchy);
      landmarks = known;
    }
    return known;
  }

  /** Labels from nodes, made when they are first asked for. */
  LabelStore fromNodes() {
    return fromNodes;
  }

  /** Labels to nodes, made when they are first asked for. */
  LabelStore toNodes() {
    return toNodes;
  }

  /**
   * Whether a direction of an edge is closed that is open in other times.
   *
   * @throws IllegalArgumentException when the edges are others, or one is open that is closed there
   */
  boolean closesSomeOf(RoadMetric usual) {
    EdgeTimes own = hierarchy.graph().roads();
    EdgeTimes other = usual.hierarchy.graph().roads();
    if (own == other) {
      return false;
    }
    if (!own.hasSameEdges(other)) {
      throw new IllegalArgumentException("the new travel times are for other roads");
    }
    boolean closes = false;
    for (int edge = 0; edge < own.edgeCount(); edge++) {
      closes |= closes(own.forward(edge), other.forward(edge), edge);
      closes |= closes(own.backward(edge), other.backward(edge), edge);
    }
    return closes;
  }

  private static boolean closes(int own, int usual, int edge) {
    if (usual == EdgeTimes.CLOSED && own != EdgeTimes.CLOSED) {
      throw new IllegalArgumentException(
          "edge " + edge + " is open in a direction that is always closed");
    }
    return own == EdgeTimes.CLOSED && usual != EdgeTimes.CLOSED;
  }
}
