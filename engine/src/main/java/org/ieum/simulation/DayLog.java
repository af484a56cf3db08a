package org.ieum.simulation;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.StopKind;
import org.jspecify.annotations.Nullable;

/** Writes the events of a day into the logs of requests and vehicles. */
final class DayLog {
  private final List<RequestLog> requests;
  private final List<VehicleLog> vehicles;
  private final DrivenRoads roads;

  /** Requests that boarded vehicle v where it stands. */
  private final List<LongArrayList> boardedHere = new ArrayList<>();

  private @Nullable FleetView fleet;

  DayLog(List<RequestLog> requests, List<VehicleLog> vehicles, DrivenRoads roads) {
    this.requests = requests;
    this.vehicles = vehicles;
    this.roads = roads;
    for (int v = 0; v < vehicles.size(); v++) {
      boardedHere.add(new LongArrayList());
    }
  }

  /** Gives the routes behind the events. */
  void watch(FleetView view) {
    fleet = view;
  }

  void record(DispatchEvent event) {
    if (event instanceof RideConfirmed confirmed) {
      confirmed(confirmed);
    } else if (event instanceof RideCancelled cancelled) {
      request(cancelled.request()).outcome = Outcome.CANCELLED;
    } else if (event instanceof RiderNoShow noShow) {
      RequestLog request = request(noShow.request());
      request.outcome = Outcome.NO_SHOW;
      request.vehicleArrived = vehicles.get(noShow.vehicle()).lastArrival();
      vehicles.get(noShow.vehicle()).waited(noShow.time());
    } else if (event instanceof RiderBoarded boarded) {
      boarded(boarded);
    } else if (event instanceof RiderAlighted alighted) {
      alighted(alighted);
    } else if (event instanceof VehicleDeparted departed) {
      departed(departed);
    } else if (event instanceof VehicleDiverted diverted) {
      vehicles.get(diverted.vehicle()).diverted(diverted.atTime(), diverted.toPlace(), roads);
    } else if (event instanceof VehicleRepositioned moved) {
      vehicles
          .get(moved.vehicle())
          .repositioned(
              moved.departure(), moved.fromPlace(), moved.towards(), moved.atTime(), roads);
    } else if (event instanceof VehicleArrived arrived) {
      arrived(arrived);
    }
  }

  private RequestLog request(long id) {
    return requests.get((int) id);
  }

  private void confirmed(RideConfirmed event) {
    RequestLog request = request(event.offer().request().id());
    request.vehicle = event.vehicle();
    request.plannedPickup = event.plannedPickup();
    request.plannedDropoff = event.plannedDropoff();
  }

  private void boarded(RiderBoarded event) {
    RequestLog request = request(event.request());
    VehicleLog vehicle = vehicles.get(event.vehicle());
    request.vehicle = event.vehicle();
    request.boarded = event.party();
    request.boardedAt = event.time();
    request.vehicleArrived = vehicle.lastArrival();
    vehicle.boarded(event.time(), event.party().size());
    boardedHere.get(event.vehicle()).add(event.request());
  }

  private void alighted(RiderAlighted event) {
    RequestLog request = request(event.request());
    request.alightedAt = event.time();
    request.outcome = Outcome.SERVED;
    vehicles.get(event.vehicle()).alighted(event.time(), request.getBoarded().size());
  }

  private void departed(VehicleDeparted event) {
    LongArrayList here = boardedHere.get(event.vehicle());
    for (int i = 0; i < here.size(); i++) {
      request(here.getLong(i)).departedAt = event.time();
    }
    here.clear();
    vehicles.get(event.vehicle()).departed(event.time(), event.fromPlace());
  }

  private void arrived(VehicleArrived event) {
    if (fleet == null) {
      throw new IllegalStateException("no fleet is watched");
    }
    int served =
        event.kind() == StopKind.BREAK
            ? fleet.soonest(event.vehicle(), 0)
            : event.time() + fleet.dwell(event.vehicle(), 0);
    vehicles.get(event.vehicle()).arrived(event.time(), event.place(), event.kind(), served, roads);
  }
}
