package org.ieum.server.feeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.model.Break;
import org.ieum.model.Capacity;
import org.ieum.model.Shift;
import org.ieum.model.StopPoint;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.progress.InputException;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.server.quantity.TimeSpan;

/**
 * The vehicles of a service day and their shifts as CSV, one shift a row. Rows with one {@code
 * vehicle_id} are shifts of one vehicle; a row that repeats a whole shift adds a break to it. The
 * first line names the columns, in any order:
 *
 * <ul>
 *   <li>{@code vehicle_id}: any text
 *   <li>{@code seats} and {@code wheelchair_places} (0 when blank): what the vehicle holds; or
 *       {@code configurations}: what it holds in turn, {@code seats/wheelchair_places} of each,
 *       e.g. {@code 16/0;12/1}
 *   <li>{@code shift_start, shift_end}: {@code HH:MM} or {@code HH:MM:SS} of the service day, up to
 *       47:59:59
 *   <li>{@code start_stop_id}: the stop point where the shift begins
 *   <li>{@code end_stop_id}, optional: where it ends; anywhere when blank, which only a vehicle's
 *       last shift may
 *   <li>{@code break_start, break_duration}, optional: a rest that begins then and lasts so long
 *       ({@code 30m}, or seconds)
 *   <li>{@code break_end}, optional: the rest may begin later, but is over by then
 *   <li>{@code break_stop_id}, optional: where it is taken; at {@code start_stop_id} when blank
 * </ul>
 */
public final class FleetFile {
  static final List<String> REQUIRED =
      List.of("vehicle_id", "shift_start", "shift_end", "start_stop_id");
  static final List<String> OPTIONAL =
      List.of(
          "seats",
          "wheelchair_places",
          "configurations",
          "end_stop_id",
          "break_start",
          "break_end",
          "break_duration",
          "break_stop_id");

  private final FeedTable table;
  private final Map<String, Integer> stopIndexById = new HashMap<>();
  private final Map<String, VehicleRows> vehicles = new LinkedHashMap<>();

  private FleetFile(FeedTable table, List<StopPoint> stops) {
    this.table = table;
    for (int i = 0; i < stops.size(); i++) {
      stopIndexById.put(stops.get(i).id(), i);
    }
  }

  /**
   * Reads the fleet.
   *
   * @param stops the area's stop points; a shift refers to them by their index here
   * @return the vehicles in the order in which the file first names them
   * @throws InputException when the file or any row is wrong
   */
  public static List<Vehicle> read(Path file, List<StopPoint> stops) {
    return new FleetFile(FeedTable.read(file, REQUIRED, OPTIONAL), stops).read();
  }

  private List<Vehicle> read() {
    table.forEach(this::add);
    List<Vehicle> fleet = new ArrayList<>();
    if (table.faultCount() == 0) {
      vehicles.values().forEach(rows -> rows.build().ifPresent(fleet::add));
    }
    table.finish("vehicles");
    return fleet;
  }

  private void add(FeedRow row) {
    Optional<String> id = row.findText("vehicle_id");
    List<Capacity> configurations = new CapacityColumns(row).read();
    Optional<TimeWindow> time = time(row);
    Optional<Integer> start = stop(row, "start_stop_id");
    Optional<Integer> end =
        row.has("end_stop_id") ? stop(row, "end_stop_id") : Optional.of(Shift.ANYWHERE);
    Optional<Break> rest = rest(row, start);
    if (row.isSound()) {
      vehicles
          .computeIfAbsent(id.orElseThrow(), name -> new VehicleRows(name, row, configurations))
          .add(
              row,
              configurations,
              time.orElseThrow(),
              start.orElseThrow(),
              end.orElseThrow(),
              rest);
    }
  }

  private static Optional<TimeWindow> time(FeedRow row) {
    Optional<ServiceTime> start = row.findTime("shift_start");
    Optional<ServiceTime> end = row.findTime("shift_end");
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (start.get().millis() >= end.get().millis()) {
      row.fault(
          "shift_end must be after shift_start, was "
              + end.get()
              + " and "
              + start.get()
              + " (times after midnight go on: 25:10)");
      return Optional.empty();
    }
    return Optional.of(new TimeWindow(start.get().millis(), end.get().millis()));
  }

  private Optional<Integer> stop(FeedRow row, String column) {
    Optional<String> id = row.findText(column);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Integer index = stopIndexById.get(id.get());
    if (index == null) {
      row.fault(column + " '" + id.get() + "' is no stop point of the area");
    }
    return Optional.ofNullable(index);
  }

  private Optional<Break> rest(FeedRow row, Optional<Integer> start) {
    if (!row.has("break_start")) {
      for (String column : List.of("break_end", "break_duration", "break_stop_id")) {
        if (row.has(column)) {
          row.fault(column + " '" + row.text(column) + "' is there without break_start");
        }
      }
      return Optional.empty();
    }
    Optional<ServiceTime> from = row.findTime("break_start");
    Optional<TimeSpan> duration = row.findTimeSpan("break_duration");
    Optional<Integer> stop = row.has("break_stop_id") ? stop(row, "break_stop_id") : start;
    Optional<ServiceTime> by = row.has("break_end") ? row.findTime("break_end") : Optional.empty();
    if (!row.isSound() || from.isEmpty() || duration.isEmpty() || stop.isEmpty()) {
      return Optional.empty();
    }
    int millis = duration.get().millis();
    int earliest = from.get().millis();
    int latest = by.isPresent() ? by.get().millis() - millis : earliest;
    if (millis == 0) {
      row.fault("break_duration must be > 0, was '" + row.text("break_duration") + "'");
      return Optional.empty();
    }
    if (latest < earliest) {
      row.fault(
          "break_duration "
              + duration.get()
              + " does not fit between break_start "
              + row.text("break_start")
              + " and break_end "
              + row.text("break_end"));
      return Optional.empty();
    }
    return Optional.of(new Break(stop.get(), new TimeWindow(earliest, latest), millis));
  }
}
