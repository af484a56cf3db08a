package org.ieum.transit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ieum.model.LatLon;
import org.ieum.model.Money;
import org.jspecify.annotations.Nullable;

/** Feeds as plain lists, from which both the timetable and the plain reference are made. */
final class SmallFeed {
  /** A stop of a feed. */
  record Stop(int feed, String zone, Wheelchair wheelchair) {}

  /** A route of a feed. */
  record Route(int feed, String agency) {}

  /** A call of a trip, in seconds after the start of the service day. */
  record Call(int stop, int arrival, int departure, boolean board, boolean alight) {}

  /** A trip, which runs again and again if it has frequencies. */
  record Trip(
      int route,
      Set<LocalDate> days,
      List<Call> calls,
      List<Frequency> frequencies,
      Wheelchair wheelchair) {}

  final List<ZoneId> zones = new ArrayList<>();
  final List<Stop> stops = new ArrayList<>();
  final List<Route> routes = new ArrayList<>();
  final List<Trip> trips = new ArrayList<>();
  final List<TransitFare> fares = new ArrayList<>();
  final List<FareRule> fareRules = new ArrayList<>();
  final Map<Integer, Money> flatFares = new TreeMap<>();

  /** Walking seconds by stop and stop. */
  final Map<Integer, Map<Integer, Integer>> walks = new TreeMap<>();

  final List<TransferRule> transferRules = new ArrayList<>();

  int feed(String zone) {
    zones.add(ZoneId.of(zone));
    return zones.size() - 1;
  }

  int stop(int feed) {
    return stop(feed, "", Wheelchair.UNKNOWN);
  }

  int stop(int feed, String zone, Wheelchair wheelchair) {
    stops.add(new Stop(feed, zone, wheelchair));
    return stops.size() - 1;
  }

  int route(int feed) {
    routes.add(new Route(feed, "agency"));
    return routes.size() - 1;
  }

  void walk(int from, int to, int seconds) {
    walks.computeIfAbsent(from, f -> new TreeMap<>()).put(to, seconds);
  }

  /** A trip that calls at each stop for no time; times as HH:MM. */
  void trip(int route, LocalDate day, List<Integer> at, String... times) {
    trip(route, day, at, List.of(), times);
  }

  void trip(
      int route, LocalDate day, List<Integer> at, List<Frequency> frequencies, String... times) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      int seconds = seconds(times[i]);
      calls.add(new Call(at.get(i), seconds, seconds, true, true));
    }
    trips.add(new Trip(route, new TreeSet<>(Set.of(day)), calls, frequencies, Wheelchair.UNKNOWN));
  }

  static int seconds(String time) {
    String[] parts = time.split(":", -1);
    return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60;
  }

  Timetable timetable() {
    TimetableBuilder builder = new TimetableBuilder();
    for (int i = 0; i < zones.size(); i++) {
      builder.addFeed("f" + i, zones.get(i));
    }
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      builder.addStop(
          new TransitStop(
              stop.feed,
              "f" + stop.feed + ":s" + i,
              "stop " + i,
              position(i),
              "",
              stop.zone,
              stop.wheelchair));
    }
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      builder.addRoute(
          new TransitRoute(
              route.feed, "f" + route.feed + ":r" + i, route.agency, "Agency", "" + i, "", 3));
    }
    for (TransitFare fare : fares) {
      builder.addFare(fare);
    }
    fareRules.forEach(builder::addFareRule);
    flatFares.forEach(builder::flatFare);
    for (int i = 0; i < trips.size(); i++) {
      add(builder, i, trips.get(i));
    }
    return builder.build();
  }

  private static void add(TimetableBuilder builder, int index, Trip trip) {
    int service = builder.addService(trip.days);
    TripInfo info = new TripInfo(trip.route, service, "t" + index, "", trip.wheelchair);
    int n = trip.calls.size();
    int[] at = new int[n];
    int[] arrivals = new int[n];
    int[] departures = new int[n];
    boolean[] board = new boolean[n];
    boolean[] alight = new boolean[n];
    for (int i = 0; i < n; i++) {
      Call call = trip.calls.get(i);
      at[i] = call.stop;
      arrivals[i] = call.arrival;
      departures[i] = call.departure;
      board[i] = call.board;
      alight[i] = call.alight;
    }
    StopTimes times = new StopTimes(at, arrivals, departures, board, alight);
    if (trip.frequencies.isEmpty()) {
      builder.addTrip(info, times);
    }
    for (Frequency frequency : trip.frequencies) {
      builder.addTrip(info, times, frequency);
    }
  }

  Footpaths footpaths() {
    FootpathsBuilder builder = new FootpathsBuilder(stops.size());
    walks.forEach((from, ways) -> ways.forEach((to, s) -> builder.walk(from, to, s)));
    return builder.rules(transferRules).build();
  }

  TransitNetwork network() {
    return new TransitNetwork(timetable(), footpaths());
  }

  /** How long one walks from a stop to another when changing, or nothing if one cannot. */
  @Nullable Integer walking(int from, int to) {
    Integer known = from == to ? Integer.valueOf(0) : walks.getOrDefault(from, Map.of()).get(to);
    for (TransferRule rule : transferRules) {
      if (rule.from() == from && rule.to() == to) {
        if (rule.isForbidden()) {
          return null;
        }
        if (known == null && rule.least() > 0) {
          known = rule.least();
        }
      }
    }
    return known;
  }

  /** How long changing takes where one can. */
  int changing(int from, int to, int walking, int slack) {
    int seconds = walking + slack;
    for (TransferRule rule : transferRules) {
      if (rule.from() == from && rule.to() == to) {
        seconds = Math.max(seconds, rule.least());
      }
    }
    return seconds;
  }

  private static LatLon position(int stop) {
    return new LatLon(59 + stop * 0.001, 18);
  }

  /** The way from stop to stop; whole metres on the way from the first, as in the timetable. */
  int metres(Trip trip, int board, int alight) {
    double sum = 0;
    int until = 0;
    for (int i = 1; i <= alight; i++) {
      LatLon before = position(trip.calls.get(i - 1).stop);
      until = i == board + 1 ? (int) Math.round(sum) : until;
      sum += before.metresTo(position(trip.calls.get(i).stop));
    }
    return (int) Math.round(sum) - until;
  }

  /** Fares that a ride can be made with, by the rules as they were given. */
  List<Integer> fares(Trip trip, int board, int alight) {
    int feed = routes.get(trip.route).feed;
    List<String> passed = new ArrayList<>();
    for (int i = board; i <= alight; i++) {
      passed.add(stops.get(trip.calls.get(i).stop).zone);
    }
    List<Integer> found = new ArrayList<>();
    for (int fare = 0; fare < fares.size(); fare++) {
      String agency = fares.get(fare).agencyId();
      if (fares.get(fare).feed() == feed
          && (agency.isEmpty() || agency.equals(routes.get(trip.route).agency))
          && matches(fare, trip.route, passed)) {
        found.add(fare);
      }
    }
    return found;
  }

  private boolean matches(int fare, int route, List<String> passed) {
    boolean any = false;
    for (FareRule rule : fareRules) {
      if (rule.fare() != fare) {
        continue;
      }
      any = true;
      if ((rule.route() != FareRule.ANY_ROUTE && rule.route() != route)
          || (!rule.origin().isEmpty() && !rule.origin().equals(passed.get(0)))
          || (!rule.destination().isEmpty()
              && !rule.destination().equals(passed.get(passed.size() - 1)))) {
        continue;
      }
      if (rule.passed().isEmpty() || zonesOf(rule).equals(new TreeSet<>(passed))) {
        return true;
      }
    }
    return !any;
  }

  private Set<String> zonesOf(FareRule rule) {
    Set<String> all = new TreeSet<>();
    for (FareRule other : fareRules) {
      if (!other.passed().isEmpty()
          && new FareRule(
                  other.fare(), other.route(), other.origin(), other.destination(), rule.passed())
              .equals(rule)) {
        all.add(other.passed());
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return String.join(
        "\n",
        Arrays.asList(
            "zones " + zones,
            "stops " + stops,
            "routes " + routes,
            "trips " + trips,
            "fares " + fares,
            "rules " + fareRules,
            "flat " + flatFares,
            "walks " + walks,
            "transfers " + transferRules));
  }
}
