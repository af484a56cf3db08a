package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.ShiftShortened;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.RouteRepair;
import org.ieum.fleet.ShiftStops;
import org.ieum.fleet.StopKind;
import org.ieum.model.BookingState;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.TravelTimes;

/**
 * Adds shifts between others, and ends shifts earlier than planned. Rides that have not boarded may
 * be in the way of that, and can be released to other vehicles; those aboard ride to where they
 * were to go.
 */
final class ShiftChanges {
  private static final int NONE = -1;

  private final FleetState fleet;
  private final TravelTimes times;
  private final List<Vehicle> vehicles;
  private final Bookings bookings;
  private final RouteRepair repair;
  private final RouteWriter writer;
  private final LateRoutes lateRoutes;
  private final FleetClock clock;
  private final Consumer<DispatchEvent> listener;
  private final RoutePlan plan = new RoutePlan();
  private final RoutePlan before = new RoutePlan();

  /**
   * @param vehicles whose shifts are changed in place
   */
  ShiftChanges(
      FleetState fleet,
      TravelTimes times,
      List<Vehicle> vehicles,
      Bookings bookings,
      RouteRepair repair,
      RouteWriter writer,
      LateRoutes lateRoutes,
      FleetClock clock,
      Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.times = times;
    this.vehicles = vehicles;
    this.bookings = bookings;
    this.repair = repair;
    this.writer = writer;
    this.lateRoutes = lateRoutes;
    this.clock = clock;
    this.listener = listener;
  }

  /** See {@link Dispatcher#addShift}. */
  void add(int vehicle, Shift shift, int now) {
    Vehicle planned = vehicles.get(vehicle);
    List<Shift> shifts = new ArrayList<>(planned.shifts());
    int index = 0;
    while (index < shifts.size() && shifts.get(index).time().earliest() < shift.time().earliest()) {
      index++;
    }
    shifts.add(index, shift);
    for (Shift other : shifts.subList(Math.max(0, index - 1), shifts.size() - 1)) {
      if (other.endStopPoint() == Shift.ANYWHERE) {
        throw new IllegalArgumentException(
            "vehicle " + planned.id() + " may end a shift anywhere that is not its last");
      }
    }
    Vehicle changed = new Vehicle(planned.id(), planned.configurations(), shifts);
    int stop = startBefore(vehicle, shifts.size() - 1 - index);
    if (!writer.insertShift(vehicle, planned.id(), shift, stop, now)) {
      throw new IllegalStateException(
          "vehicle " + planned.id() + " cannot drive the shift and keep what is planned");
    }
    setShifts(vehicle, changed);
    clock.reschedule(vehicle);
  }

  private void setShifts(int vehicle, Vehicle changed) {
    vehicles.set(vehicle, changed);
    repair.setShifts(vehicle, changed);
  }

  /** The start of the first of so many last shifts; behind all stops for none. */
  private int startBefore(int vehicle, int shifts) {
    int stop = fleet.stopCount(vehicle);
    for (int left = shifts; left > 0 && stop > 0; ) {
      stop--;
      left -= fleet.kind(vehicle, stop) == StopKind.SHIFT_START ? 1 : 0;
    }
    if (stop == 0 || (stop == 1 && shifts > 0 && fleet.departed(vehicle))) {
      throw new IllegalStateException(
          "vehicle "
              + vehicles.get(vehicle).id()
              + " is at the start of its next shift, or on its way there");
    }
    return stop;
  }

  /** See {@link Dispatcher#ridesBehind}. */
  List<Long> ridesBehind(int vehicle, int end, int now) {
    Vehicle planned = vehicles.get(vehicle);
    repair.setShifts(vehicle, shortened(vehicle, end, now));
    try {
      return findRidesBehind(vehicle, end, now);
    } finally {
      repair.setShifts(vehicle, planned);
    }
  }

  private List<Long> findRidesBehind(int vehicle, int end, int now) {
    fleet.load(vehicle, before);
    List<Long> released = new ArrayList<>();
    while (true) {
      fleet.load(vehicle, plan);
      released.forEach(request -> remove(request, now));
      int stop = endOfShift(plan);
      ShiftStops.endBy(plan, stop, end);
      lateRoutes.time(plan, now);
      if (plan.ownLatest(stop) <= end && breaksNothing()) {
        return released;
      }
      int last = lastWaiting(stop);
      if (last == NONE) {
        throw new IllegalStateException(
            "vehicle " + vehicles.get(vehicle).id() + " cannot be at the end of its shift by then");
      }
      released.add(plan.request(last));
    }
  }

  private void remove(long request, int now) {
    int ride = plan.findRide(request);
    if (plan.departed() && plan.pickup(ride) == 1 && plan.servesOnly(1, ride)) {
      writer.turnOff(plan, now);
    }
    plan.removeRide(ride, times);
  }

  /** Whether all rides keep what they have in the route of now. */
  private boolean breaksNothing() {
    for (int k = 0; k < plan.rideCount(); k++) {
      int old = before.findRide(plan.request(k));
      if (plan.latestPickup(k) > before.latestPickup(old)
          || plan.latestDropoff(k) > before.latestDropoff(old)
          || plan.maxRide(k) > before.maxRide(old)) {
        return false;
      }
    }
    return true;
  }

  /** The ride that has not boarded and is dropped off last before a stop. */
  private int lastWaiting(int stop) {
    int last = NONE;
    for (int k = 0; k < plan.rideCount(); k++) {
      if (bookings.get(plan.request(k)).state() != BookingState.ONBOARD
          && plan.dropoff(k) < stop
          && (last == NONE || plan.dropoff(k) >= plan.dropoff(last))) {
        last = k;
      }
    }
    return last;
  }

  private static int endOfShift(RoutePlan route) {
    for (int i = 1; i < route.stopCount(); i++) {
      if (route.kind(i) == StopKind.SHIFT_END) {
        return i;
      }
    }
    return NONE;
  }

  /** The vehicle with the shift that ends next ending earlier. */
  private Vehicle shortened(int vehicle, int end, int now) {
    Vehicle planned = vehicles.get(vehicle);
    fleet.load(vehicle, plan);
    int stop = endOfShift(plan);
    if (stop == NONE) {
      throw new IllegalStateException("vehicle " + planned.id() + " has no shift to come");
    }
    List<Shift> shifts = new ArrayList<>(planned.shifts());
    int index = indexOfShift(stop, shifts.size());
    Shift shift = shifts.get(index);
    int soonest = Math.max(now, shift.time().earliest());
    if (end < soonest || end >= shift.time().latest()) {
      throw new IllegalArgumentException(
          "the shift of vehicle "
              + planned.id()
              + " must end from "
              + soonest
              + " on and before "
              + shift.time().latest()
              + " ms, was "
              + end);
    }
    if (shift.breaks().stream().anyMatch(rest -> rest.start().latest() + rest.duration() > end)) {
      throw new IllegalStateException("vehicle " + planned.id() + " has a break until then");
    }
    TimeWindow time = new TimeWindow(shift.time().earliest(), end);
    shifts.set(
        index, new Shift(time, shift.startStopPoint(), shift.endStopPoint(), shift.breaks()));
    return new Vehicle(planned.id(), planned.configurations(), shifts);
  }

  private int indexOfShift(int stop, int count) {
    int behind = 0;
    for (int i = stop + 1; i < plan.stopCount(); i++) {
      behind += plan.kind(i) == StopKind.SHIFT_END ? 1 : 0;
    }
    return count - 1 - behind;
  }

  /** See {@link Dispatcher#endShift}. */
  void end(int vehicle, int end, int now) {
    Vehicle changed = shortened(vehicle, end, now);
    List<Long> inTheWay = ridesBehind(vehicle, end, now);
    if (!inTheWay.isEmpty()) {
      throw new IllegalStateException(
          "vehicle " + changed.id() + " has requests that are in the way: " + inTheWay);
    }
    fleet.load(vehicle, plan);
    int stop = endOfShift(plan);
    listener.accept(new ShiftShortened(now, vehicle, plannedEnd(vehicle, stop), end));
    setShifts(vehicle, changed);
    ShiftStops.endBy(plan, stop, end);
    fleet.replace(plan);
    lateRoutes.put(plan, now, TroubleCause.SHIFT);
    clock.reschedule(vehicle);
  }

  private int plannedEnd(int vehicle, int stop) {
    List<Shift> shifts = vehicles.get(vehicle).shifts();
    return shifts.get(indexOfShift(stop, shifts.size())).time().latest();
  }
}
