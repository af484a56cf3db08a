package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * A road graph in which turns cost time or are forbidden, as a plain graph on which the same
 * hierarchies and queries run.
 *
 * <p>Design note. In the line graph a node is a lane (see {@link TurnCosts}), more precisely the
 * moment when a vehicle enters it, and an arc is an allowed turn: the time along the first lane and
 * the turn into the next. A place at which a vehicle ends is then one node per admissible lane,
 * with the time from the lane's start; a place from which it starts is all lanes into which it can
 * turn at the end of its own. So the way round the block back to a place just behind is found like
 * any other. The line graph has about twice the nodes of the road graph; contracting with turn
 * costs inside GraphHopper instead takes four times as long for the same answers.
 *
 * <p>Immutable.
 */
public final class LineGraph {
  /** Only the lane from the base node of an edge. */
  public static final int FORWARD = 1;

  /** Only the lane to the base node of an edge. */
  public static final int BACKWARD = 2;

  /** Either lane. */
  public static final int EITHER = 3;

  private final EdgeTimes roads;
  private final EdgeTimes lanes;

  /** First arc from lane i; has one entry more. */
  private final int[] start;

  /** Time of the turn of arc i, ms. */
  private final int[] turns;

  private LineGraph(EdgeTimes roads, EdgeTimes lanes, int[] start, int[] turns) {
    this.roads = roads;
    this.lanes = lanes;
    this.start = start;
    this.turns = turns;
  }

  /** Takes all allowed turns between open lanes. */
  public static LineGraph of(EdgeTimes roads, TurnCosts costs) {
    int lanes = Math.multiplyExact(2, roads.edgeCount());
    int[] first = new int[roads.nodeCount()];
    Arrays.fill(first, -1);
    int[] next = new int[lanes];
    for (int lane = lanes - 1; lane >= 0; lane--) {
      if (millis(roads, lane) != EdgeTimes.CLOSED) {
        next[lane] = first[tail(roads, lane)];
        first[tail(roads, lane)] = lane;
      }
    }
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    IntArrayList turns = new IntArrayList();
    int[] start = new int[lanes + 1];
    for (int lane = 0; lane < lanes; lane++) {
      if (millis(roads, lane) != EdgeTimes.CLOSED) {
        for (int other = first[tail(roads, lane ^ 1)]; other >= 0; other = next[other]) {
          int turn = costs.millis(lane, other);
          if (turn < 0) {
            throw new IllegalArgumentException(
                "turn from lane " + lane + " to " + other + " must take >= 0 ms, was " + turn);
          }
          if (turn < EdgeTimes.CLOSED) {
            from.add(lane);
            to.add(other);
            turns.add(turn);
          }
        }
      }
      start[lane + 1] = from.size();
    }
    int[] fromLane = from.toIntArray();
    int[] turnMillis = turns.toIntArray();
    int[] forward = laneTimes(roads, fromLane, turnMillis);
    EdgeTimes edges =
        new EdgeTimes(lanes, fromLane, to.toIntArray(), forward, allClosed(forward.length));
    return new LineGraph(roads, edges, start, turnMillis);
  }

  /**
   * The same turns with other times of the roads, for {@link Customization}.
   *
   * @throws IllegalArgumentException when the edges are others, or a lane is open that was closed
   */
  public LineGraph with(EdgeTimes newRoads) {
    if (!newRoads.hasSameEdges(roads)) {
      throw new IllegalArgumentException("the new times are for other edges");
    }
    int[] fromLane = new int[turns.length];
    for (int lane = 0; lane < start.length - 1; lane++) {
      boolean opened =
          millis(roads, lane) == EdgeTimes.CLOSED && millis(newRoads, lane) != EdgeTimes.CLOSED;
      if (opened) {
        throw new IllegalArgumentException(
            "edge " + (lane >> 1) + " cannot be opened in a direction that was closed");
      }
      Arrays.fill(fromLane, start[lane], start[lane + 1], lane);
    }
    int[] forward = laneTimes(newRoads, fromLane, turns);
    return new LineGraph(
        newRoads, lanes.withTimes(forward, allClosed(forward.length)), start, turns);
  }

  private static int[] laneTimes(EdgeTimes roads, int[] fromLane, int[] turns) {
    int[] times = new int[fromLane.length];
    for (int arc = 0; arc < times.length; arc++) {
      times[arc] = Math.min(millis(roads, fromLane[arc]) + turns[arc], EdgeTimes.CLOSED);
    }
    return times;
  }

  private static int[] allClosed(int count) {
    int[] times = new int[count];
    Arrays.fill(times, EdgeTimes.CLOSED);
    return times;
  }

  private static int millis(EdgeTimes roads, int lane) {
    return (lane & 1) == 0 ? roads.forward(lane >> 1) : roads.backward(lane >> 1);
  }

  private static int tail(EdgeTimes roads, int lane) {
    return (lane & 1) == 0 ? roads.base(lane >> 1) : roads.adjacent(lane >> 1);
  }

  /** The times of the roads. */
  public EdgeTimes roads() {
    return roads;
  }

  /** The line graph itself: one node for each lane, one edge, open forward, for each turn. */
  public EdgeTimes edges() {
    return lanes;
  }

  /**
   * The lanes at which a vehicle may stand that stops at its own side of the road.
   *
   * @param rightOfEdge whether the place lies to the right of the edge, seen from its base node
   * @param rightHandTraffic whether vehicles keep to the right
   */
  public static int kerbSide(boolean rightOfEdge, boolean rightHandTraffic) {
    return rightOfEdge == rightHandTraffic ? FORWARD : BACKWARD;
  }

  /** Adds the lanes into which a vehicle can turn from a place, with the times until it does. */
  public void leave(RoadPosition from, int directions, Seeds seeds) {
    if ((directions & FORWARD) != 0) {
      leave(2 * from.edge(), rest(2 * from.edge(), from.fraction()), seeds);
    }
    if ((directions & BACKWARD) != 0) {
      leave(2 * from.edge() + 1, rest(2 * from.edge() + 1, from.fraction()), seeds);
    }
  }

  private void leave(int lane, int rest, Seeds seeds) {
    for (int arc = start[lane]; arc < start[lane + 1]; arc++) {
      seeds.add(lanes.adjacent(arc), rest + turns[arc]);
    }
  }

  /** Adds the lanes on which a place lies, with the times from their starts. */
  public void enter(RoadPosition to, int directions, Seeds seeds) {
    for (int side = 0; side < 2; side++) {
      int lane = 2 * to.edge() + side;
      if ((directions & 1 << side) != 0 && millis(roads, lane) != EdgeTimes.CLOSED) {
        seeds.add(lane, millis(roads, lane) - rest(lane, to.fraction()));
      }
    }
  }

  /** Time from a place to the end of a lane through it, ms, or CLOSED. */
  private int rest(int lane, double fraction) {
    int whole = millis(roads, lane);
    if (whole == EdgeTimes.CLOSED) {
      return EdgeTimes.CLOSED;
    }
    int cut = (int) Math.round(whole * fraction);
    return (lane & 1) == 0 ? whole - cut : cut;
  }

  /** Time between two places along one lane, ms, or {@link EdgeTimes#CLOSED}. */
  public int along(RoadPosition from, int fromDirections, RoadPosition to, int toDirections) {
    int best = EdgeTimes.CLOSED;
    for (int side = 0; side < 2 && from.edge() == to.edge(); side++) {
      int lane = 2 * from.edge() + side;
      int ahead = rest(lane, from.fraction());
      if ((fromDirections & toDirections & 1 << side) != 0 && ahead != EdgeTimes.CLOSED) {
        double way = side == 0 ? to.fraction() - from.fraction() : from.fraction() - to.fraction();
        best = way >= 0 ? Math.min(best, ahead - rest(lane, to.fraction())) : best;
      }
    }
    return best;
  }
}
