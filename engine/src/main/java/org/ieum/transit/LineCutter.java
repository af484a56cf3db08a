package org.ieum.transit;

import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts {@link Lines} for one span of time and one direction out of a timetable. */
final class LineCutter {
  private static final int DAY = 24 * 3600;

  final IntArrayList pattern = new IntArrayList();
  final IntArrayList start = new IntArrayList(new int[] {0});
  final IntArrayList stops = new IntArrayList();
  final ByteArrayList flags = new ByteArrayList();
  final IntArrayList leastRide = new IntArrayList();
  final IntArrayList runStart = new IntArrayList(new int[] {0});
  final IntArrayList runTrip = new IntArrayList();
  final IntArrayList runDay = new IntArrayList();
  final IntArrayList timeStart = new IntArrayList(new int[] {0});
  final IntArrayList enter = new IntArrayList();
  final IntArrayList exit = new IntArrayList();
  final BooleanArrayList timed = new BooleanArrayList();

  private final Timetable timetable;
  private final boolean forward;
  private final long origin;
  private final boolean accessibleOnly;

  /** A trip on a day; times count from the origin, at position i of the line. */
  private record Run(int trip, int day, RunTimes times) {}

  private static final class RunTimes {
    /** When one enters at position i. */
    final int[] enter;

    /** When one exits at position i. */
    final int[] exit;

    RunTimes(int length) {
      enter = new int[length];
      exit = new int[length];
    }

    boolean isNotBefore(RunTimes other) {
      for (int i = 0; i < enter.length; i++) {
        if (enter[i] < other.enter[i] || exit[i] < other.exit[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private LineCutter(Timetable timetable, boolean forward, long origin, boolean accessibleOnly) {
    this.timetable = timetable;
    this.forward = forward;
    this.origin = origin;
    this.accessibleOnly = accessibleOnly;
  }

  /**
   * Everything that runs within a span.
   *
   * @param from Unix seconds
   * @param to Unix seconds
   * @param accessibleOnly see {@link TransitOptions}
   */
  static Lines cut(
      Timetable timetable, long from, long to, boolean forward, boolean accessibleOnly) {
    LineCutter cutter = new LineCutter(timetable, forward, forward ? from : to, accessibleOnly);
    cutter.cut(from, to);
    return new Lines(forward, forward ? from : to, cutter);
  }

  int stopCount() {
    return timetable.stopCount();
  }

  private void cut(long from, long to) {
    int longest = 0;
    for (int trip = 0; trip < timetable.tripCount(); trip++) {
      int last = timetable.length(timetable.patternOf(trip)) - 1;
      longest = Math.max(longest, timetable.arrival(trip, last));
    }
    int firstDay = Math.toIntExact(Math.floorDiv(from - longest, DAY)) - 2;
    int lastDay = Math.toIntExact(Math.floorDiv(to, DAY)) + 2;
    int feeds = timetable.feeds().size();
    long[][] dayStart = new long[feeds][lastDay - firstDay + 1];
    for (int feed = 0; feed < feeds; feed++) {
      for (int day = firstDay; day <= lastDay; day++) {
        dayStart[feed][day - firstDay] = timetable.dayStart(feed, LocalDate.ofEpochDay(day));
      }
    }
    for (int p = 0; p < timetable.patternCount(); p++) {
      long[] starts = dayStart[timetable.route(timetable.routeOf(p)).feed()];
      List<Run> runs = new ArrayList<>();
      int last = timetable.length(p) - 1;
      for (int trip = timetable.firstTrip(p); trip < timetable.firstTrip(p + 1); trip++) {
        if (accessibleOnly && timetable.trip(trip).wheelchair() != Wheelchair.YES) {
          continue;
        }
        int service = timetable.trip(trip).service();
        for (int day = firstDay; day <= lastDay; day++) {
          long base = starts[day - firstDay];
          if (base + timetable.arrival(trip, last) >= from
              && base + timetable.departure(trip, 0) <= to
              && timetable.days().runs(service, day)) {
            runs.add(new Run(trip, day, times(trip, base)));
          }
        }
      }
      addLines(p, runs);
    }
  }

  private RunTimes times(int trip, long base) {
    int length = timetable.length(timetable.patternOf(trip));
    RunTimes times = new RunTimes(length);
    for (int i = 0; i < length; i++) {
      int at = forward ? i : length - 1 - i;
      long departure = base + timetable.departure(trip, i) - origin;
      long arrival = base + timetable.arrival(trip, i) - origin;
      times.enter[at] = Math.toIntExact(forward ? departure : -arrival);
      times.exit[at] = Math.toIntExact(forward ? arrival : -departure);
    }
    return times;
  }

  /** Gives each run to the first line in which it does not overtake the last one. */
  private void addLines(int p, List<Run> runs) {
    int length = timetable.length(p);
    runs.sort(
        Comparator.comparingInt((Run r) -> r.times.enter[0])
            .thenComparingInt(r -> r.times.exit[length - 1])
            .thenComparingInt(Run::trip)
            .thenComparingInt(Run::day));
    List<List<Run>> lines = new ArrayList<>();
    for (Run run : runs) {
      List<Run> fitting = null;
      for (List<Run> line : lines) {
        if (run.times.isNotBefore(line.get(line.size() - 1).times)) {
          fitting = line;
          break;
        }
      }
      if (fitting == null) {
        fitting = new ArrayList<>();
        lines.add(fitting);
      }
      fitting.add(run);
    }
    for (List<Run> line : lines) {
      addLine(p, line);
    }
  }

  private void addLine(int p, List<Run> runs) {
    int length = timetable.length(p);
    pattern.add(p);
    timed.add(timetable.fares().isTimed(p));
    for (int i = 0; i < length; i++) {
      int real = forward ? i : length - 1 - i;
      stops.add(timetable.stopAt(p, real));
      flags.add(flags(p, real));
      int least = Integer.MAX_VALUE;
      for (Run run : runs) {
        if (i + 1 < length) {
          least = Math.min(least, run.times.exit[i + 1] - run.times.enter[i]);
        }
      }
      leastRide.add(least);
    }
    start.add(stops.size());
    for (Run run : runs) {
      runTrip.add(run.trip);
      runDay.add(run.day);
      enter.addElements(enter.size(), run.times.enter);
      exit.addElements(exit.size(), run.times.exit);
    }
    runStart.add(runTrip.size());
    timeStart.add(enter.size());
  }

  private byte flags(int p, int position) {
    boolean closed =
        accessibleOnly
            && timetable.stop(timetable.stopAt(p, position)).wheelchair() == Wheelchair.NO;
    boolean board = timetable.canBoard(p, position) && !closed;
    boolean alight = timetable.canAlight(p, position) && !closed;
    boolean in = forward ? board : alight;
    boolean out = forward ? alight : board;
    return (byte) ((in ? Lines.ENTER : 0) | (out ? Lines.EXIT : 0));
  }
}
