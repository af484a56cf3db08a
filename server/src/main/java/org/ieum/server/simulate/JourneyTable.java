package org.ieum.server.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.demand.RequestedTrip;
import org.ieum.simulation.JourneyLog;
import org.ieum.simulation.Lapse;
import org.ieum.simulation.RequestLog;
import org.jspecify.annotations.Nullable;

/**
 * {@code journeys.csv}: one row for each trip whose rider chose among journeys. Times of the
 * service day, durations in seconds, fares in minor units; of plans, but for the arrival.
 */
final class JourneyTable {
  private static final List<String> COLUMNS =
      List.of(
          "trip_id",
          "rider_id",
          "outcome",
          "request_time",
          "choices",
          "refusals",
          "modes",
          "legs",
          "request_ids",
          "departure_time",
          "planned_arrival_time",
          "arrival_time",
          "walk_duration",
          "transfers",
          "fare",
          "failure_cause");

  private JourneyTable() {}

  static void write(Day day, Path file) throws IOException {
    try (Table table = Table.open(file, COLUMNS)) {
      for (JourneyLog log : day.result().journeys().journeys()) {
        table.row(row(log));
      }
    }
  }

  private static List<@Nullable Object> row(JourneyLog log) {
    RequestedTrip trip = log.trip();
    boolean found = log.journey() != null;
    Lapse lapse = log.lapse();
    List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
    row.add(trip.id());
    row.add(trip.rider());
    row.add(log.outcome().code());
    row.add(Clock.time(trip.submitted()));
    row.add(log.choices());
    row.add(log.refusals());
    row.add(found ? log.mix() : null);
    row.add(found ? log.legs() : null);
    row.add(String.join("+", log.requests().stream().map(String::valueOf).toList()));
    row.add(time(log.departedAt()));
    row.add(time(log.plannedArrival()));
    row.add(time(log.arrivedAt()));
    row.add(found ? Clock.seconds(log.walking()) : null);
    row.add(found ? log.transfers() : null);
    row.add(found ? log.fare() : null);
    row.add(lapse == null ? null : lapse.code());
    return row;
  }

  private static @Nullable String time(int millis) {
    return millis == RequestLog.NONE ? null : Clock.time(millis);
  }
}
