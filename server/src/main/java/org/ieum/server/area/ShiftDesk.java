package org.ieum.server.area;

import java.util.ArrayList;
import java.util.List;
import org.ieum.model.Shift;
import org.ieum.model.Vehicle;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftView;

/** Shows shifts and adds some. */
final class ShiftDesk {
  private ShiftDesk() {}

  /** The shifts within the planning horizon that are not over. */
  static List<ShiftView> shifts(Desk desk) {
    List<ShiftView> views = new ArrayList<>();
    for (Vehicle vehicle : desk.roster.vehicles(desk.times())) {
      for (Shift shift : vehicle.shifts()) {
        if (shift.time().latest() > desk.now()) {
          views.add(view(vehicle.id(), shift, desk));
        }
      }
    }
    return views;
  }

  private static ShiftView view(String vehicle, Shift shift, Desk desk) {
    return new ShiftView(
        vehicle + "@" + desk.times().toUtc(shift.time().earliest()) / 1000,
        vehicle,
        desk.times().toOffset(shift.time().earliest()),
        desk.times().toOffset(shift.time().latest()),
        desk.text.stopId(shift.startStopPoint()),
        desk.text.stopId(shift.endStopPoint()));
  }

  /** Adds a shift between or behind those that its vehicle has. */
  static ShiftView add(Desk desk, ShiftInput input) {
    if (desk.text.vehicle(input.vehicleId()) < 0) {
      throw Refusal.invalid("vehicle_id", "is not known, was '" + input.vehicleId() + "'");
    }
    int start = stop(desk, "start_stop_id", input.startStopId());
    String endId = input.endStopId() == null ? input.startStopId() : input.endStopId();
    int end = stop(desk, "end_stop_id", endId);
    long from = input.startTime().toInstant().toEpochMilli();
    long until = input.endTime().toInstant().toEpochMilli();
    long now = desk.times().toUtc(desk.now());
    if (from < now) {
      throw Refusal.invalid("start_time", "must be in the future, was " + input.startTime());
    }
    if (until <= from || until > desk.times().epoch() + (Roster.DAYS + 1) * 86_400_000L) {
      throw Refusal.invalid(
          "end_time",
          "must be after start_time and within " + Roster.DAYS + " days, was " + input.endTime());
    }
    Roster.Added added = new Roster.Added(input.vehicleId(), from, until, start, end);
    checkOverlap(desk, input, from, until);
    try {
      desk.addShift(added);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw Refusal.conflict(String.valueOf(e.getMessage()));
    }
    return new ShiftView(
        input.vehicleId() + "@" + from / 1000,
        input.vehicleId(),
        desk.times().toOffset(from),
        desk.times().toOffset(until),
        input.startStopId(),
        endId);
  }

  private static void checkOverlap(Desk desk, ShiftInput input, long from, long until) {
    for (ShiftView planned : shifts(desk)) {
      if (planned.vehicleId().equals(input.vehicleId())
          && planned.endTime().toInstant().toEpochMilli() > from
          && planned.startTime().toInstant().toEpochMilli() < until) {
        throw Refusal.conflict(
            "vehicle "
                + input.vehicleId()
                + " has a shift from "
                + planned.startTime()
                + " until "
                + planned.endTime()
                + ", and two cannot overlap");
      }
    }
  }

  private static int stop(Desk desk, String field, String id) {
    int stop = desk.text.stop(id);
    if (stop < 0) {
      throw Refusal.invalid(field, "is not known, was '" + id + "'");
    }
    return stop;
  }
}
