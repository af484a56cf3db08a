package org.ieum.server.area;

import java.util.ArrayList;
import java.util.List;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.BookingState;
import org.ieum.model.Capacity;
import org.ieum.model.LatLon;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.StopVisitView;
import org.ieum.server.api.TaskView;
import org.ieum.server.api.VehicleView;
import org.ieum.traveltime.RoadPosition;
import org.jspecify.annotations.Nullable;

/** Shows vehicles, their routes and what their drivers have to do. */
final class FleetViews {
  private final AreaSetup setup;
  private final EventText text;
  private final Tracking tracking;
  private final Headings headings;

  FleetViews(AreaSetup setup, EventText text, Tracking tracking, Headings headings) {
    this.setup = setup;
    this.tracking = tracking;
    this.text = text;
    this.headings = headings;
  }

  VehicleView vehicle(int v, Dispatcher dispatcher, AreaTimes times, int now) {
    FleetView fleet = dispatcher.fleet();
    FleetVehicle vehicle = setup.fleet().get(v);
    int seats = 0;
    int places = 0;
    for (Capacity capacity : vehicle.configurations()) {
      seats = Math.max(seats, capacity.seats());
      places = Math.max(places, capacity.wheelchairPlaces());
    }
    boolean hasNext = fleet.stopCount(v) > 1;
    boolean drives = fleet.departed(v) || headings.isMoving(fleet, v, now);
    return new VehicleView(
        vehicle.id(),
        setup.id(),
        state(v, fleet, now),
        seats,
        places,
        fleet.riders(v, 0),
        fleet.wheelchairs(v, 0),
        drives ? null : text.findStopId(fleet.place(v, 0)),
        hasNext ? text.findStopId(fleet.place(v, 1)) : null,
        hasNext ? times.toOffset(fleet.arrival(v, 1)) : null,
        headings.findStopId(fleet, v, now),
        tracking.position(v));
  }

  private String state(int v, FleetView fleet, int now) {
    if (Tracking.isOut(fleet, v, now)) {
      return "out_of_service";
    }
    if (tracking.isLost(v)) {
      return "comms_lost";
    }
    StopKind kind = fleet.kind(v, 0);
    if (fleet.departed(v)) {
      boolean serves = fleet.rideCount(v) > 0 || fleet.kind(v, 1) == StopKind.SERVICE;
      return serves ? "en_route" : "repositioning";
    }
    if (kind == StopKind.SHIFT_END || (kind == StopKind.SHIFT_START && now < fleet.soonest(v, 0))) {
      return "off_duty";
    }
    if (kind == StopKind.BREAK && now < fleet.soonest(v, 0)) {
      return "on_break";
    }
    if (headings.isMoving(fleet, v, now)) {
      return "repositioning";
    }
    return fleet.rideCount(v) > 0 ? "at_stop" : "idle";
  }

  RoutePlanView routePlan(int v, Dispatcher dispatcher, AreaTimes times, long version) {
    FleetView fleet = dispatcher.fleet();
    List<StopVisitView> visits = new ArrayList<>();
    for (int s = 0; s < fleet.stopCount(v); s++) {
      List<String> boarding = new ArrayList<>();
      List<String> alighting = new ArrayList<>();
      for (int k = 0; k < fleet.rideCount(v); k++) {
        if (fleet.pickup(v, k) == s) {
          boarding.add(text.bookingId(fleet.request(v, k)));
        }
        if (fleet.dropoff(v, k) == s) {
          alighting.add(text.bookingId(fleet.request(v, k)));
        }
      }
      boolean isLast = s == fleet.stopCount(v) - 1;
      LatLon at = location(fleet.place(v, s));
      visits.add(
          new StopVisitView(
              text.findStopId(fleet.place(v, s)),
              at == null ? null : at.lat(),
              at == null ? null : at.lon(),
              EventText.code(fleet.kind(v, s)),
              times.toOffset(fleet.arrival(v, s)),
              isLast ? null : times.toOffset(fleet.departure(v, s)),
              boarding,
              alighting,
              fleet.riders(v, s),
              fleet.wheelchairs(v, s)));
    }
    return new RoutePlanView(text.vehicleId(v), fleet.departed(v), version, visits);
  }

  /** Where a stop point or the end of an edge is. */
  private @Nullable LatLon location(int place) {
    if (place >= 0) {
      return setup.map().stopPoints().get(place).location();
    }
    if (place == RoutePlan.ANYWHERE) {
      return null;
    }
    RoadPosition end = new RoadPosition(~place >> 1, (~place & 1) == 1 ? 0 : 1);
    return setup.map().network().geometry().locate(end);
  }

  /** What the driver has to do, in order. */
  List<TaskView> tasks(int v, Dispatcher dispatcher, AreaTimes times) {
    FleetView fleet = dispatcher.fleet();
    List<TaskView> tasks = new ArrayList<>();
    for (int s = 0; s < fleet.stopCount(v); s++) {
      for (int k = 0; k < fleet.rideCount(v); k++) {
        if (fleet.dropoff(v, k) == s) {
          tasks.add(task(v, k, s, /* isPickup= */ false, dispatcher, times));
        }
      }
      for (int k = 0; k < fleet.rideCount(v); k++) {
        if (fleet.pickup(v, k) == s && !isAboard(v, k, dispatcher)) {
          tasks.add(task(v, k, s, /* isPickup= */ true, dispatcher, times));
        }
      }
    }
    return tasks;
  }

  private static boolean isAboard(int v, int k, Dispatcher dispatcher) {
    long request = dispatcher.fleet().request(v, k);
    return dispatcher.findBooking(request).orElseThrow().state() == BookingState.ONBOARD;
  }

  private TaskView task(
      int v, int k, int s, boolean isPickup, Dispatcher dispatcher, AreaTimes times) {
    FleetView fleet = dispatcher.fleet();
    long request = fleet.request(v, k);
    var party = dispatcher.findBooking(request).orElseThrow().offer().request().party();
    String booking = text.bookingId(request);
    boolean isThere = s == 0 && !fleet.departed(v);
    return new TaskView(
        booking + (isPickup ? ":pickup" : ":drop_off"),
        isPickup ? "pickup" : "drop_off",
        text.vehicleId(v),
        booking,
        stopId(fleet.place(v, s)),
        times.toOffset(fleet.arrival(v, s)),
        party.riders(),
        party.wheelchairs(),
        isThere ? "arrived" : "planned");
  }

  private String stopId(int place) {
    @Nullable String id = text.findStopId(place);
    return id == null ? "" : id;
  }
}
