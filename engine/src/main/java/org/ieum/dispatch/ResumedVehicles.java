package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ieum.dispatch.DispatchState.VehicleState;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RouteState;
import org.ieum.model.Shift;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.TravelTimes;

/**
 * The vehicles with which a dispatcher goes on: those of a state with the shifts that it knows and
 * those that have come to be known since, and new ones.
 */
final class ResumedVehicles {
  private static final int NEW = -1;

  private final DispatchState state;
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<List<Shift>> added = new ArrayList<>();

  /** Index in the state of vehicle v, or NEW. */
  private final int[] before;

  /** Index of vehicle i of the state. */
  private final int[] after;

  /**
   * Matches the vehicles by their ids.
   *
   * @throws IllegalArgumentException when one of the state is missing, or one is there twice
   */
  ResumedVehicles(List<Vehicle> given, DispatchState state) {
    this.state = state;
    Map<String, Integer> indices = new LinkedHashMap<>();
    for (int i = 0; i < state.vehicles().size(); i++) {
      indices.put(state.vehicles().get(i).id(), i);
    }
    before = new int[given.size()];
    after = new int[state.vehicles().size()];
    Arrays.fill(after, NEW);
    Set<String> ids = new LinkedHashSet<>();
    for (int v = 0; v < given.size(); v++) {
      Vehicle vehicle = given.get(v);
      if (!ids.add(vehicle.id())) {
        throw new IllegalArgumentException("vehicle " + vehicle.id() + " is there twice");
      }
      before[v] = indices.getOrDefault(vehicle.id(), NEW);
      if (before[v] != NEW) {
        after[before[v]] = v;
      }
      add(vehicle, before[v]);
    }
    checkAllThere();
  }

  private void checkAllThere() {
    for (int i = 0; i < after.length; i++) {
      if (after[i] == NEW) {
        throw new IllegalArgumentException(
            "vehicle "
                + state.vehicles().get(i).id()
                + " is in the state and not among the "
                + before.length
                + " vehicles given");
      }
    }
  }

  private void add(Vehicle vehicle, int index) {
    List<Shift> known = index == NEW ? List.of() : state.vehicles().get(index).shifts();
    int end = known.isEmpty() ? Integer.MIN_VALUE : known.get(known.size() - 1).time().latest();
    List<Shift> behind = new ArrayList<>();
    for (Shift shift : vehicle.shifts()) {
      if (shift.time().earliest() >= end && shift.time().latest() > state.now()) {
        behind.add(shift);
      }
    }
    List<Shift> all = new ArrayList<>(known);
    if (!behind.isEmpty()) {
      settleEnd(all, behind.get(0).startStopPoint());
    }
    all.addAll(behind);
    if (all.isEmpty()) {
      all.add(vehicle.shifts().get(vehicle.shifts().size() - 1));
    }
    vehicles.add(new Vehicle(vehicle.id(), vehicle.configurations(), all));
    added.add(behind);
  }

  /** A shift that may end anywhere ends where the next begins, as soon as there is a next. */
  private static void settleEnd(List<Shift> shifts, int place) {
    int last = shifts.size() - 1;
    if (last >= 0 && shifts.get(last).endStopPoint() == Shift.ANYWHERE) {
      Shift shift = shifts.get(last);
      shifts.set(last, new Shift(shift.time(), shift.startStopPoint(), place, shift.breaks()));
    }
  }

  /** The vehicles given, with the shifts of the state and those behind them. */
  List<Vehicle> all() {
    return vehicles;
  }

  /** Shifts that are not in the routes of the state. */
  List<Shift> added(int v) {
    return added.get(v);
  }

  boolean isNew(int v) {
    return before[v] == NEW;
  }

  /** The index of a vehicle of the state. */
  int index(int stateIndex) {
    return after[stateIndex];
  }

  /**
   * The routes of the state; new vehicles have none yet.
   *
   * @throws IllegalArgumentException when a route cannot be driven with what is given
   */
  FleetState fleet(TravelTimes times, RouteEvaluator evaluator) {
    FleetState fleet = new FleetState(vehicles.size(), times);
    for (int v = 0; v < vehicles.size(); v++) {
      if (before[v] != NEW) {
        VehicleState vehicle = state.vehicles().get(before[v]);
        check(v, vehicle, times, evaluator);
        fleet.restore(v, vehicle.route());
      }
    }
    return fleet;
  }

  private static void check(
      int v, VehicleState vehicle, TravelTimes times, RouteEvaluator evaluator) {
    List<RouteState.Stop> stops = vehicle.route().stops();
    for (RouteState.Stop stop : stops) {
      if (stop.place() >= times.stopPointCount()) {
        throw new IllegalArgumentException(
            "vehicle "
                + vehicle.id()
                + " stops at place "
                + stop.place()
                + ", there are only "
                + times.stopPointCount()
                + " stop points");
      }
      if (stop.riders() + stop.wheelchairs() > 0
          && !evaluator.fits(v, stop.riders(), stop.wheelchairs())) {
        throw new IllegalArgumentException(
            "vehicle "
                + vehicle.id()
                + " is planned to carry "
                + stop.riders()
                + " riders and "
                + stop.wheelchairs()
                + " wheelchairs, which do not fit any more");
      }
    }
    int leg = vehicle.route().findStrangeLeg(times);
    if (leg >= 0) {
      throw new IllegalArgumentException(
          "vehicle "
              + vehicle.id()
              + " drives from place "
              + stops.get(leg).place()
              + " to "
              + stops.get(leg + 1).place()
              + " in "
              + stops.get(leg).leg()
              + " ms, which the travel times given do not say");
    }
  }
}
