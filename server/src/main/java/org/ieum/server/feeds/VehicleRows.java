package org.ieum.server.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ieum.model.Break;
import org.ieum.model.Capacity;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.server.quantity.ServiceTime;

/** The rows of one vehicle, put together to its shifts. */
final class VehicleRows {
  /** A shift and where it was first named. */
  private record ShiftRows(
      FeedRow row, TimeWindow time, int startStop, int endStop, List<Break> breaks) {}

  private final String id;
  private final FeedRow first;
  private final List<Capacity> configurations;
  private final List<ShiftRows> shifts = new ArrayList<>();

  VehicleRows(String id, FeedRow first, List<Capacity> configurations) {
    this.id = id;
    this.first = first;
    this.configurations = configurations;
  }

  /** Takes one sound row; the same shift again must bring a break. */
  void add(
      FeedRow row,
      List<Capacity> capacities,
      TimeWindow time,
      int startStop,
      int endStop,
      Optional<Break> rest) {
    if (!capacities.equals(configurations)) {
      row.fault("vehicle '" + id + "' holds something else than on line " + first.line());
      return;
    }
    for (ShiftRows shift : shifts) {
      if (shift.time.equals(time) && shift.startStop == startStop && shift.endStop == endStop) {
        if (rest.isEmpty()) {
          row.fault("vehicle '" + id + "' has this shift on line " + shift.row.line() + " already");
        }
        rest.ifPresent(shift.breaks::add);
        return;
      }
    }
    List<Break> breaks = new ArrayList<>();
    rest.ifPresent(breaks::add);
    shifts.add(new ShiftRows(row, time, startStop, endStop, breaks));
  }

  /** The vehicle, unless its shifts do not fit together, which their rows are told. */
  Optional<Vehicle> build() {
    shifts.sort(Comparator.comparingInt(shift -> shift.time.earliest()));
    List<Shift> built = new ArrayList<>();
    boolean isSound = true;
    for (int i = 0; i < shifts.size(); i++) {
      ShiftRows shift = shifts.get(i);
      isSound &= i == 0 || follows(shift, shifts.get(i - 1));
      isSound &= hasRoomForBreaks(shift);
      if (isSound) {
        built.add(new Shift(shift.time, shift.startStop, shift.endStop, shift.breaks));
      }
    }
    return isSound ? Optional.of(new Vehicle(id, configurations, built)) : Optional.empty();
  }

  private boolean follows(ShiftRows shift, ShiftRows before) {
    boolean isLater = before.time.latest() <= shift.time.earliest();
    if (!isLater) {
      shift.row.fault(
          "shift " + text(shift.time) + " of vehicle '" + id + "' overlaps " + text(before.time));
    }
    boolean endsSomewhere = before.endStop != Shift.ANYWHERE;
    if (!endsSomewhere) {
      before.row.fault(
          "end_stop_id is missing; only the last shift of '" + id + "' may end anywhere");
    }
    return isLater && endsSomewhere;
  }

  /** As {@link Shift} wants them: one after the other, within the shift. */
  private boolean hasRoomForBreaks(ShiftRows shift) {
    shift.breaks.sort(Comparator.comparingInt(rest -> rest.start().earliest()));
    int free = shift.time.earliest();
    for (Break rest : shift.breaks) {
      if (rest.start().earliest() < free
          || rest.start().latest() + rest.duration() > shift.time.latest()) {
        shift.row.fault(
            "breaks of vehicle '"
                + id
                + "' must follow each other within the shift "
                + text(shift.time)
                + ", was one that begins from "
                + text(rest.start()));
        return false;
      }
      free = rest.start().earliest() + rest.duration();
    }
    return true;
  }

  private static String text(TimeWindow time) {
    return new ServiceTime(time.earliest()) + " to " + new ServiceTime(time.latest());
  }
}
