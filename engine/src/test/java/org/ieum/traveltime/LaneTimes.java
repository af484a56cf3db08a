package org.ieum.traveltime;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The plainest driving times with turn costs: Dijkstra's algorithm over (edge, direction) states,
 * from one position or from the end of one lane.
 */
public final class LaneTimes {
  private static final int CLOSED = EdgeTimes.CLOSED;

  private final EdgeTimes roads;
  private final TurnCosts costs;

  /** Time at which lane i is entered at its start. */
  private final int[] entered;

  /** Where it started on a lane, or null when at its end. */
  private @Nullable RoadPosition start;

  private final int startLane;
  private final PriorityQueue<int[]> queue =
      new PriorityQueue<>((a, b) -> Integer.compare(a[0], b[0]));

  private LaneTimes(EdgeTimes roads, TurnCosts costs, int startLane) {
    this.roads = roads;
    this.costs = costs;
    this.startLane = startLane;
    entered = new int[2 * roads.edgeCount()];
    Arrays.fill(entered, CLOSED);
  }

  public static LaneTimes from(EdgeTimes roads, TurnCosts costs, RoadPosition position) {
    int lane = lane(roads, position);
    LaneTimes times = new LaneTimes(roads, costs, lane);
    times.start = position;
    if (millis(roads, lane) != CLOSED) {
      times.run(lane, millis(roads, lane) - until(roads, lane, position.fraction()));
    }
    return times;
  }

  public static LaneTimes fromEnd(EdgeTimes roads, TurnCosts costs, int lane) {
    LaneTimes times = new LaneTimes(roads, costs, lane);
    times.run(lane, 0);
    return times;
  }

  static int lane(EdgeTimes roads, RoadPosition position) {
    boolean forward =
        position.heading() == Heading.EITHER
            ? roads.forward(position.edge()) != CLOSED
            : position.heading() == Heading.FORWARD;
    return forward ? 2 * position.edge() : 2 * position.edge() + 1;
  }

  static int millis(EdgeTimes roads, int lane) {
    return lane % 2 == 0 ? roads.forward(lane / 2) : roads.backward(lane / 2);
  }

  static int tail(EdgeTimes roads, int lane) {
    return lane % 2 == 0 ? roads.base(lane / 2) : roads.adjacent(lane / 2);
  }

  static int head(EdgeTimes roads, int lane) {
    return lane % 2 == 0 ? roads.adjacent(lane / 2) : roads.base(lane / 2);
  }

  /** Time from the start of a lane to a fraction of its edge. */
  static int until(EdgeTimes roads, int lane, double fraction) {
    int cut = (int) Math.round(millis(roads, lane) * fraction);
    return lane % 2 == 0 ? cut : millis(roads, lane) - cut;
  }

  private void run(int lane, int end) {
    turn(lane, end);
    while (!queue.isEmpty()) {
      int[] next = queue.remove();
      if (next[0] == entered[next[1]]) {
        turn(next[1], next[0] + millis(roads, next[1]));
      }
    }
  }

  private void turn(int lane, int end) {
    for (int other = 0; other < entered.length; other++) {
      if (tail(roads, other) == head(roads, lane)
          && millis(roads, other) != CLOSED
          && costs.millis(lane, other) != CLOSED
          && end + costs.millis(lane, other) < entered[other]) {
        entered[other] = end + costs.millis(lane, other);
        queue.add(new int[] {entered[other], other});
      }
    }
  }

  /** Time to a position, ms, or {@link TravelTimes#UNREACHABLE}. */
  public int to(RoadPosition position) {
    int lane = lane(roads, position);
    RoadPosition from = start;
    if (from != null && lane == startLane && from.fraction() == position.fraction()) {
      return 0;
    }
    if (millis(roads, lane) == CLOSED) {
      return TravelTimes.UNREACHABLE;
    }
    int until = until(roads, lane, position.fraction());
    int around = Math.min(entered[lane] + until, TravelTimes.UNREACHABLE);
    if (lane != startLane) {
      return around;
    }
    if (from == null) {
      boolean near = lane % 2 == 0 ? position.fraction() > 0.5 : position.fraction() < 0.5;
      return near && until == millis(roads, lane) ? 0 : around;
    }
    boolean ahead =
        lane % 2 == 0
            ? from.fraction() < position.fraction()
            : from.fraction() > position.fraction();
    return ahead ? Math.min(around, until - until(roads, lane, from.fraction())) : around;
  }
}
