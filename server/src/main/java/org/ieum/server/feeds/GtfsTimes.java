package org.ieum.server.feeds;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Optional;
import org.ieum.transit.StopTimes;

/** The rows of stop_times.txt that belong to one trip, in any order, until they become times. */
final class GtfsTimes {
  private static final int SIZE = 6;
  private static final int NO_TIME = -1;

  /** Sequence, arrival, departure, stop, flags and line of row i, at 6 i and behind. */
  private final IntArrayList cells = new IntArrayList();

  /** How far a stop is from another, metres. */
  interface Distance {
    double metres(int from, int to);
  }

  /** Where faults go. */
  interface Faults {
    void add(int line, String what);
  }

  /** Takes a row; times are seconds after the service day's start, or -1 if not told. */
  void add(
      int sequence, int arrival, int departure, int stop, boolean board, boolean alight, int line) {
    cells.add(sequence);
    cells.add(arrival);
    cells.add(departure);
    cells.add(stop);
    cells.add((board ? 1 : 0) | (alight ? 2 : 0));
    cells.add(line);
  }

  /**
   * The times of the trip, if two stops at least can be used and the first and the last are told.
   * Times not told are spread between those that are, by distance.
   */
  Optional<StopTimes> findTimes(String trip, Distance distance, Faults faults) {
    int[] rows = usable(trip, faults);
    int n = rows.length;
    if (n < 2) {
      faults.add(
          0, "trip '" + trip + "' has " + (n == 0 ? "no" : "only one") + " usable stop time");
      return Optional.empty();
    }
    int[] stops = new int[n];
    int[] arrivals = new int[n];
    int[] departures = new int[n];
    boolean[] board = new boolean[n];
    boolean[] alight = new boolean[n];
    for (int i = 0; i < n; i++) {
      stops[i] = cell(rows[i], 3);
      arrivals[i] = cell(rows[i], 1);
      departures[i] = cell(rows[i], 2);
      board[i] = (cell(rows[i], 4) & 1) != 0;
      alight[i] = (cell(rows[i], 4) & 2) != 0;
    }
    for (int end : new int[] {0, n - 1}) {
      if (arrivals[end] == NO_TIME) {
        faults.add(cell(rows[end], 5), "trip '" + trip + "' has no time at its first or last stop");
        return Optional.empty();
      }
    }
    spread(stops, arrivals, departures, distance);
    return Optional.of(new StopTimes(stops, arrivals, departures, board, alight));
  }

  /** Rows by sequence, without those that come twice or go back in time. */
  private int[] usable(String trip, Faults faults) {
    int[] order = new int[cells.size() / SIZE];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    IntArrays.stableSort(order, (a, b) -> Integer.compare(cell(a, 0), cell(b, 0)));
    IntArrayList kept = new IntArrayList();
    int last = 0;
    for (int row : order) {
      int arrival = cell(row, 1);
      int departure = cell(row, 2);
      int line = cell(row, 5);
      if (!kept.isEmpty() && cell(kept.getInt(kept.size() - 1), 0) == cell(row, 0)) {
        faults.add(line, "trip '" + trip + "' has stop_sequence " + cell(row, 0) + " twice");
      } else if (arrival != NO_TIME && (arrival < last || departure < arrival)) {
        faults.add(
            line,
            "times of trip '"
                + trip
                + "' must not decrease, were "
                + text(last)
                + ", then "
                + text(arrival)
                + " and "
                + text(departure));
      } else {
        kept.add(row);
        last = arrival == NO_TIME ? last : departure;
      }
    }
    return kept.toIntArray();
  }

  private static void spread(int[] stops, int[] arrivals, int[] departures, Distance distance) {
    int known = 0;
    for (int i = 1; i < stops.length; i++) {
      if (arrivals[i] == NO_TIME) {
        continue;
      }
      double[] way = new double[i - known + 1];
      for (int j = known + 1; j <= i; j++) {
        way[j - known] = way[j - known - 1] + distance.metres(stops[j - 1], stops[j]);
      }
      double all = way[i - known];
      int span = arrivals[i] - departures[known];
      for (int j = known + 1; j < i; j++) {
        double share = all > 0 ? way[j - known] / all : (double) (j - known) / (i - known);
        arrivals[j] = departures[known] + (int) (span * share);
        departures[j] = arrivals[j];
      }
      known = i;
    }
  }

  private static String text(int seconds) {
    return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private int cell(int row, int field) {
    return cells.getInt(row * SIZE + field);
  }
}
