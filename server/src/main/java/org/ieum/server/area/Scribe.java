package org.ieum.server.area;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.ImprovedRoute;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RideFailed;
import org.ieum.dispatch.DispatchEvent.RideReassigned;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.dispatch.DispatchEvent.ShiftShortened;
import org.ieum.dispatch.DispatchEvent.StopClosed;
import org.ieum.dispatch.DispatchEvent.StopReopened;
import org.ieum.dispatch.DispatchEvent.VehicleAnnounced;
import org.ieum.fleet.FleetView;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.server.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes down each event that the dispatcher tells, with what only the desk knows of it, and what
 * follows from it for rides and riders.
 */
final class Scribe {
  private final Desk desk;
  private final Odometer odometer;

  /** Number of the last event that changed the route of vehicle v. */
  private final long[] routeVersions;

  /** Who gets the ride that is being confirmed. */
  private String confirming = "";

  private Occasion occasion = Occasion.NONE;

  /** Who calls a ride off, "" when nobody does. */
  private String cancelling = "";

  /** Whether that is late. */
  private boolean isLate;

  /** Whether a driver says that a party is missing, and not the clock. */
  private boolean reportsNoShow;

  Scribe(Desk desk) {
    this.desk = desk;
    odometer = new Odometer(desk.setup, desk.roads.times());
    routeVersions = new long[desk.setup.fleet().size()];
  }

  /** Goes on where a snapshot ends. */
  void restore(Map<String, Long> versions, FleetView fleet) {
    setRouteVersions(versions);
    odometer.restore(fleet);
  }

  long routeVersion(int v) {
    return routeVersions[v];
  }

  /** By the vehicles' ids. */
  Map<String, Long> routeVersions() {
    Map<String, Long> versions = new TreeMap<>();
    for (int v = 0; v < routeVersions.length; v++) {
      versions.put(desk.text.vehicleId(v), routeVersions[v]);
    }
    return versions;
  }

  /** Those of vehicles that there are no longer are left out. */
  void setRouteVersions(Map<String, Long> versions) {
    versions.forEach(
        (vehicle, version) -> {
          if (desk.text.vehicle(vehicle) >= 0) {
            routeVersions[desk.text.vehicle(vehicle)] = version;
          }
        });
  }

  /** Says whose ride is confirmed next, and how that came about. */
  void confirming(String rider, Occasion how) {
    confirming = rider;
    occasion = how;
  }

  /** Does what calls a ride off. */
  void cancelling(String by, boolean late, Runnable command) {
    cancelling = by;
    isLate = late;
    try {
      command.run();
    } finally {
      cancelling = "";
      isLate = false;
    }
  }

  /** Does what a driver reports of a party that is missing. */
  void reportingNoShow(Runnable command) {
    reportsNoShow = true;
    try {
      command.run();
    } finally {
      reportsNoShow = false;
    }
  }

  void hear(DispatchEvent event) {
    long seq = desk.told.newSeq();
    ObjectNode more = EventText.object();
    desk.headings.note(event);
    if (event instanceof RideConfirmed e) {
      more.put("rider_id", confirming);
      occasion.write(more);
      desk.riderNumbers.begin(confirming, e.offer().request().rider());
      Ride ride =
          new Ride(
              e.offer(),
              confirming,
              e.vehicle(),
              desk.times().toUtc(e.time()),
              seq,
              occasion,
              /* isAnnounced= */ false);
      desk.rides.put(ride);
      desk.riderBook
          .passes()
          .use(
              ride,
              desk.times().toUtc(e.offer().plannedPickup()),
              desk.text.request(occasion.replaces()));
      routeVersions[e.vehicle()] = seq;
    } else if (event instanceof RideCancelled && !cancelling.isEmpty()) {
      more.put("cancelled_by", cancelling).put("late", isLate);
    } else if (event instanceof RideReassigned e) {
      Ride ride = desk.rides.find(e.request()).orElseThrow();
      Offer offer = desk.dispatcher().findBooking(e.request()).orElseThrow().offer();
      desk.rides.put(ride.on(e.vehicle(), offer, seq));
      more.put("passenger_count", offer.request().party().riders());
      more.put("wheelchairs", offer.request().party().wheelchairs());
    } else if (event instanceof RoutesImproved e) {
      e.routes().forEach(route -> reroute(route, seq));
    } else if (event instanceof VehicleAnnounced e) {
      desk.rides.find(e.request()).map(Ride::announced).ifPresent(desk.rides::put);
    } else if (event instanceof RiderNoShow) {
      more.put("reported_by", reportsNoShow ? "driver" : "clock");
    } else if (desk.isOpen()) {
      odometer
          .read(event, desk.dispatcher().fleet())
          .ifPresent(metres -> more.put("distance_m", metres));
    }
    JournalEvent written = desk.text.toJournal(seq, event, desk.times(), more);
    desk.told.add(written);
    if (written.vehicle() != null) {
      routeVersions[desk.text.vehicle(written.vehicle())] = seq;
    }
    noteOnRide(event, written);
    if (event instanceof StopClosed e) {
      desk.closedStops.add(e.stopPoint());
    } else if (event instanceof StopReopened e) {
      desk.closedStops.remove(e.stopPoint());
    } else if (event instanceof ShiftShortened e) {
      desk.roster.shorten(
          new Roster.Shortened(
              desk.text.vehicleId(e.vehicle()),
              desk.times().toUtc(e.plannedEnd()),
              desk.times().toUtc(e.end())));
    }
  }

  /** A vehicle goes on otherwise, with rides that may have been another's. */
  private void reroute(ImprovedRoute route, long seq) {
    routeVersions[route.vehicle()] = seq;
    for (long visit : route.visits()) {
      desk.rides
          .find(visit >> 1)
          .filter(ride -> ride.vehicle() != route.vehicle())
          .ifPresent(ride -> desk.rides.put(ride.on(route.vehicle(), ride.offer(), seq)));
    }
  }

  private void noteOnRide(DispatchEvent event, JournalEvent written) {
    if (event instanceof RiderAlighted e) {
      end(e, written, e.request(), BookingState.COMPLETED);
    } else if (event instanceof RideCancelled e) {
      end(e, written, e.request(), BookingState.CANCELLED);
    } else if (event instanceof RiderNoShow e) {
      end(e, written, e.request(), BookingState.NO_SHOW);
    } else if (event instanceof RideFailed e) {
      end(e, written, e.request(), BookingState.FAILED);
    } else if (event instanceof RideConfirmed e) {
      new RiderEvents(desk).confirmed(occasion, desk.text.bookingId(e.offer().request().id()));
    } else if (written.booking() != null) {
      desk.rides
          .find(desk.text.request(written.booking()))
          .ifPresent(ride -> desk.rides.put(ride.at(written.seq())));
    }
  }

  private void end(DispatchEvent event, JournalEvent written, long request, BookingState state) {
    Ride ride = desk.rides.find(request).orElseThrow().at(written.seq());
    desk.riderNumbers.end(ride.rider());
    desk.rides.end(request, desk.bookingViews.ended(ride, state, desk.times()));
    desk.riderBook
        .count(ride, event, isLate, desk.times())
        .ifPresent(
            data -> tell(event.time(), RiderEvents.RESTRICTED, null, null, EventText.text(data)));
  }

  /** Writes down what the dispatcher knows nothing of. */
  void note(String type, @Nullable String vehicle, ObjectNode data) {
    note(type, null, vehicle, data);
  }

  /** Writes down what the dispatcher knows nothing of. */
  void note(String type, @Nullable String booking, @Nullable String vehicle, ObjectNode data) {
    tell(desk.now(), type, booking, vehicle, EventText.text(data));
  }

  /** Writes down again what was noted. */
  void note(JournalEvent event) {
    tell(desk.now(), event.type(), event.booking(), event.vehicle(), event.data());
  }

  private void tell(
      int time, String type, @Nullable String booking, @Nullable String vehicle, String data) {
    desk.told.add(
        new JournalEvent(
            desk.told.newSeq(), desk.times().toUtc(time), type, booking, vehicle, data));
  }
}
