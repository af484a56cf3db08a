package org.ieum.road;

import java.util.Arrays;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.TurnCosts;

/** Turns that signs forbid, between lanes (see {@link TurnCosts}). Immutable. */
final class TurnRestrictions {
  /** Forbidden turns in order; the lane before in the upper 32 bits, the lane behind below. */
  private final long[] turns;

  /**
   * Takes forbidden turns, in any order.
   *
   * @param cells lane before and lane behind of turn i in the cells 2i and 2i+1
   */
  TurnRestrictions(int[] cells) {
    turns = new long[cells.length / 2];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = turn(cells[2 * i], cells[2 * i + 1]);
    }
    Arrays.sort(turns);
  }

  private static long turn(int fromLane, int toLane) {
    return (long) fromLane << 32 | toLane;
  }

  int size() {
    return turns.length;
  }

  boolean forbids(int fromLane, int toLane) {
    return Arrays.binarySearch(turns, turn(fromLane, toLane)) >= 0;
  }

  /** Forbidden turns as in the constructor, in order. */
  int[] toCells() {
    int[] cells = new int[2 * turns.length];
    for (int i = 0; i < turns.length; i++) {
      cells[2 * i] = (int) (turns[i] >> 32);
      cells[2 * i + 1] = (int) turns[i];
    }
    return cells;
  }

  /** The costs of all turns: one time for U-turns, nothing for others, but what is forbidden. */
  TurnCosts costs(int uTurn) {
    return (fromLane, toLane) -> {
      if (forbids(fromLane, toLane)) {
        return EdgeTimes.CLOSED;
      }
      return toLane == (fromLane ^ 1) ? uTurn : 0;
    };
  }
}
