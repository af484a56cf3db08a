package org.ieum.server.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.Dispatcher;
import org.ieum.dispatch.TroubleCause;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.LatLon;
import org.ieum.model.Shift;
import org.ieum.model.StopPoint;
import org.ieum.model.TimeWindow;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ShiftEndInput;
import org.jspecify.annotations.Nullable;

/** What happens on the street otherwise than planned, and what a dispatcher decides then. */
final class StreetDesk {
  /** Whichever vehicle is best. */
  static final int ANY = -1;

  /** Among so many stop points around a broken vehicle its riders are picked up. */
  private static final int RESCUE_STOPS = 5;

  /** So much before its time a vehicle may be at a stop, ms. */
  private static final int EARLIEST = 600_000;

  /** So near to a stop it has been seen at any time, metres. */
  private static final double NEAR = 500;

  private static final int LONGEST_OUTAGE = 3 * 86_400_000;

  private final Desk desk;

  StreetDesk(Desk desk) {
    this.desk = desk;
  }

  /** A ride that lost its vehicle. */
  record Affected(long request, boolean wasAboard) {}

  /** When a vehicle is back, as a client or else its shift says. */
  int until(int vehicle, OutageInput input) {
    int now = desk.now();
    if (input.until() != null) {
      long until = input.until().toInstant().toEpochMilli() - desk.times().epoch();
      if (until <= now || until > now + (long) LONGEST_OUTAGE) {
        throw Refusal.invalid(
            "until", "must be in the future, within three days, was " + input.until());
      }
      return (int) until;
    }
    return nextShift(vehicle).time().latest();
  }

  /** The shift that a vehicle is on, or else its next. */
  private Shift nextShift(int vehicle) {
    for (Shift shift : desk.roster.vehicles(desk.times()).get(vehicle).shifts()) {
      if (shift.time().latest() > desk.now()) {
        return shift;
      }
    }
    throw Refusal.conflict("vehicle " + desk.text.vehicleId(vehicle) + " has no shift");
  }

  /** When a shift is to end instead, as a client says. */
  int endOfShift(int vehicle, ShiftEndInput input) {
    TimeWindow shift = nextShift(vehicle).time();
    long end = input.endTime().toInstant().toEpochMilli() - desk.times().epoch();
    int soonest = Math.max(desk.now(), shift.earliest());
    if (end < soonest || end >= shift.latest()) {
      throw Refusal.invalid(
          "end_time",
          "must be from "
              + desk.times().toOffset(soonest)
              + " on and before "
              + desk.times().toOffset(shift.latest())
              + ", was "
              + input.endTime());
    }
    return (int) end;
  }

  /**
   * Ends a shift earlier; rides that are in the way get other vehicles or fail.
   *
   * @throws IllegalStateException when those aboard are in the way; then nothing has changed
   */
  List<Affected> endShift(int vehicle, int end, String reason) {
    List<Long> rides = desk.dispatcher().ridesBehind(vehicle, end, desk.now());
    desk.wholly(
        () -> {
          noteReason(null, vehicle, reason);
          rides.forEach(request -> desk.dispatcher().release(request, desk.now()));
          desk.dispatcher().endShift(vehicle, end, desk.now());
          return rides;
        });
    rides.forEach(request -> findPlace(request, ANY, TroubleCause.SHIFT));
    return rides.stream().map(request -> new Affected(request, /* wasAboard= */ false)).toList();
  }

  private void noteReason(@Nullable String bookingId, int vehicle, String reason) {
    desk.scribe.note(
        EventText.REASON_GIVEN,
        bookingId,
        desk.text.vehicleId(vehicle),
        EventText.object().put("reason", reason));
  }

  /**
   * Takes a vehicle out; its rides get others or fail.
   *
   * @param replacement index of the vehicle that takes on those that it can, or {@link #ANY}
   */
  List<Affected> takeOut(int vehicle, int until, int replacement, String reason) {
    desk.advance();
    Dispatcher dispatcher = desk.dispatcher();
    LatLon place = desk.tracking.lastPlace(vehicle).orElseGet(() -> nextStop(vehicle));
    noteReason(null, vehicle, reason);
    List<Affected> affected = new ArrayList<>();
    for (int k = 0; k < dispatcher.fleet().rideCount(vehicle); k++) {
      long request = dispatcher.fleet().request(vehicle, k);
      Booking booking = dispatcher.findBooking(request).orElseThrow();
      affected.add(new Affected(request, booking.state() == BookingState.ONBOARD));
    }
    // Those who sit in it come first.
    affected.sort(Comparator.comparing(ride -> !ride.wasAboard()));
    dispatcher.takeOut(vehicle, until, desk.now());
    for (Affected ride : affected) {
      if (ride.wasAboard()) {
        rescue(ride.request(), place, replacement);
      } else {
        boolean isTaken =
            replacement != ANY && dispatcher.canTake(replacement, ride.request(), desk.now());
        findPlace(ride.request(), isTaken ? replacement : ANY, TroubleCause.BREAKDOWN);
      }
    }
    return affected;
  }

  private LatLon nextStop(int vehicle) {
    FleetView fleet = desk.dispatcher().fleet();
    for (int i = 0; i < fleet.stopCount(vehicle); i++) {
      if (fleet.place(vehicle, i) >= 0) {
        return stop(fleet.place(vehicle, i)).location();
      }
    }
    return stop(0).location();
  }

  private StopPoint stop(int index) {
    return desk.setup.map().stopPoints().get(index);
  }

  /** Picks riders up at the nearest stop point from which that is possible. */
  private void rescue(long request, LatLon place, int replacement) {
    int dropoff = booking(request).offer().promise().dropoffStopPoint();
    List<Integer> stops =
        IntStream.range(0, desk.setup.map().stopPoints().size())
            .filter(stop -> stop != dropoff)
            .boxed()
            .sorted(Comparator.comparingDouble(stop -> stop(stop).location().metresTo(place)))
            .limit(RESCUE_STOPS)
            .toList();
    TroubleCause cause = TroubleCause.BREAKDOWN;
    boolean found =
        (replacement != ANY
                && stops.stream().anyMatch(stop -> place(request, stop, replacement, cause)))
            || stops.stream().anyMatch(stop -> place(request, stop, ANY, cause));
    if (!found) {
      desk.dispatcher().fail(request, TroubleCause.BREAKDOWN, desk.now());
    }
  }

  private boolean place(long request, int pickup, int vehicle, TroubleCause cause) {
    Dispatcher dispatcher = desk.dispatcher();
    return vehicle == ANY
        ? dispatcher.reassign(request, pickup, cause, desk.now())
        : dispatcher.reassignWithin(vehicle, request, pickup, cause, desk.now());
  }

  private Booking booking(long request) {
    return desk.dispatcher().findBooking(request).orElseThrow();
  }

  /**
   * Gives a ride to another vehicle, or to whichever is best, which may be its own.
   *
   * @param vehicle its index, or {@link #ANY}
   * @throws Refusal when the vehicle cannot take it; then nothing has changed
   */
  void reassign(long request, int vehicle, String reason) {
    desk.advance();
    Booking booking = booking(request);
    String id = desk.text.bookingId(request);
    if (booking.state() == BookingState.ONBOARD) {
      throw Refusal.conflict("booking " + id + " is onboard and cannot change its vehicle");
    }
    if (vehicle != ANY && !desk.dispatcher().canTake(vehicle, request, desk.now())) {
      throw Refusal.conflict(
          "vehicle " + desk.text.vehicleId(vehicle) + " has no place for booking " + id);
    }
    noteReason(id, booking.vehicle(), reason);
    desk.dispatcher().release(request, desk.now());
    findPlace(request, vehicle, TroubleCause.OPERATOR);
  }

  /** Finds a place for a waiting ride that has lost its vehicle, or lets it fail. */
  private void findPlace(long request, int vehicle, TroubleCause cause) {
    int pickup = booking(request).offer().promise().pickupStopPoint();
    if (!place(request, pickup, vehicle, cause)) {
      desk.dispatcher().fail(request, cause, desk.now());
    }
  }

  /**
   * Lets a vehicle be at the stop of a ride now.
   *
   * @param isPickup whether at its pickup or at its drop-off
   */
  void arrive(long request, boolean isPickup) {
    desk.advance();
    FleetView fleet = desk.dispatcher().fleet();
    int v = booking(request).vehicle();
    int stop = 0;
    for (int k = 0; k < fleet.rideCount(v); k++) {
      if (fleet.request(v, k) == request) {
        stop = isPickup ? fleet.pickup(v, k) : fleet.dropoff(v, k);
      }
    }
    if (stop == RoutePlan.ABOARD || (stop == 0 && !fleet.departed(v))) {
      return;
    }
    checkNear(v, stop);
    if (stop > 1) {
      desk.dispatcher().bringForward(v, stop, desk.now());
    }
    desk.dispatcher().arrive(v, desk.now());
  }

  /** A driver who is said to be at a stop must be able to be there. */
  private void checkNear(int v, int stop) {
    FleetView fleet = desk.dispatcher().fleet();
    int place = fleet.place(v, stop);
    boolean isSoon = fleet.arrival(v, stop) - desk.now() <= EARLIEST;
    boolean isSeen =
        desk.tracking
            .lastPlace(v)
            .filter(at -> at.metresTo(stop(place).location()) <= NEAR)
            .isPresent();
    if (!isSoon && !isSeen) {
      throw Refusal.conflict(
          "vehicle "
              + desk.text.vehicleId(v)
              + " cannot be at stop "
              + desk.text.stopId(place)
              + " yet; it is planned there at "
              + desk.times().toOffset(fleet.arrival(v, stop)));
    }
  }

  /** Leaves out the pickup of a ride: it gets another vehicle, or fails. */
  void leaveOut(long request) {
    desk.advance();
    desk.dispatcher().release(request, desk.now());
    findPlace(request, ANY, TroubleCause.DRIVER);
  }
}
