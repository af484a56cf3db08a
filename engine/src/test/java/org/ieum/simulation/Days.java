package org.ieum.simulation;

import java.util.List;
import org.ieum.demand.RequestedTrip;
import org.ieum.model.Capacity;
import org.ieum.model.Party;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.RoadTravelTimes;

/** Small days on a {@link Street}. Times of arguments are in seconds. */
final class Days {
  static final Street STREET = new Street(20);
  static final RiderBehaviour RELIABLE = new RiderBehaviour(0, 0, 0, 1);
  static final int END = 20_000;

  private Days() {}

  /** A bus with eight seats, on shift from 0 to {@link #END}. */
  static Vehicle bus(String id, int startStop) {
    Shift shift = new Shift(window(0, END), startStop, Shift.ANYWHERE, List.of());
    return new Vehicle(id, List.of(new Capacity(8, 0), new Capacity(6, 1)), List.of(shift));
  }

  static TimeWindow window(int from, int to) {
    return new TimeWindow(from * 1000, to * 1000);
  }

  /** A trip between two kilometres, by a rider of its own. */
  static RequestedTrip trip(int id, int asked, int leaves, double from, double to, int people) {
    return new RequestedTrip(
        id,
        id,
        asked * 1000,
        TimeType.DEPART_AT,
        leaves * 1000,
        Street.at(from),
        Street.at(to),
        Party.of(people));
  }

  static SimulationResult run(
      List<Vehicle> fleet, RiderBehaviour behaviour, List<RequestedTrip> trips) {
    RoadTravelTimes times = STREET.times();
    return new Simulation(
            ServiceRules.DEFAULT, fleet, times, times, STREET, STREET.reach(400_000), behaviour)
        .run(trips);
  }

  static double figure(SimulationResult result, String name) {
    for (KeyFigure figure : KeyFigures.of(result, (from, to) -> 1000.0 * Math.abs(from - to))) {
      if (figure.name().equals(name)) {
        return figure.value();
      }
    }
    throw new IllegalArgumentException("no key figure " + name);
  }

  static double metres(VehicleLog vehicle) {
    return vehicle.legs().stream().mapToDouble(DrivenLeg::metres).sum();
  }
}
