package org.ieum.server.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;

/** Which vehicle serves when: the daily shifts of the configuration and those added since. */
final class Roster {
  /** Days for which shifts are planned, today included. */
  static final int DAYS = 3;

  private static final int DAY = 86_400_000;

  /** A shift added by a dispatcher; times in ms since 1970, UTC. */
  record Added(String vehicle, long start, long end, int startStop, int endStop) {}

  /** A shift that ends earlier than planned; times in ms since 1970, UTC. */
  record Shortened(String vehicle, long plannedEnd, long end) {}

  private final List<FleetVehicle> fleet;
  private final List<Added> added = new ArrayList<>();
  private final List<Shortened> shortened = new ArrayList<>();

  Roster(List<FleetVehicle> fleet) {
    this.fleet = fleet;
  }

  void add(Added shift) {
    added.add(shift);
  }

  void remove(Added shift) {
    added.remove(shift);
  }

  List<Added> added() {
    return List.copyOf(added);
  }

  void shorten(Shortened shift) {
    shortened.add(shift);
  }

  /** In the order in which they were made so. */
  List<Shortened> shortened() {
    return List.copyOf(shortened);
  }

  /** Forgets what was said of shifts that have ended. */
  void forgetBefore(long utc) {
    added.removeIf(shift -> shift.end() <= utc);
    shortened.removeIf(shift -> shift.plannedEnd() <= utc);
  }

  /** The vehicles with their shifts, in the order of the configuration. */
  List<Vehicle> vehicles(AreaTimes times) {
    return vehicles(times, DAYS);
  }

  /**
   * The vehicles with their shifts of so many days.
   *
   * @throws IllegalArgumentException when shifts of a vehicle overlap
   */
  List<Vehicle> vehicles(AreaTimes times, int days) {
    List<Vehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < fleet.size(); v++) {
      FleetVehicle vehicle = fleet.get(v);
      vehicles.add(new Vehicle(vehicle.id(), vehicle.configurations(), shifts(v, times, days)));
    }
    return vehicles;
  }

  private List<Shift> shifts(int v, AreaTimes times, int days) {
    FleetVehicle vehicle = fleet.get(v);
    int stop = vehicle.stopPoint();
    List<Shift> shifts = new ArrayList<>();
    // Vehicles that serve round the clock change shifts one after the other.
    boolean always = vehicle.end() - vehicle.start() >= DAY;
    int change = always ? (int) ((long) v * DAY / fleet.size()) : 0;
    LocalDate day = times.firstDay();
    for (int d = always ? -1 : 0; d < days; d++) {
      int start = times.at(day.plusDays(d), vehicle.start() + change);
      int next = times.at(day.plusDays(d + 1), vehicle.start() + change);
      // A night in which clocks are put forward may have no room between two shifts.
      int planned = always ? next : Math.min(next, times.at(day.plusDays(d), vehicle.end()));
      add(shifts, vehicle, start, planned, stop, stop, times);
    }
    for (Added more : added) {
      if (more.vehicle().equals(vehicle.id()) && more.end() > times.epoch()) {
        int start = times.toEngine(more.start());
        int end = times.toEngine(more.end());
        add(shifts, vehicle, start, end, more.startStop(), more.endStop(), times);
      }
    }
    shifts.sort(Comparator.comparingInt(shift -> shift.time().earliest()));
    return shifts;
  }

  private void add(
      List<Shift> shifts,
      FleetVehicle vehicle,
      int start,
      int plannedEnd,
      int startStop,
      int endStop,
      AreaTimes times) {
    long end = times.toUtc(plannedEnd);
    for (Shortened less : shortened) {
      if (less.vehicle().equals(vehicle.id())
          && less.plannedEnd() == end
          && times.toUtc(start) < less.end()) {
        end = less.end();
      }
    }
    int from = Math.max(0, start);
    if (end > times.toUtc(from)) {
      TimeWindow window = new TimeWindow(from, times.toEngine(end));
      shifts.add(new Shift(window, startStop, endStop, List.of()));
    }
  }
}
