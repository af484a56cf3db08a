package org.ieum.transit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays out trips by pattern; what the arrays mean stands in {@link Timetable}. */
final class TimetableArrays {
  final List<Timetable.Feed> feeds;
  final List<TransitStop> stops;
  final Map<String, Integer> stopsById = new TreeMap<>();
  final List<TransitRoute> routes;
  final List<TripInfo> trips = new ArrayList<>();

  /** See {@link Timetable}. */
  final int[] patternStart;

  /** See {@link Timetable}. */
  final int[] patternStops;

  /** See {@link Timetable}. */
  final byte[] patternFlags;

  /** See {@link Timetable}. */
  final int[] tripStart;

  /** See {@link Timetable}. */
  final int[] tripPattern;

  /** See {@link Timetable}. */
  final int[] timeStart;

  /** See {@link Timetable}. */
  final int[] arrivals;

  /** See {@link Timetable}. */
  final int[] departures;

  /** See {@link Timetable}. */
  final int[] headways;

  /** A trip as it was added. */
  record Added(TripInfo info, StopTimes times, int shift, int headway) {}

  private record PatternKey(int route, List<Integer> calls) {
    static PatternKey of(Added trip) {
      List<Integer> calls = new ArrayList<>();
      for (int i = 0; i < trip.times.length(); i++) {
        calls.add(trip.times.stop(i));
        calls.add((int) trip.times.flags(i));
      }
      return new PatternKey(trip.info.route(), calls);
    }
  }

  TimetableArrays(
      List<Timetable.Feed> feeds,
      List<TransitStop> stops,
      List<TransitRoute> routes,
      List<Added> added) {
    this.feeds = feeds;
    this.stops = stops;
    this.routes = routes;
    for (int i = 0; i < stops.size(); i++) {
      stopsById.put(stops.get(i).id(), i);
    }
    Map<PatternKey, List<Added>> patterns = new LinkedHashMap<>();
    int positions = 0;
    int times = 0;
    for (Added trip : added) {
      List<Added> same = patterns.computeIfAbsent(PatternKey.of(trip), k -> new ArrayList<>());
      if (same.isEmpty()) {
        positions += trip.times.length();
      }
      same.add(trip);
      times = Math.addExact(times, trip.times.length());
    }
    patternStart = new int[patterns.size() + 1];
    patternStops = new int[positions];
    patternFlags = new byte[positions];
    tripStart = new int[patterns.size() + 1];
    tripPattern = new int[added.size()];
    timeStart = new int[added.size()];
    arrivals = new int[times];
    departures = new int[times];
    headways = new int[added.size()];
    int pattern = 0;
    int time = 0;
    for (List<Added> same : patterns.values()) {
      same.sort(
          Comparator.comparingInt((Added a) -> a.times.departure(0) + a.shift)
              .thenComparing(a -> a.info.id()));
      StopTimes first = same.get(0).times;
      int at = patternStart[pattern];
      for (int i = 0; i < first.length(); i++) {
        patternStops[at + i] = first.stop(i);
        patternFlags[at + i] = first.flags(i);
      }
      patternStart[pattern + 1] = at + first.length();
      for (Added trip : same) {
        int index = trips.size();
        trips.add(trip.info);
        tripPattern[index] = pattern;
        headways[index] = trip.headway;
        timeStart[index] = time;
        for (int i = 0; i < first.length(); i++) {
          arrivals[time] = trip.times.arrival(i) + trip.shift;
          departures[time++] = trip.times.departure(i) + trip.shift;
        }
      }
      tripStart[++pattern] = trips.size();
    }
  }

  int patternCount() {
    return patternStart.length - 1;
  }

  int[] stopsOf(int pattern) {
    return Arrays.copyOfRange(patternStops, patternStart[pattern], patternStart[pattern + 1]);
  }

  TransitRoute routeOf(int pattern) {
    return routes.get(trips.get(tripStart[pattern]).route());
  }

  int routeIndexOf(int pattern) {
    return trips.get(tripStart[pattern]).route();
  }
}
