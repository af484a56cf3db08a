package org.ieum.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ieum.model.Shift;
import org.ieum.model.StopPoint;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.progress.InputException;
import org.ieum.server.feeds.FleetFile;
import org.ieum.server.quantity.Seating;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which vehicles serve. */
@OptionGroup("Fleet")
final class FleetOptions {
  private static final int MOST = 10_000;

  @Option(
      names = "--vehicles",
      paramLabel = "NUMBER",
      defaultValue = "20",
      description = "How many vehicles, spread over the stop points, 1 to 10,000.")
  int count;

  @Option(
      names = "--seating",
      paramLabel = "SEATS",
      defaultValue = "16/0;12/1",
      description =
          "What each holds, seats/wheelchair places; several configurations apart by semicolons.")
  Seating seating;

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description =
          "Vehicles and shifts instead: CSV with vehicle_id, seats, wheelchair_places (or"
              + " configurations), shift_start, shift_end, start_stop_id, end_stop_id, break_start,"
              + " break_end, break_duration, break_stop_id.")
  @Nullable Path file;

  /**
   * The vehicles.
   *
   * @param service when those without a file serve
   */
  List<Vehicle> toFleet(List<StopPoint> stopPoints, TimeWindow service) {
    if (file != null) {
      return FleetFile.read(file, stopPoints);
    }
    if (count < 1 || count > MOST) {
      throw new InputException("--vehicles must be from 1 to " + MOST + ", was " + count);
    }
    List<Vehicle> fleet = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      int start = (int) ((long) v * stopPoints.size() / count);
      Shift shift = new Shift(service, start, Shift.ANYWHERE, List.of());
      String id = String.format(Locale.ROOT, "bus-%02d", v + 1);
      fleet.add(new Vehicle(id, seating.configurations(), List.of(shift)));
    }
    return fleet;
  }
}
