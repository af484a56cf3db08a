package org.ieum.server.report;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.server.report.VehicleDay.LoadChange;
import org.ieum.server.report.VehicleDay.TrackPoint;

/**
 * A made-up day that looks like a real one: a town of crooked streets, stops on them, vehicles that
 * drive along the streets from stop to stop, peaks in the morning and the afternoon. Nothing is
 * dispatched; riders board and get off by chance.
 */
final class SampleDay {
  static final int HOUR = 3_600_000;
  private static final int START = 5 * HOUR + HOUR / 2;
  private static final int END = 23 * HOUR + HOUR / 2;
  private static final int BIN = 300_000;
  private static final int SEATS = 16;
  private static final double METRES_PER_MILLI = 0.008;

  private final Random random;
  private final List<Road> roads;
  private final Map<LatLon, List<LatLon>> neighbours = new LinkedHashMap<>();
  private final List<LatLon> stops = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<LatLon, Integer> boardings = new HashMap<>();
  private final Map<LatLon, Integer> alightings = new HashMap<>();
  private final List<Integer> waits = new ArrayList<>();
  private final List<Integer> rides = new ArrayList<>();
  // Element [bin][kind]: vehicle milliseconds; kind 0 is break, 1 idle, 2 + i driving with i
  // riders.
  private final double[][] uses = new double[24 * HOUR / BIN][3 + SEATS];

  private SampleDay(long seed, List<Road> roads, int stopCount) {
    this.random = new Random(seed);
    this.roads = roads;
    for (Road road : roads) {
      if (road.kind() != Road.Kind.PATH) {
        for (int i = 1; i < road.points().size(); i++) {
          join(road.points().get(i - 1), road.points().get(i));
          join(road.points().get(i), road.points().get(i - 1));
        }
      }
    }
    List<LatLon> places = new ArrayList<>(reachable());
    Collections.shuffle(places, random);
    for (LatLon place : places.subList(0, Math.min(stopCount, places.size()))) {
      names.add("Stop " + (char) ('A' + stops.size() % 26) + (stops.size() / 26 + 1));
      stops.add(place);
    }
  }

  private void join(LatLon from, LatLon to) {
    neighbours.computeIfAbsent(from, place -> new ArrayList<>()).add(to);
  }

  /** A town of so many blocks to each side. */
  static ReportData town(long seed, int blocks, int vehicles) {
    return of(seed, grid(seed, blocks), Math.max(4, blocks * blocks / 6), vehicles);
  }

  /** A day on given roads. */
  static ReportData of(long seed, List<Road> roads, int stopCount, int vehicles) {
    return new SampleDay(seed, roads, stopCount).drive(seed, vehicles);
  }

  /** Streets on a grid with crooked corners; every fifth is a main road, and paths cross blocks. */
  static List<Road> grid(long seed, int blocks) {
    Random random = new Random(seed);
    LatLon[][] corners = new LatLon[blocks + 1][blocks + 1];
    for (int i = 0; i <= blocks; i++) {
      for (int k = 0; k <= blocks; k++) {
        double lat = 57.70 + 0.0022 * (i - blocks / 2.0 + 0.5 * random.nextDouble());
        double lon = 11.97 + 0.0040 * (k - blocks / 2.0 + 0.5 * random.nextDouble());
        corners[i][k] = new LatLon(lat, lon);
      }
    }
    List<Road> roads = new ArrayList<>();
    for (int i = 0; i <= blocks; i++) {
      for (int k = 0; k < blocks; k++) {
        Road.Kind kind = i % 5 == 2 ? Road.Kind.MAIN : Road.Kind.MINOR;
        roads.add(new Road(kind, List.of(corners[i][k], corners[i][k + 1])));
        roads.add(new Road(kind, List.of(corners[k][i], corners[k + 1][i])));
        if (i < blocks && random.nextInt(3) == 0) {
          roads.add(new Road(Road.Kind.PATH, List.of(corners[i][k], corners[i + 1][k + 1])));
        }
      }
    }
    return roads;
  }

  private List<LatLon> reachable() {
    List<LatLon> best = List.of();
    int tries = 0;
    for (LatLon start : neighbours.keySet()) {
      List<LatLon> found = new ArrayList<>(search(start, null).keySet());
      best = found.size() > best.size() ? found : best;
      if (++tries == 20 || best.size() * 2 > neighbours.size()) {
        break;
      }
    }
    return best;
  }

  /** Fewest-corner search: each place reached, and the place before it. */
  private Map<LatLon, LatLon> search(LatLon from, @org.jspecify.annotations.Nullable LatLon to) {
    Map<LatLon, LatLon> before = new LinkedHashMap<>();
    Deque<LatLon> open = new ArrayDeque<>();
    before.put(from, from);
    open.add(from);
    while (!open.isEmpty() && (to == null || !before.containsKey(to))) {
      LatLon place = open.remove();
      for (LatLon next : neighbours.getOrDefault(place, List.of())) {
        if (before.putIfAbsent(next, place) == null) {
          open.add(next);
        }
      }
    }
    return before;
  }

  private ReportData drive(long seed, int vehicleCount) {
    List<VehicleDay> vehicles = new ArrayList<>();
    for (int i = 0; i < vehicleCount; i++) {
      vehicles.add(vehicle("Bus " + (i + 1), i));
    }
    List<OccupancyBin> bins = new ArrayList<>();
    for (int bin = START / BIN; bin < END / BIN; bin++) {
      List<Double> byRiders = new ArrayList<>();
      for (int kind = 2; kind < uses[bin].length; kind++) {
        byRiders.add(uses[bin][kind] / BIN);
      }
      bins.add(
          new OccupancyBin(
              bin * BIN, (bin + 1) * BIN, uses[bin][0] / BIN, uses[bin][1] / BIN, byRiders));
    }
    List<RequestHour> requests = new ArrayList<>();
    List<RejectionCount> rejections = new ArrayList<>();
    for (int hour = 5; hour < 24; hour++) {
      int served = (int) (waits.size() * demand(hour * HOUR + HOUR / 2) / 9);
      int capacity = (int) (served * Math.max(0, demand(hour * HOUR) - 0.6) * 0.6);
      rejections.add(new RejectionCount(hour, "no_capacity", capacity));
      rejections.add(new RejectionCount(hour, "out_of_area", served / 60));
      rejections.add(new RejectionCount(hour, "no_accessible_vehicle", served / 90));
      rejections.add(new RejectionCount(hour, "out_of_hours", hour == 23 || hour == 5 ? 4 : 0));
      int refused = capacity + served / 60 + served / 90 + (hour == 23 || hour == 5 ? 4 : 0);
      requests.add(new RequestHour(hour, served, refused, served / 25, served / 50));
    }
    List<StopActivity> activity = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      activity.add(
          new StopActivity(
              new StopPoint("s" + i, names.get(i), stops.get(i)),
              boardings.getOrDefault(stops.get(i), 0),
              alightings.getOrDefault(stops.get(i), 0)));
    }
    return new ReportData(
        "Sample town",
        "Tuesday 3 March 2026 · seed "
            + seed
            + " · "
            + vehicleCount
            + " buses with 16 seats · pickup within 10 min, ride at most 1.5 × direct + 5 min",
        LocalDateTime.of(2026, 3, 3, 0, 0),
        "Europe/Stockholm",
        START,
        END,
        "© OpenStreetMap contributors, ODbL 1.0",
        SampleFigures.figures(waits.size()),
        roads,
        activity,
        vehicles,
        waits,
        rides,
        bins,
        requests,
        rejections);
  }

  /** Share of the peak's demand, two bell curves on a plateau. */
  private static double demand(int time) {
    double hour = time / (double) HOUR;
    double morning = Math.exp(-(hour - 8) * (hour - 8) / 2.2);
    double evening = Math.exp(-(hour - 16.7) * (hour - 16.7) / 4);
    return Math.min(1, 0.22 + 0.75 * morning + 0.7 * evening);
  }

  private VehicleDay vehicle(String id, int number) {
    int time = START + number % 4 * HOUR / 4;
    int end = END - number % 3 * HOUR / 2;
    int breakFrom = 11 * HOUR + number % 6 * HOUR / 2;
    boolean hadBreak = false;
    int aboard = 0;
    LatLon place = stops.get(random.nextInt(stops.size()));
    List<TrackPoint> track = new ArrayList<>(List.of(new TrackPoint(time, place)));
    List<LoadChange> loads = new ArrayList<>();
    while (time < end) {
      int stand = 25_000;
      int kind = 2 + aboard;
      if (aboard == 0 && !hadBreak && time > breakFrom) {
        hadBreak = true;
        stand = HOUR / 2;
        kind = 0;
      } else if (aboard == 0 && random.nextDouble() > demand(time) + 0.2) {
        stand = 400_000 + random.nextInt(600_000);
        kind = 1;
      }
      time = spend(time, Math.min(end, time + stand), kind);
      track.add(new TrackPoint(time, place));
      LatLon next = stops.get(random.nextInt(stops.size()));
      time = follow(track, search(place, next), next, time, 2 + aboard);
      place = next;
      int off = aboard == 0 ? 0 : random.nextInt(aboard + 1);
      int on = Math.min(SEATS - aboard + off, (int) (random.nextDouble() * 5 * demand(time)));
      on = time > end - HOUR / 2 ? 0 : on;
      off = time > end - HOUR / 4 ? aboard : off;
      aboard += on - off;
      loads.add(new LoadChange(time, aboard));
      boardings.merge(place, on, Integer::sum);
      alightings.merge(place, off, Integer::sum);
      for (int rider = 0; rider < on; rider++) {
        waits.add((int) (60_000 * Math.min(14, Math.abs(random.nextGaussian() * 3 + 4.5))));
        rides.add((int) (60_000 * (3 + Math.abs(random.nextGaussian() * 5 + 7))));
      }
    }
    loads.add(new LoadChange(time, 0));
    return new VehicleDay(id, SEATS, track, loads);
  }

  private int follow(
      List<TrackPoint> track, Map<LatLon, LatLon> before, LatLon goal, int time, int kind) {
    List<LatLon> path = new ArrayList<>();
    LatLon at = goal;
    LatLon previous = before.get(at);
    while (previous != null && !previous.equals(at)) {
      path.add(at);
      at = previous;
      previous = before.get(at);
    }
    Collections.reverse(path);
    int now = time;
    for (LatLon corner : path) {
      LatLon last = track.get(track.size() - 1).place();
      int arrival = now + (int) (last.metresTo(corner) / METRES_PER_MILLI);
      now = spend(now, arrival, kind);
      track.add(new TrackPoint(now, corner));
    }
    return now;
  }

  private int spend(int from, int to, int kind) {
    for (int time = from; time < to; ) {
      int bin = Math.min(time / BIN, uses.length - 1);
      int until = Math.min(to, (bin + 1) * BIN);
      if (until <= time) {
        break;
      }
      uses[bin][kind] += until - time;
      time = until;
    }
    return to;
  }
}
