package org.ieum.server.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ieum.model.Capacity;
import org.ieum.model.Shift;
import org.ieum.simulation.DrivenLeg;
import org.ieum.simulation.RequestLog;
import org.ieum.simulation.VehicleLog;
import org.ieum.simulation.VehicleLog.Activity;
import org.ieum.simulation.VehicleLog.Span;

/** {@code vehicles.csv}: one row for each vehicle. Distances in km, durations in hours. */
final class VehicleTable {
  private static final List<String> COLUMNS =
      List.of(
          "vehicle_id",
          "seats",
          "wheelchair_places",
          "shift_start",
          "shift_end",
          "rides",
          "passengers",
          "most_aboard",
          "distance_km",
          "empty_distance_km",
          "passenger_distance_km",
          "driving_h",
          "at_stop_h",
          "idle_h",
          "break_h");

  private VehicleTable() {}

  static void write(Day day, Path file) throws IOException {
    int[] rides = new int[day.result().vehicles().size()];
    int[] passengers = new int[rides.length];
    for (RequestLog request : day.result().requests()) {
      if (request.isServed()) {
        rides[request.vehicle()]++;
        passengers[request.vehicle()] += request.getBoarded().size();
      }
    }
    try (Table table = Table.open(file, COLUMNS)) {
      for (int v = 0; v < rides.length; v++) {
        table.row(row(day.result().vehicles().get(v), rides[v], passengers[v]));
      }
    }
  }

  private static List<Object> row(VehicleLog vehicle, int rides, int passengers) {
    int seats = 0;
    int places = 0;
    for (Capacity capacity : vehicle.vehicle().configurations()) {
      seats = Math.max(seats, capacity.seats());
      places = Math.max(places, capacity.wheelchairPlaces());
    }
    double metres = 0;
    double empty = 0;
    double carried = 0;
    for (DrivenLeg leg : vehicle.legs()) {
      metres += leg.metres();
      empty += leg.aboard() == 0 ? leg.metres() : 0;
      carried += leg.aboard() * leg.metres();
    }
    int most = 0;
    for (Span span : vehicle.spans()) {
      most = Math.max(most, span.aboard());
    }
    List<Shift> shifts = vehicle.vehicle().shifts();
    return List.of(
        vehicle.vehicle().id(),
        seats,
        places,
        Clock.time(shifts.get(0).time().earliest()),
        Clock.time(shifts.get(shifts.size() - 1).time().latest()),
        rides,
        passengers,
        most,
        thousandth(metres),
        thousandth(empty),
        thousandth(carried),
        hours(vehicle, Activity.DRIVING),
        hours(vehicle, Activity.AT_STOP),
        hours(vehicle, Activity.IDLE),
        hours(vehicle, Activity.ON_BREAK));
  }

  private static String thousandth(double metres) {
    return String.format(Locale.ROOT, "%.3f", metres / 1000);
  }

  private static String hours(VehicleLog vehicle, Activity activity) {
    double millis = 0;
    List<Span> spans = vehicle.spans();
    for (int i = 0; i + 1 < spans.size(); i++) {
      if (spans.get(i).activity() == activity) {
        millis += (double) spans.get(i + 1).start() - spans.get(i).start();
      }
    }
    return String.format(Locale.ROOT, "%.3f", millis / 3.6e6);
  }
}
