package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * A road graph in which turns cost time or are forbidden, as a graph on which the same hierarchies
 * and queries run.
 *
 * <p>Design note. A node of the line graph is a lane, more precisely the moment when a vehicle
 * comes to its end and has not turned yet; an edge is an allowed turn: the turn itself and the time
 * along the lane behind it. So a moving vehicle, which finishes the edge that it is on, can first
 * be diverted at a node, and a place from which a vehicle starts leads to just one. A place at
 * which it arrives is entered from the ends of all lanes from which one can turn into its own. (The
 * other way round, with nodes at the starts of lanes, arriving would be simple; but then labels,
 * exits and landmarks of moving vehicles and of the many scheduled stops would have several nodes.)
 *
 * <p>A place lies on one lane, and a vehicle that stopped there goes on in the direction in which
 * it came. With both directions allowed a stop would be a free U-turn; then a way over a third
 * place can be quicker than the way without, on which the bounds of dispatch rely. A stop that is
 * served from both sides is two places.
 *
 * <p>Immutable.
 */
public final class LineGraph implements SearchGraph {
  private static final int CLOSED = EdgeTimes.CLOSED;

  private final EdgeTimes roads;
  private final EdgeTimes edges;

  /** First turn into lane i; has one entry more. Turns are the edges of the graph. */
  private final int[] start;

  /** Time of turn i itself, ms. */
  private final int[] turns;

  private LineGraph(EdgeTimes roads, EdgeTimes edges, int[] start, int[] turns) {
    this.roads = roads;
    this.edges = edges;
    this.start = start;
    this.turns = turns;
  }

  /** Takes all allowed turns between open lanes. */
  public static LineGraph of(EdgeTimes roads, TurnCosts costs) {
    int lanes = Math.multiplyExact(2, roads.edgeCount());
    int[] firstTo = new int[roads.nodeCount()];
    Arrays.fill(firstTo, -1);
    int[] next = new int[lanes];
    for (int lane = lanes - 1; lane >= 0; lane--) {
      if (millis(roads, lane) != CLOSED) {
        next[lane] = firstTo[tail(roads, lane ^ 1)];
        firstTo[tail(roads, lane ^ 1)] = lane;
      }
    }
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    IntArrayList turns = new IntArrayList();
    int[] start = new int[lanes + 1];
    for (int lane = 0; lane < lanes; lane++) {
      if (millis(roads, lane) != CLOSED) {
        for (int other = firstTo[tail(roads, lane)]; other >= 0; other = next[other]) {
          int turn = costs.millis(other, lane);
          if (turn < 0) {
            throw new IllegalArgumentException(
                "turn from lane " + other + " to " + lane + " must take >= 0 ms, was " + turn);
          }
          if (turn < CLOSED) {
            from.add(other);
            to.add(lane);
            turns.add(turn);
          }
        }
      }
      start[lane + 1] = from.size();
    }
    int[] toLane = to.toIntArray();
    int[] turnMillis = turns.toIntArray();
    int[] forward = edgeMillis(roads, toLane, turnMillis);
    EdgeTimes edges =
        new EdgeTimes(lanes, from.toIntArray(), toLane, forward, allClosed(forward.length));
    return new LineGraph(roads, edges, start, turnMillis);
  }

  /**
   * The same turns with other times of the roads.
   *
   * @throws IllegalArgumentException when the edges are others, or a lane is open that was closed
   */
  @Override
  public LineGraph with(EdgeTimes newRoads) {
    if (!newRoads.hasSameEdges(roads)) {
      throw new IllegalArgumentException("the new times are for other edges");
    }
    int[] toLane = new int[turns.length];
    for (int lane = 0; lane < start.length - 1; lane++) {
      if (millis(roads, lane) == CLOSED && millis(newRoads, lane) != CLOSED) {
        throw new IllegalArgumentException(
            "edge " + (lane >> 1) + " cannot be opened in a direction that was closed");
      }
      Arrays.fill(toLane, start[lane], start[lane + 1], lane);
    }
    int[] forward = edgeMillis(newRoads, toLane, turns);
    return new LineGraph(
        newRoads, edges.withTimes(forward, allClosed(forward.length)), start, turns);
  }

  private static int[] edgeMillis(EdgeTimes roads, int[] toLane, int[] turns) {
    int[] times = new int[toLane.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = Math.min(turns[i] + millis(roads, toLane[i]), CLOSED);
    }
    return times;
  }

  private static int[] allClosed(int count) {
    int[] times = new int[count];
    Arrays.fill(times, CLOSED);
    return times;
  }

  private static int millis(EdgeTimes roads, int lane) {
    return (lane & 1) == 0 ? roads.forward(lane >> 1) : roads.backward(lane >> 1);
  }

  private static int tail(EdgeTimes roads, int lane) {
    return (lane & 1) == 0 ? roads.base(lane >> 1) : roads.adjacent(lane >> 1);
  }

  @Override
  public EdgeTimes edges() {
    return edges;
  }

  @Override
  public EdgeTimes roads() {
    return roads;
  }

  /** The lane on which a position lies. */
  private int lane(RoadPosition position) {
    int edge = position.edge();
    return switch (position.heading()) {
      case FORWARD -> 2 * edge;
      case BACKWARD -> 2 * edge + 1;
      case EITHER -> roads.forward(edge) != CLOSED ? 2 * edge : 2 * edge + 1;
    };
  }

  /** Time from a position to the end of its lane, ms, or CLOSED. */
  private int rest(int lane, RoadPosition position) {
    int whole = millis(roads, lane);
    if (whole == CLOSED) {
      return CLOSED;
    }
    int cut = (int) Math.round(whole * position.fraction());
    return (lane & 1) == 0 ? whole - cut : cut;
  }

  @Override
  public void leave(RoadPosition from, Seeds seeds) {
    int lane = lane(from);
    seeds.add(lane, rest(lane, from), lane);
  }

  @Override
  public void enter(RoadPosition to, Seeds seeds) {
    int lane = lane(to);
    int whole = millis(roads, lane);
    if (whole == CLOSED) {
      return;
    }
    int until = whole - rest(lane, to);
    for (int turn = start[lane]; turn < start[lane + 1]; turn++) {
      if (edges.forward(turn) != CLOSED) {
        seeds.add(edges.base(turn), turns[turn] + until, lane);
      }
    }
  }

  @Override
  public int along(RoadPosition from, RoadPosition to) {
    int lane = lane(from);
    if (lane != lane(to)) {
      return CLOSED;
    }
    if (from.fraction() == to.fraction()) {
      return 0;
    }
    boolean ahead = from.fraction() < to.fraction() == ((lane & 1) == 0);
    int rest = rest(lane, from);
    return ahead && rest != CLOSED ? rest - rest(lane, to) : CLOSED;
  }

  @Override
  public int endNode(int lane) {
    return lane;
  }

  @Override
  public boolean isAtEnd(int lane, RoadPosition position) {
    return lane(position) == lane
        && position.fraction() > 0.5 == ((lane & 1) == 0)
        && rest(lane, position) == 0;
  }

  @Override
  public int lane(int edge, int head) {
    return head;
  }
}
