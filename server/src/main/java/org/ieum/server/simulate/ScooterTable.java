package org.ieum.server.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.demand.RequestedTrip;
import org.ieum.simulation.JourneyResult;
import org.ieum.simulation.ScooterTrip;
import org.jspecify.annotations.Nullable;

/**
 * {@code scooters.csv}: one row for each ride on a shared scooter, in the order of their starts.
 */
final class ScooterTable {
  private static final List<String> COLUMNS =
      List.of(
          "scooter_id",
          "trip_id",
          "start_time",
          "end_time",
          "from_lat",
          "from_lon",
          "to_lat",
          "to_lon",
          "distance_m",
          "range_left_m");

  private ScooterTable() {}

  static void write(Day day, Path file) throws IOException {
    JourneyResult result = day.result().journeys();
    try (Table table = Table.open(file, COLUMNS)) {
      for (ScooterTrip ride : result.scooterTrips()) {
        RequestedTrip trip = result.journeys().get(ride.trip()).trip();
        List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
        row.add(ride.scooterId());
        row.add(trip.id());
        row.add(Clock.time(ride.start()));
        row.add(Clock.time(ride.end()));
        row.add(RequestTable.degrees(ride.from().lat()));
        row.add(RequestTable.degrees(ride.from().lon()));
        row.add(RequestTable.degrees(ride.to().lat()));
        row.add(RequestTable.degrees(ride.to().lon()));
        row.add(ride.metres());
        row.add(ride.rangeLeft());
        table.row(row);
      }
    }
  }
}
