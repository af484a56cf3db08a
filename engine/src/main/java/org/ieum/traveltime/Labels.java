package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/** The upward labels of many places, kept for repeated queries. Immutable. */
final class Labels {
  /** First cell of place i in {@link #cells}; has one entry more. */
  private final int[] start;

  /** Entries of the labels, two cells each: rank, time in ms. */
  private final int[] cells;

  private Labels(int[] start, int[] cells) {
    this.start = start;
    this.cells = cells;
  }

  /** Searches upwards from (or backwards, to) every position. */
  static Labels of(List<RoadPosition> positions, UpwardSearch search) {
    int[] start = new int[positions.size() + 1];
    IntArrayList cells = new IntArrayList(positions.size() * 128);
    for (int i = 0; i < positions.size(); i++) {
      search.run(positions.get(i));
      for (int j = 0; j < search.labelSize(); j++) {
        int rank = search.labelRank(j);
        cells.add(rank);
        cells.add(search.millis(rank));
      }
      start[i + 1] = cells.size();
    }
    return new Labels(start, cells.toIntArray());
  }

  int size() {
    return start.length - 1;
  }

  /** First cell of a place; steps of 2 up to {@code start(place + 1)}. */
  int start(int place) {
    return start[place];
  }

  int rank(int cell) {
    return cells[cell];
  }

  int millis(int cell) {
    return cells[cell + 1];
  }

  /** Shortest time by way of a common rank between a searched place and one of these, ms. */
  int best(int[] millisByRank, int place) {
    int[] entries = cells;
    int end = start[place + 1];
    int best = TravelTimes.UNREACHABLE;
    for (int i = start[place]; i < end; i += 2) {
      int sum = millisByRank[entries[i]] + entries[i + 1];
      if (sum < best) {
        best = sum;
      }
    }
    return best;
  }
}
