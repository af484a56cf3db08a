package org.ieum.traveltime;

import java.util.Arrays;

/**
 * A few labels written out by rank, so that the time between their places and any other costs one
 * pass over the other's label. The label used longest ago makes room for a new one.
 */
final class SpreadLabels {
  private static final int SLOTS = 4;
  private static final int NOBODY = Integer.MIN_VALUE;

  /** Time of rank r in slot i, UNREACHABLE where the label has none. */
  private final int[][] millis;

  /** Ranks written in slot i. */
  private final int[][] ranks;

  /** How many ranks are written in slot i. */
  private final int[] size = new int[SLOTS];

  /** Place in slot i. */
  private final int[] place = new int[SLOTS];

  /** When slot i was used last. */
  private final long[] used = new long[SLOTS];

  private long clock;

  SpreadLabels(int ranksInAll) {
    millis = new int[SLOTS][ranksInAll];
    ranks = new int[SLOTS][256];
    for (int slot = 0; slot < SLOTS; slot++) {
      Arrays.fill(millis[slot], TravelTimes.UNREACHABLE);
      place[slot] = NOBODY;
    }
  }

  /** The slot of a place, or -1. */
  int find(int wanted) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (place[slot] == wanted) {
        used[slot] = ++clock;
        return slot;
      }
    }
    return -1;
  }

  /** Writes a label out; returns its slot. */
  int spread(int newPlace, int[] cells, int cellCount) {
    int slot = 0;
    for (int other = 1; other < SLOTS; other++) {
      slot = used[other] < used[slot] ? other : slot;
    }
    forgetSlot(slot);
    if (cellCount / 2 > ranks[slot].length) {
      ranks[slot] = new int[cellCount];
    }
    for (int i = 0; i < cellCount; i += 2) {
      ranks[slot][i >> 1] = cells[i];
      millis[slot][cells[i]] = cells[i + 1];
    }
    size[slot] = cellCount / 2;
    place[slot] = newPlace;
    used[slot] = ++clock;
    return slot;
  }

  /** Forgets a place, whose number may soon mean another position. */
  void forget(int gone) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (place[slot] == gone) {
        forgetSlot(slot);
        used[slot] = 0;
      }
    }
  }

  /** Forgets all places. */
  void clear() {
    for (int slot = 0; slot < SLOTS; slot++) {
      forgetSlot(slot);
      used[slot] = 0;
    }
  }

  private void forgetSlot(int slot) {
    for (int i = 0; i < size[slot]; i++) {
      millis[slot][ranks[slot][i]] = TravelTimes.UNREACHABLE;
    }
    size[slot] = 0;
    place[slot] = NOBODY;
  }

  /** Shortest time by way of a common rank, ms. */
  int best(int slot, int[] cells, int cellCount) {
    int[] times = millis[slot];
    int best = TravelTimes.UNREACHABLE;
    for (int i = 0; i < cellCount; i += 2) {
      int sum = times[cells[i]] + cells[i + 1];
      if (sum < best) {
        best = sum;
      }
    }
    return best;
  }
}
