package org.ieum.server.feeds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;
import org.ieum.transit.Frequency;
import org.ieum.transit.StopTimes;
import org.ieum.transit.TimetableBuilder;
import org.ieum.transit.TransferRule;
import org.ieum.transit.TransitRoute;
import org.ieum.transit.TripInfo;
import org.ieum.transit.Wheelchair;
import org.jspecify.annotations.Nullable;

/** Reads one feed, file by file, each of which needs those before. */
final class GtfsReading {
  private static final List<String> REQUIRED =
      List.of("agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt");

  private final String id;
  private final String name;
  private final GtfsFiles files;
  private final TimetableBuilder builder;
  private final InputFaults faults = new InputFaults();
  private final Map<String, String> agencies = new LinkedHashMap<>();
  private @Nullable ZoneId zone;
  private final GtfsStops stops;
  private final Map<String, Integer> routes = new HashMap<>();
  private final Map<String, Integer> services = new HashMap<>();
  private final Map<String, Trip> trips = new LinkedHashMap<>();

  /** Trips left out already, whose times are not missed. */
  private final Set<String> dropped = new HashSet<>();

  private final GtfsCalendar calendar = new GtfsCalendar();

  private static final class Trip {
    final TripInfo info;
    final int line;
    final GtfsTimes times = new GtfsTimes();
    final List<Frequency> frequencies = new ArrayList<>();
    boolean frequent;

    Trip(TripInfo info, int line) {
      this.info = info;
      this.line = line;
    }
  }

  GtfsReading(String id, String name, GtfsFiles files, TimetableBuilder builder) {
    this.id = id;
    this.name = name;
    this.files = files;
    this.builder = builder;
    this.stops = new GtfsStops(id);
  }

  GtfsFeed read() {
    checkFiles();
    table("agency.txt", List.of("agency_name", "agency_timezone"), this::agency);
    if (zone == null) {
      throw unusable("agency.txt: no agency has a known time zone");
    }
    int feed = builder.addFeed(id, zone);
    table("stops.txt", List.of("stop_id", "stop_lat", "stop_lon"), stops::row);
    stops.addTo(builder, feed);
    table("routes.txt", List.of("route_id", "route_type"), row -> route(row, feed));
    table("calendar.txt", GtfsCalendar.WEEKS_COLUMNS, calendar::week);
    table("calendar_dates.txt", GtfsCalendar.DAYS_COLUMNS, calendar::day);
    for (Map.Entry<String, Set<LocalDate>> service : calendar.days().entrySet()) {
      services.put(service.getKey(), builder.addService(service.getValue()));
    }
    table("trips.txt", List.of("route_id", "service_id", "trip_id"), this::trip);
    table(
        "frequencies.txt",
        List.of("trip_id", "start_time", "end_time", "headway_secs"),
        this::frequency);
    table(
        "stop_times.txt",
        List.of("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"),
        this::stopTime);
    int used = addTrips();
    if (used == 0) {
      throw unusable("no trip can be used");
    }
    GtfsFares fares = new GtfsFares(feed, routes);
    table("fare_attributes.txt", GtfsFares.FARE_COLUMNS, fares::fare);
    table("fare_rules.txt", GtfsFares.RULE_COLUMNS, fares::rule);
    int fareCount = fares.addTo(builder, name);
    List<TransferRule> rules = new ArrayList<>();
    table("transfers.txt", List.of("from_stop_id", "to_stop_id"), row -> transfer(row, rules));
    return new GtfsFeed(
        id,
        stops.count(),
        routes.size(),
        services.size(),
        used,
        fareCount,
        rules,
        faults.count(),
        faults.first());
  }

  private void checkFiles() {
    InputFaults missing = new InputFaults();
    for (String file : REQUIRED) {
      if (!files.has(file)) {
        missing.add(name + ": " + file + " is missing");
      }
    }
    if (!files.has("calendar.txt") && !files.has("calendar_dates.txt")) {
      missing.add(name + ": calendar.txt and calendar_dates.txt are missing, one must be there");
    }
    missing.throwIfAny();
  }

  private InputException unusable(String what) {
    List<String> all = new ArrayList<>(List.of(name + ": " + what));
    all.addAll(faults.first());
    return new InputException(String.join(System.lineSeparator(), all));
  }

  private void table(String file, List<String> columns, Consumer<GtfsRow> reader) {
    GtfsTable.read(files, name, file, columns, faults, reader);
  }

  private void agency(GtfsRow row) {
    agencies.put(row.text("agency_id"), row.text("agency_name"));
    String text = row.text("agency_timezone");
    try {
      ZoneId found = ZoneId.of(text);
      if (zone == null) {
        zone = found;
      } else if (!zone.equals(found)) {
        row.fault("agency_timezone must be " + zone + " as in the first row, was '" + text + "'");
      }
    } catch (DateTimeException e) {
      row.fault("agency_timezone is unknown, was '" + text + "'");
    }
  }

  private void route(GtfsRow row, int feed) {
    Optional<String> key = row.findText("route_id");
    OptionalInt mode = row.findNumber("route_type", -1, 0, 1800);
    if (key.isEmpty() || mode.isEmpty()) {
      return;
    }
    if (mode.getAsInt() < 0) {
      row.fault("route_type is missing");
      return;
    }
    String agency = row.text("agency_id");
    if (agency.isEmpty() && agencies.size() == 1) {
      agency = agencies.keySet().iterator().next();
    }
    if (!agencies.containsKey(agency)) {
      row.fault("agency_id '" + agency + "' is unknown");
    }
    if (routes.containsKey(key.get())) {
      row.fault("route_id '" + key.get() + "' is there twice");
      return;
    }
    routes.put(
        key.get(),
        builder.addRoute(
            new TransitRoute(
                feed,
                id + ":" + key.get(),
                agency,
                agencies.getOrDefault(agency, ""),
                row.text("route_short_name"),
                row.text("route_long_name"),
                mode.getAsInt())));
  }

  private void trip(GtfsRow row) {
    Optional<String> key = row.findText("trip_id");
    if (key.isEmpty()) {
      return;
    }
    Integer route = routes.get(row.text("route_id"));
    Integer service = services.get(row.text("service_id"));
    if (trips.containsKey(key.get())) {
      row.fault("trip_id '" + key.get() + "' is there twice");
      return;
    }
    if (route == null) {
      row.fault("route_id '" + row.text("route_id") + "' is unknown");
    }
    if (service == null) {
      row.fault("service_id '" + row.text("service_id") + "' is unknown");
    }
    if (route == null || service == null) {
      dropped.add(key.get());
      return;
    }
    trips.put(
        key.get(),
        new Trip(
            new TripInfo(
                route,
                service,
                id + ":" + key.get(),
                row.text("trip_headsign"),
                wheelchair(row.text("wheelchair_accessible"))),
            row.line()));
  }

  static Wheelchair wheelchair(String text) {
    return text.equals("1")
        ? Wheelchair.YES
        : text.equals("2") ? Wheelchair.NO : Wheelchair.UNKNOWN;
  }

  private void frequency(GtfsRow row) {
    Trip trip = findTrip(row);
    if (trip == null) {
      return;
    }
    trip.frequent = true;
    OptionalInt start = row.findTime("start_time");
    OptionalInt end = row.findTime("end_time");
    OptionalInt headway = row.findNumber("headway_secs", 0, 1, 1_000_000);
    OptionalInt exact = row.findNumber("exact_times", 0, 0, 1);
    if (start.isEmpty() || end.isEmpty() || headway.isEmpty() || exact.isEmpty()) {
      return;
    }
    if (headway.getAsInt() == 0 || start.getAsInt() > end.getAsInt()) {
      row.fault(
          "start_time must be before end_time and headway_secs > 0, were "
              + row.text("start_time")
              + ", "
              + row.text("end_time")
              + " and '"
              + row.text("headway_secs")
              + "'");
      return;
    }
    trip.frequencies.add(
        new Frequency(start.getAsInt(), end.getAsInt(), headway.getAsInt(), exact.getAsInt() == 1));
  }

  private @Nullable Trip findTrip(GtfsRow row) {
    String key = row.text("trip_id");
    Trip trip = trips.get(key);
    if (trip == null && !dropped.contains(key)) {
      row.fault("trip_id '" + key + "' is unknown");
    }
    return trip;
  }

  private void stopTime(GtfsRow row) {
    Trip trip = findTrip(row);
    if (trip == null) {
      return;
    }
    OptionalInt stop = stops.find(row, "stop_id");
    OptionalInt sequence = row.findNumber("stop_sequence", -1, 0, Integer.MAX_VALUE);
    if (sequence.isPresent() && sequence.getAsInt() < 0) {
      row.fault("stop_sequence is missing");
      return;
    }
    String told = row.has("arrival_time") ? "arrival_time" : "departure_time";
    OptionalInt arrival = row.has(told) ? row.findTime(told) : OptionalInt.of(-1);
    OptionalInt departure =
        row.has("arrival_time") && row.has("departure_time")
            ? row.findTime("departure_time")
            : arrival;
    OptionalInt pickup = row.findNumber("pickup_type", 0, 0, 3);
    OptionalInt dropOff = row.findNumber("drop_off_type", 0, 0, 3);
    if (stop.isPresent()
        && sequence.isPresent()
        && arrival.isPresent()
        && departure.isPresent()
        && pickup.isPresent()
        && dropOff.isPresent()) {
      trip.times.add(
          sequence.getAsInt(),
          arrival.getAsInt(),
          departure.getAsInt(),
          stop.getAsInt(),
          pickup.getAsInt() == 0,
          dropOff.getAsInt() == 0,
          row.line());
    }
  }

  private int addTrips() {
    int used = 0;
    for (Map.Entry<String, Trip> entry : trips.entrySet()) {
      Trip trip = entry.getValue();
      Optional<StopTimes> times =
          trip.times.findTimes(
              entry.getKey(),
              (from, to) -> stops.position(from).metresTo(stops.position(to)),
              (line, what) ->
                  faults.add(
                      name
                          + (line > 0
                              ? ": stop_times.txt: line " + line
                              : ": trips.txt: line " + trip.line)
                          + ": "
                          + what));
      if (times.isEmpty()) {
        continue;
      }
      if (!trip.frequent) {
        builder.addTrip(trip.info, times.get());
      }
      for (Frequency frequency : trip.frequencies) {
        builder.addTrip(trip.info, times.get(), frequency);
      }
      used += trip.frequent && trip.frequencies.isEmpty() ? 0 : 1;
    }
    return used;
  }

  private void transfer(GtfsRow row, List<TransferRule> rules) {
    OptionalInt type = row.findNumber("transfer_type", 0, 0, 5);
    OptionalInt least = row.findNumber("min_transfer_time", 0, 0, 1_000_000);
    List<Integer> from = stops.findAll(row, "from_stop_id");
    List<Integer> to = stops.findAll(row, "to_stop_id");
    boolean general =
        !row.has("from_route_id")
            && !row.has("to_route_id")
            && !row.has("from_trip_id")
            && !row.has("to_trip_id");
    if (type.isEmpty() || least.isEmpty() || type.getAsInt() > 3 || !general) {
      return;
    }
    int seconds =
        switch (type.getAsInt()) {
          case 2 -> least.getAsInt();
          case 3 -> TransferRule.FORBIDDEN;
          default -> 0;
        };
    for (int a : from) {
      for (int b : to) {
        rules.add(new TransferRule(a, b, seconds));
      }
    }
  }
}
