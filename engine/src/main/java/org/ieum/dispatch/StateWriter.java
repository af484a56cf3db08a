package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ieum.dispatch.DispatchState.LiveBooking;
import org.ieum.dispatch.DispatchState.VehicleState;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteState;
import org.ieum.fleet.StopKind;
import org.ieum.model.Shift;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.TravelTimes;

/** Takes the state of a dispatcher out, which it leaves as it is. */
final class StateWriter {
  private final List<Vehicle> vehicles;
  private final FleetView fleet;
  private final TravelTimes times;

  StateWriter(List<Vehicle> vehicles, FleetView fleet, TravelTimes times) {
    this.vehicles = vehicles;
    this.fleet = fleet;
    this.times = times;
  }

  DispatchState state(int now, int resumed, Bookings bookings, ClosedStops closedStops) {
    List<VehicleState> states = new ArrayList<>(vehicles.size());
    for (int v = 0; v < vehicles.size(); v++) {
      checkPlaces(v);
      states.add(new VehicleState(vehicles.get(v).id(), openShifts(v), RouteState.of(fleet, v)));
    }
    return new DispatchState(now, resumed, states, live(bookings), closedStops.all());
  }

  private List<LiveBooking> live(Bookings bookings) {
    List<Booking> live = new ArrayList<>(bookings.size());
    for (int v = 0; v < vehicles.size(); v++) {
      for (int k = 0; k < fleet.rideCount(v); k++) {
        live.add(bookings.get(fleet.request(v, k)));
      }
    }
    live.sort(Comparator.comparingLong(Booking::number));
    return live.stream().map(Booking::toState).toList();
  }

  /** Other places have their numbers only as long as they are held. */
  private void checkPlaces(int v) {
    for (int i = 0; i < fleet.stopCount(v); i++) {
      if (fleet.place(v, i) >= times.stopPointCount()) {
        throw new IllegalStateException(
            "vehicle "
                + vehicles.get(v).id()
                + " stops at place "
                + fleet.place(v, i)
                + ", which is none of the "
                + times.stopPointCount()
                + " stop points and cannot be kept");
      }
    }
  }

  /** The shifts of which a start, break or end is still in the route, at least the last one. */
  private List<Shift> openShifts(int v) {
    int fixed = 0;
    for (int i = 0; i < fleet.stopCount(v); i++) {
      StopKind kind = fleet.kind(v, i);
      fixed += kind == StopKind.SERVICE || kind == StopKind.DIVERSION ? 0 : 1;
    }
    List<Shift> shifts = vehicles.get(v).shifts();
    int first = shifts.size();
    do {
      first--;
      fixed -= 2 + shifts.get(first).breaks().size();
    } while (fixed > 0);
    return shifts.subList(first, shifts.size());
  }
}
