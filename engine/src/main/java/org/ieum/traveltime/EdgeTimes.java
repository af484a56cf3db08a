package org.ieum.traveltime;

import java.util.Arrays;

/**
 * How long one mode of travel takes along each road edge, in both directions. All arithmetic on
 * positions is done here, in whole milliseconds: an edge of duration T is cut at fraction f into
 * {@code a = round(f * T)} before and {@code T - a} after the cut, so that the parts of a path
 * always add up to the whole. Immutable.
 */
public final class EdgeTimes {
  /** The time along an edge in a direction that is closed. */
  public static final int CLOSED = TravelTimes.UNREACHABLE;

  private final int nodeCount;

  /** Node at the start of edge i. */
  private final int[] base;

  /** Node at the other end of edge i. */
  private final int[] adjacent;

  /** Time along edge i from its base node, ms, or {@link #CLOSED}. */
  private final int[] forward;

  /** Time along edge i to its base node, ms, or {@link #CLOSED}. */
  private final int[] backward;

  /** Takes the arrays over; they are indexed by edge and have one length. */
  public EdgeTimes(int nodeCount, int[] base, int[] adjacent, int[] forward, int[] backward) {
    if (base.length != adjacent.length
        || base.length != forward.length
        || base.length != backward.length) {
      throw new IllegalArgumentException("the arrays of the edges must have one length");
    }
    for (int edge = 0; edge < base.length; edge++) {
      checkTime(edge, forward[edge]);
      checkTime(edge, backward[edge]);
    }
    this.nodeCount = nodeCount;
    this.base = base;
    this.adjacent = adjacent;
    this.forward = forward;
    this.backward = backward;
  }

  private static void checkTime(int edge, int millis) {
    if (millis < 0 || millis > CLOSED) {
      throw new IllegalArgumentException(
          "time of edge " + edge + " must be from 0 to " + CLOSED + ", was " + millis);
    }
  }

  /**
   * The same edges with other times; takes the arrays over.
   *
   * @param newForward time along edge i from its base node, ms, or {@link #CLOSED}
   * @param newBackward time along edge i to its base node, ms, or {@link #CLOSED}
   */
  public EdgeTimes withTimes(int[] newForward, int[] newBackward) {
    return new EdgeTimes(nodeCount, base, adjacent, newForward, newBackward);
  }

  /** Whether other times are for the same edges between the same nodes. */
  public boolean hasSameEdges(EdgeTimes other) {
    return nodeCount == other.nodeCount
        && Arrays.equals(base, other.base)
        && Arrays.equals(adjacent, other.adjacent);
  }

  public int nodeCount() {
    return nodeCount;
  }

  public int edgeCount() {
    return base.length;
  }

  /** Node at the start of an edge. */
  public int base(int edge) {
    return base[edge];
  }

  /** Node at the other end of an edge. */
  public int adjacent(int edge) {
    return adjacent[edge];
  }

  /** Time from the base node to the other end, ms, or {@link #CLOSED}. */
  public int forward(int edge) {
    return forward[edge];
  }

  /** Time from the other end to the base node, ms, or {@link #CLOSED}. */
  public int backward(int edge) {
    return backward[edge];
  }

  /** Whether the edge is open in at least one direction. */
  public boolean usable(int edge) {
    return forward[edge] != CLOSED || backward[edge] != CLOSED;
  }

  /** Time from a position to the base node of its edge along that edge, ms, or {@link #CLOSED}. */
  public int toBase(RoadPosition from) {
    return from.fraction() == 0 ? 0 : cut(backward[from.edge()], from.fraction());
  }

  /** Time from a position to the other end of its edge along that edge, ms, or {@link #CLOSED}. */
  public int toAdjacent(RoadPosition from) {
    return from.fraction() == 1 ? 0 : rest(forward[from.edge()], from.fraction());
  }

  /** Time from the base node of its edge to a position along that edge, ms, or {@link #CLOSED}. */
  public int fromBase(RoadPosition to) {
    return to.fraction() == 0 ? 0 : cut(forward[to.edge()], to.fraction());
  }

  /** Time from the other end of its edge to a position along that edge, ms, or {@link #CLOSED}. */
  public int fromAdjacent(RoadPosition to) {
    return to.fraction() == 1 ? 0 : rest(backward[to.edge()], to.fraction());
  }

  /**
   * Time between two positions on one edge without leaving it, ms, or {@link #CLOSED} when its
   * direction forbids it or they lie on different edges.
   */
  public int along(RoadPosition from, RoadPosition to) {
    if (from.edge() != to.edge()) {
      return CLOSED;
    }
    if (from.fraction() == to.fraction()) {
      return 0;
    }
    int edge = from.edge();
    if (from.fraction() < to.fraction()) {
      int whole = forward[edge];
      return whole == CLOSED ? CLOSED : cut(whole, to.fraction()) - cut(whole, from.fraction());
    }
    int whole = backward[edge];
    return whole == CLOSED ? CLOSED : cut(whole, from.fraction()) - cut(whole, to.fraction());
  }

  private static int cut(int whole, double fraction) {
    return whole == CLOSED ? CLOSED : (int) Math.round(whole * fraction);
  }

  private static int rest(int whole, double fraction) {
    return whole == CLOSED ? CLOSED : whole - cut(whole, fraction);
  }
}
