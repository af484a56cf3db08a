package org.ieum.transit;

import java.time.LocalDate;

/**
 * All runs of trips within a span of time, laid out for one direction of search. Immutable.
 *
 * <p>A search for the latest departure is one for the earliest arrival in a mirrored world: time
 * runs backwards, riders enter where they alight and exit where they board. So there is one search,
 * and the mirroring is done here. Times are seconds since the origin, to which the search looks
 * from later (or, mirrored, from earlier).
 *
 * <p>A line is a pattern with runs none of which overtakes another, whatever day they belong to; a
 * pattern whose trips overtake each other becomes several lines.
 */
final class Lines {
  /** Bit of a position's flags: riders may enter. */
  static final byte ENTER = 1;

  /** Bit of a position's flags: riders may exit. */
  static final byte EXIT = 2;

  private final boolean forward;
  private final long origin;

  /** Pattern of line i. */
  final int[] pattern;

  /** Whether a line has tickets for limited time, at i. */
  final boolean[] timed;

  /** Positions of line i are start[i] until start[i + 1] in the next three. */
  final int[] start;

  /** Stop at position i of all lines. */
  final int[] stops;

  /** {@link #ENTER} and {@link #EXIT} at position i of all lines. */
  final byte[] flags;

  /** How long any run takes at least from entering at position i to exiting at the next one. */
  final int[] leastRide;

  /** Runs of line i are runStart[i] until runStart[i + 1] in the next two. */
  final int[] runStart;

  /** Trip of run i. */
  final int[] runTrip;

  /** Service day of run i, days since 1970-01-01. */
  final int[] runDay;

  /** Where the times of line i begin in the next two; a run's positions lie side by side. */
  final int[] timeStart;

  /** Entering, seconds since the origin. */
  final int[] enter;

  /** Exiting, seconds since the origin. */
  final int[] exit;

  /** Calls at stop i are callStart[i] until callStart[i + 1] in the next two. */
  final int[] callStart;

  /** Line of call i; one enters there. */
  final int[] callLine;

  /** Position of call i in its line. */
  final int[] callPosition;

  Lines(boolean forward, long origin, LineCutter from) {
    this.forward = forward;
    this.origin = origin;
    pattern = from.pattern.toIntArray();
    start = from.start.toIntArray();
    stops = from.stops.toIntArray();
    flags = from.flags.toByteArray();
    leastRide = from.leastRide.toIntArray();
    runStart = from.runStart.toIntArray();
    runTrip = from.runTrip.toIntArray();
    runDay = from.runDay.toIntArray();
    timeStart = from.timeStart.toIntArray();
    enter = from.enter.toIntArray();
    exit = from.exit.toIntArray();
    timed = from.timed.toBooleanArray();
    callStart = new int[from.stopCount() + 1];
    for (int line = 0; line < pattern.length; line++) {
      for (int i = start[line]; i < start[line + 1] - 1; i++) {
        if ((flags[i] & ENTER) != 0) {
          callStart[stops[i] + 1]++;
        }
      }
    }
    for (int stop = 0; stop + 1 < callStart.length; stop++) {
      callStart[stop + 1] += callStart[stop];
    }
    int[] next = callStart.clone();
    callLine = new int[callStart[callStart.length - 1]];
    callPosition = new int[callLine.length];
    for (int line = 0; line < pattern.length; line++) {
      for (int i = start[line]; i < start[line + 1] - 1; i++) {
        if ((flags[i] & ENTER) != 0) {
          int call = next[stops[i]]++;
          callLine[call] = line;
          callPosition[call] = i - start[line];
        }
      }
    }
  }

  boolean isForward() {
    return forward;
  }

  int count() {
    return pattern.length;
  }

  int length(int line) {
    return start[line + 1] - start[line];
  }

  /** A moment as seconds since the origin, in the direction of the search. */
  long relative(long unix) {
    return forward ? unix - origin : origin - unix;
  }

  /** The moment that is so many seconds since the origin, Unix seconds. */
  long unix(int relative) {
    return forward ? origin + relative : origin - relative;
  }

  /** The position in the pattern that is at a position of a line; also the other way round. */
  int mirrored(int line, int position) {
    return forward ? position : length(line) - 1 - position;
  }

  int enterTime(int line, int run, int position) {
    return enter[timeStart[line] + run * length(line) + position];
  }

  int exitTime(int line, int run, int position) {
    return exit[timeStart[line] + run * length(line) + position];
  }

  int runCount(int line) {
    return runStart[line + 1] - runStart[line];
  }

  /** The first run of a line that one can enter at a position from a time on, or the count. */
  int firstRun(int line, int position, int time) {
    int length = length(line);
    int base = timeStart[line] + position;
    int low = 0;
    int high = runCount(line);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (enter[base + middle * length] >= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  int trip(int line, int run) {
    return runTrip[runStart[line] + run];
  }

  LocalDate day(int line, int run) {
    return LocalDate.ofEpochDay(runDay[runStart[line] + run]);
  }
}
