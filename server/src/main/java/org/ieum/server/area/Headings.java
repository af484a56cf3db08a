package org.ieum.server.area;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleLocated;
import org.ieum.dispatch.DispatchEvent.VehicleOut;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.reposition.IdleVehicles;
import org.jspecify.annotations.Nullable;

/** Where idle vehicles that are being moved are to wait, for their drivers. */
final class Headings {
  private final EventText text;

  /** The stop point to which vehicle v was sent last, or ANYWHERE. */
  private final int[] towards;

  Headings(EventText text, int vehicles) {
    this.text = text;
    towards = new int[vehicles];
    Arrays.fill(towards, RoutePlan.ANYWHERE);
  }

  /** A vehicle that is seen elsewhere, leaves for a stop or breaks down is not moved any more. */
  void note(DispatchEvent event) {
    if (event instanceof VehicleRepositioned move) {
      towards[move.vehicle()] = move.towards();
    } else if (event instanceof VehicleLocated seen) {
      towards[seen.vehicle()] = RoutePlan.ANYWHERE;
    } else if (event instanceof VehicleDeparted left) {
      towards[left.vehicle()] = RoutePlan.ANYWHERE;
    } else if (event instanceof VehicleOut broken) {
      towards[broken.vehicle()] = RoutePlan.ANYWHERE;
    }
  }

  /** Whether a vehicle is on its way to where it is to wait. */
  boolean isMoving(FleetView fleet, int v, int now) {
    return towards[v] != RoutePlan.ANYWHERE
        && now < fleet.arrival(v, 0)
        && IdleVehicles.isIdle(fleet, v, now);
  }

  /** The id of the stop at which a vehicle that is moving is to wait. */
  @Nullable String findStopId(FleetView fleet, int v, int now) {
    return isMoving(fleet, v, now) ? text.findStopId(towards[v]) : null;
  }

  /** What a snapshot keeps: stops by the ids of vehicles. */
  Map<String, String> kept() {
    Map<String, String> kept = new TreeMap<>();
    for (int v = 0; v < towards.length; v++) {
      String stop = text.findStopId(towards[v]);
      if (stop != null) {
        kept.put(text.vehicleId(v), stop);
      }
    }
    return kept;
  }

  /** Goes on where a snapshot ends; vehicles and stops that there are no longer are left out. */
  void restore(Map<String, String> kept) {
    kept.forEach(
        (vehicle, stop) -> {
          if (text.vehicle(vehicle) >= 0 && text.stop(stop) >= 0) {
            towards[text.vehicle(vehicle)] = text.stop(stop);
          }
        });
  }
}
