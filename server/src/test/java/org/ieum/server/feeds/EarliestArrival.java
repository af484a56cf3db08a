package org.ieum.server.feeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ieum.transit.Footpaths;
import org.ieum.transit.Timetable;
import org.ieum.transit.TransitAccess;

/** Dijkstra's algorithm on a timetable: when one can be there at the earliest, and nothing else. */
final class EarliestArrival {
  private final Timetable timetable;
  private final Footpaths footpaths;

  /** Calls by stop: each a trip, its position, and the start of its day. */
  private final List<List<Call>> calls = new ArrayList<>();

  private record Call(int trip, int position, long dayStart) {}

  private record Node(long time, boolean ready, int stop) {}

  EarliestArrival(Timetable timetable, Footpaths footpaths, LocalDate day) {
    this.timetable = timetable;
    this.footpaths = footpaths;
    for (int stop = 0; stop < timetable.stopCount(); stop++) {
      calls.add(new ArrayList<>());
    }
    for (int trip = 0; trip < timetable.tripCount(); trip++) {
      int pattern = timetable.patternOf(trip);
      int feed = timetable.route(timetable.trip(trip).route()).feed();
      for (int shift = -1; shift <= 1; shift++) {
        LocalDate on = day.plusDays(shift);
        if (timetable.runs(trip, on)) {
          long start = timetable.dayStart(feed, on);
          for (int i = 0; i + 1 < timetable.length(pattern); i++) {
            if (timetable.canBoard(pattern, i)) {
              calls.get(timetable.stopAt(pattern, i)).add(new Call(trip, i, start));
            }
          }
        }
      }
    }
  }

  /** The earliest arrival, Unix seconds, or the limit plus one. */
  long find(List<TransitAccess> access, List<TransitAccess> egress, long limit, int slack) {
    long[] arrived = new long[timetable.stopCount()];
    long[] ready = new long[timetable.stopCount()];
    Arrays.fill(arrived, Long.MAX_VALUE);
    Arrays.fill(ready, Long.MAX_VALUE);
    PriorityQueue<Node> queue = new PriorityQueue<>(Comparator.comparingLong(Node::time));
    for (TransitAccess way : access) {
      relax(queue, ready, true, way.stop(), way.time());
    }
    while (!queue.isEmpty()) {
      Node node = queue.poll();
      if (node.time > (node.ready ? ready : arrived)[node.stop] || node.time > limit) {
        continue;
      }
      if (node.ready) {
        for (Call call : calls.get(node.stop)) {
          if (call.dayStart + timetable.departure(call.trip, call.position) >= node.time) {
            int pattern = timetable.patternOf(call.trip);
            for (int i = call.position + 1; i < timetable.length(pattern); i++) {
              long time = call.dayStart + timetable.arrival(call.trip, i);
              if (time > limit) {
                break;
              }
              if (timetable.canAlight(pattern, i)) {
                relax(queue, arrived, false, timetable.stopAt(pattern, i), time);
              }
            }
          }
        }
      } else {
        for (int way = footpaths.start(node.stop); way < footpaths.end(node.stop); way++) {
          relax(queue, ready, true, footpaths.to(way), node.time + footpaths.seconds(way, slack));
        }
      }
    }
    long best = limit + 1;
    for (TransitAccess way : egress) {
      if (arrived[way.stop()] < Long.MAX_VALUE) {
        best = Math.min(best, arrived[way.stop()] + way.time());
      }
    }
    return best;
  }

  private static void relax(
      PriorityQueue<Node> queue, long[] known, boolean ready, int stop, long time) {
    if (time < known[stop]) {
      known[stop] = time;
      queue.add(new Node(time, ready, stop));
    }
  }
}
