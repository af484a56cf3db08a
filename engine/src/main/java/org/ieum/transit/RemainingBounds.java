package org.ieum.transit;

import java.util.Arrays;
import java.util.List;

/**
 * What the rest of a journey takes at least from each stop: time, walking and fare, each by itself,
 * for every number of rides that may still follow. One pass backwards over the lines per ride, with
 * the shortest time of any run between neighbouring positions and without waiting.
 *
 * <p>Tickets already bought may make the rest free, so the fare is bounded only where no ticket is
 * good for transfers.
 */
final class RemainingBounds {
  static final int UNREACHABLE = Integer.MAX_VALUE / 4;

  private final int stopCount;

  /** Seconds, walking and fare from stop s, ready to enter, with up to j rides, at 3 (j n + s). */
  private int[] ready = new int[0];

  /** Seconds, walking and fare from stop s, having exited, with up to j rides, at 3 (j n + s). */
  private int[] exited = new int[0];

  private final SearchFares fares;

  /** What a ride of pattern i costs at least. */
  private final int[] lowestPrice;

  RemainingBounds(Timetable timetable, SearchFares fares) {
    this.fares = fares;
    stopCount = timetable.stopCount();
    lowestPrice = new int[timetable.patternCount()];
  }

  /** Bounds for up to the given number of rides and then one of the ways to the goal. */
  void compute(Lines lines, Footpaths paths, int slack, List<TransitAccess> ways, int rides) {
    int layer = 3 * stopCount;
    if (ready.length < layer * (rides + 1)) {
      ready = new int[layer * (rides + 1)];
      exited = new int[layer * (rides + 1)];
    }
    for (int p = 0; p < lowestPrice.length; p++) {
      lowestPrice[p] = fares.hasTransfers() ? 0 : fares.lowestPrice(p);
    }
    Arrays.fill(ready, 0, layer, UNREACHABLE);
    Arrays.fill(exited, 0, layer, UNREACHABLE);
    for (TransitAccess way : ways) {
      lower(exited, 3 * way.stop(), (int) way.time(), way.walking(), (int) way.fare());
    }
    for (int j = 1; j <= rides; j++) {
      System.arraycopy(ready, (j - 1) * layer, ready, j * layer, layer);
      System.arraycopy(exited, (j - 1) * layer, exited, j * layer, layer);
      ride(lines, (j - 1) * layer, j * layer);
      if (j < rides) {
        walk(paths, slack, j * layer);
      }
    }
  }

  private void ride(Lines lines, int from, int to) {
    for (int line = 0; line < lines.count(); line++) {
      int price = lowestPrice[lines.pattern[line]];
      int seconds = UNREACHABLE;
      int walking = UNREACHABLE;
      int fare = UNREACHABLE;
      for (int i = lines.start[line + 1] - 1; i >= lines.start[line]; i--) {
        int at = 3 * lines.stops[i];
        if (seconds < UNREACHABLE) {
          seconds += lines.leastRide[i];
          if ((lines.flags[i] & Lines.ENTER) != 0) {
            lower(ready, to + at, seconds, walking, fare);
          }
        }
        if ((lines.flags[i] & Lines.EXIT) != 0 && exited[from + at] < UNREACHABLE) {
          seconds = Math.min(seconds, exited[from + at]);
          walking = Math.min(walking, exited[from + at + 1]);
          fare = Math.min(fare, exited[from + at + 2] + price);
        }
      }
    }
  }

  private void walk(Footpaths paths, int slack, int layer) {
    for (int stop = 0; stop < stopCount; stop++) {
      for (int way = paths.start(stop); way < paths.end(stop); way++) {
        int at = layer + 3 * paths.to(way);
        if (ready[at] < UNREACHABLE) {
          lower(
              exited,
              layer + 3 * stop,
              ready[at] + paths.seconds(way, slack),
              ready[at + 1] + paths.walking(way),
              ready[at + 2]);
        }
      }
    }
  }

  private static void lower(int[] cells, int at, int seconds, int walking, int fare) {
    cells[at] = Math.min(cells[at], seconds);
    cells[at + 1] = Math.min(cells[at + 1], walking);
    cells[at + 2] = Math.min(cells[at + 2], fare);
  }

  /** Whether riders at a stop, ready to enter, cannot become a journey that is of use. */
  boolean isHopelessReady(
      Goals goals, int stop, int time, int walking, int fare, int vehicles, int rides) {
    return isHopeless(goals, ready, stop, time, walking, fare, vehicles, 1, rides);
  }

  /** Whether riders who have exited at a stop cannot become a journey that is of use. */
  boolean isHopelessExited(
      Goals goals, int stop, int time, int walking, int fare, int vehicles, int rides) {
    return isHopeless(goals, exited, stop, time, walking, fare, vehicles, 0, rides);
  }

  /** Whether the goal can be reached at all from a stop where one has exited. */
  boolean leadsOn(int stop, int rides) {
    return exited[3 * (rides * stopCount + stop)] < UNREACHABLE;
  }

  private boolean isHopeless(
      Goals goals,
      int[] cells,
      int stop,
      int time,
      int walking,
      int fare,
      int vehicles,
      int least,
      int rides) {
    int before = -1;
    for (int j = least; j <= rides; j++) {
      int at = 3 * (j * stopCount + stop);
      if (cells[at] >= UNREACHABLE) {
        continue;
      }
      if (before >= 0
          && cells[at] == cells[before]
          && cells[at + 1] == cells[before + 1]
          && cells[at + 2] == cells[before + 2]) {
        continue;
      }
      before = at;
      if (!goals.isHopeless(
          time + cells[at], walking + cells[at + 1], vehicles + j, fare + cells[at + 2])) {
        return false;
      }
    }
    return true;
  }
}
