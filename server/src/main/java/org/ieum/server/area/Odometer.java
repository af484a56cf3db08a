package org.ieum.server.area;

import java.util.OptionalLong;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchEvent.VehicleLocated;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.fleet.FleetView;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadTravelTimes;

/** How far vehicles drive, for their driving records: along the paths that they are sent. */
final class Odometer {
  private final RoadTravelTimes travelTimes;
  private final PathGeometry geometry;

  /** How long the leg is that vehicle v drives, metres. */
  private final long[] legMetres;

  Odometer(AreaSetup setup, RoadTravelTimes travelTimes) {
    this.travelTimes = travelTimes;
    geometry = setup.map().network().geometry();
    legMetres = new long[setup.fleet().size()];
  }

  /** Goes on with vehicles that are under way. */
  void restore(FleetView fleet) {
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      if (fleet.departed(v)) {
        legMetres[v] = leg(fleet.place(v, 0), fleet.place(v, 1));
      }
    }
  }

  /**
   * How far a vehicle has come with an event, metres.
   *
   * @param fleet as it is when the event is told
   */
  OptionalLong read(DispatchEvent event, FleetView fleet) {
    if (event instanceof VehicleDeparted e) {
      legMetres[e.vehicle()] = leg(e.fromPlace(), e.toPlace());
    } else if (event instanceof VehicleArrived e) {
      return OptionalLong.of(legMetres[e.vehicle()]);
    } else if (event instanceof VehicleDiverted e) {
      int v = e.vehicle();
      DrivePath path = travelTimes.path(fleet.place(v, 0), e.toPlace());
      return OptionalLong.of(metres(path, e.atTime() - fleet.departure(v, 0)));
    } else if (event instanceof VehicleRepositioned e) {
      DrivePath path = travelTimes.path(e.fromPlace(), e.towards());
      return OptionalLong.of(metres(path, e.atTime() - e.departure()));
    } else if (event instanceof VehicleLocated e
        && !e.staysOnPath()
        && fleet.departed(e.vehicle())) {
      return OptionalLong.of(driven(e, fleet));
    }
    return OptionalLong.empty();
  }

  /** Of a vehicle that is seen off its path; the way that it took is not known. */
  private long driven(VehicleLocated event, FleetView fleet) {
    int v = event.vehicle();
    if (fleet.place(v, 1) < 0) {
      return 0;
    }
    DrivePath path = travelTimes.path(fleet.place(v, 0), fleet.place(v, 1));
    return metres(path, Math.min(event.time() - fleet.departure(v, 0), path.duration()));
  }

  private long leg(int from, int to) {
    if (to < 0) {
      return 0;
    }
    DrivePath path = travelTimes.path(from, to);
    return metres(path, path.duration());
  }

  private long metres(DrivePath path, int millis) {
    return Math.round(path.metres(millis, geometry));
  }
}
