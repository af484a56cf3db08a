package org.ieum.traveltime;

import java.util.Arrays;

/**
 * The labels of many places side by side, so that the times between another place and all of them
 * cost one pass over the other's label.
 *
 * <p>Design note. Lanes as in bundled searches (KaRRi, Laupichler and Sanders, ALENEX 2024): each
 * rank that any label holds has a row with one time for each place, and rows are added and compared
 * four at once in a plain loop, which the compiler turns into vector instructions. With 55 places
 * the times to all cost about ten single ones.
 */
final class LabelBundle {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;
  private static final int NONE = -1;

  /** Places are made up to a multiple of this, so that loops need no rest. */
  private static final int LANES = 8;

  /** First cell of the row of rank i in {@link #rows}, or NONE. */
  private final int[] rowOfRank;

  /** Ranks that have a row, the first {@link #rankCount}. */
  private int[] ranks = new int[256];

  private int rankCount;

  /** A row after the other, one time for each place. */
  private int[] rows = new int[0];

  private int width;

  /** Least time to place i over the rows looked at. */
  private int[] best = new int[LANES];

  LabelBundle(int ranksInAll) {
    rowOfRank = new int[ranksInAll];
    Arrays.fill(rowOfRank, NONE);
  }

  /** Starts anew for a number of places. */
  void begin(int places) {
    for (int i = 0; i < rankCount; i++) {
      rowOfRank[ranks[i]] = NONE;
    }
    rankCount = 0;
    width = (places + LANES - 1) / LANES * LANES;
    if (width > best.length) {
      best = new int[width];
    }
  }

  /** Enters the label of a place: rank and time in turn. */
  void put(int place, int[] cells, int size) {
    for (int i = 0; i < size; i += 2) {
      int row = rowOfRank[cells[i]];
      if (row == NONE) {
        row = newRow(cells[i]);
      }
      rows[row + place] = cells[i + 1];
    }
  }

  private int newRow(int rank) {
    if (rankCount == ranks.length) {
      ranks = Arrays.copyOf(ranks, 2 * rankCount);
    }
    int row = rankCount * width;
    ranks[rankCount++] = rank;
    rowOfRank[rank] = row;
    if (row + width > rows.length) {
      rows = Arrays.copyOf(rows, 2 * (row + width));
    }
    Arrays.fill(rows, row, row + width, UNREACHABLE);
    return row;
  }

  /**
   * Finds the shortest times by way of common ranks between the places and one with a label.
   *
   * @return time for place i, valid until the next call
   */
  int[] best(int[] cells, int size) {
    Arrays.fill(best, 0, width, UNREACHABLE);
    int waiting = 0;
    int a = 0;
    int b = 0;
    int c = 0;
    int aMillis = 0;
    int bMillis = 0;
    int cMillis = 0;
    for (int i = 0; i < size; i += 2) {
      int row = rowOfRank[cells[i]];
      if (row == NONE) {
        continue;
      }
      int millis = cells[i + 1];
      switch (waiting++) {
        case 0 -> {
          a = row;
          aMillis = millis;
        }
        case 1 -> {
          b = row;
          bMillis = millis;
        }
        case 2 -> {
          c = row;
          cMillis = millis;
        }
        default -> {
          join(rows, a, aMillis, b, bMillis, c, cMillis, row, millis, best, width);
          waiting = 0;
        }
      }
    }
    if (waiting > 0) {
      // Rows that are not there are made up by the first.
      int second = waiting > 1 ? b : a;
      int third = waiting > 2 ? c : a;
      join(
          rows,
          a,
          aMillis,
          second,
          waiting > 1 ? bMillis : aMillis,
          third,
          waiting > 2 ? cMillis : aMillis,
          a,
          aMillis,
          best,
          width);
    }
    return best;
  }

  private static void join(
      int[] rows,
      int a,
      int aMillis,
      int b,
      int bMillis,
      int c,
      int cMillis,
      int d,
      int dMillis,
      int[] best,
      int width) {
    for (int i = 0; i < width; i++) {
      int ab = Math.min(rows[a + i] + aMillis, rows[b + i] + bMillis);
      int cd = Math.min(rows[c + i] + cMillis, rows[d + i] + dMillis);
      best[i] = Math.min(best[i], Math.min(ab, cd));
    }
  }
}
