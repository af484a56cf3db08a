package org.ieum.server.area;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ieum.model.LatLon;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderIds;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterReturnInput;
import org.ieum.server.api.ScooterView;
import org.jspecify.annotations.Nullable;

/**
 * What clients do with shared scooters, on the writer's thread. Each command is one decision that
 * either is refused before anything has changed or is told as one event, so that several of them,
 * and rides, can be done {@linkplain Desk#wholly together or not at all}.
 */
final class ScooterOperations implements ScooterDesk {
  /** A ride that is not said to end is over so long after its start, ms. */
  private static final long USUAL_RIDE = 1_800_000;

  private static final long LONGEST_RIDE = 24 * 3_600_000L;

  /** Clocks differ a little, ms. */
  private static final long LATE = 60_000;

  private final Desk desk;
  private final ScooterEvents events;

  ScooterOperations(Desk desk) {
    this.desk = desk;
    events = new ScooterEvents(desk);
  }

  private long now() {
    return desk.times().toUtc(desk.now());
  }

  @Override
  public List<ScooterView> scooters(
      String afterId, int limit, Predicate<LatLon> region, @Nullable LatLon near) {
    return desk.shelf.views(afterId, limit, region, near);
  }

  @Override
  public Map<String, Integer> managedByState() {
    return desk.shelf.managedByState();
  }

  @Override
  public ScooterView scooter(String scooterId) {
    return desk.shelf.view(known(scooterId));
  }

  private ScooterPlaces.Known known(String scooterId) {
    return desk.shelf
        .find(scooterId)
        .orElseThrow(() -> Refusal.notFound("scooter " + scooterId + " is not known"));
  }

  @Override
  public ScooterReservationView reserve(
      String scooterId, String riderId, ScooterReservationInput input) {
    begin();
    ScooterPlaces.Known known = known(scooterId);
    RiderIds.checkNoGuest(riderId);
    long from = utc(input.from(), now());
    long until = utc(input.until(), from + USUAL_RIDE);
    checkTimes(from, until);
    checkFree(known);
    checkRider(riderId, from, until);
    String booking = input.bookingId() == null ? "" : input.bookingId();
    checkBooking(booking, riderId);
    long starts = Math.max(from, now());
    ScooterHold hold =
        new ScooterHold(
            desk.scooters.nextNumber(),
            known.supply().systemId(),
            known.id(),
            riderId,
            booking,
            starts,
            until,
            lead(booking, starts),
            now(),
            known.scooter().position(),
            known.scooter().stationId(),
            ScooterHold.State.RESERVED,
            "",
            "",
            0);
    return view(events.reserve(hold));
  }

  /** So long after the planned drop-off of a ride a time is, ms; 0 without one. */
  private long lead(String bookingId, long time) {
    return desk.rides
        .find(desk.text.request(bookingId))
        .map(ride -> ScooterClock.dropOff(desk, ride))
        .filter(dropOff -> dropOff > 0)
        .map(dropOff -> Math.max(0, time - dropOff))
        .orElse(0L);
  }

  /** What the clock decides until now comes first. */
  private void begin() {
    desk.advance();
    new ScooterClock(desk).run();
  }

  private static long utc(@Nullable OffsetDateTime time, long otherwise) {
    return time == null ? otherwise : time.toInstant().toEpochMilli();
  }

  private void checkTimes(long from, long until) {
    long ahead = desk.setup.scooterRules().maxAhead();
    if (from < now() - LATE || from > now() + ahead) {
      throw Refusal.invalid(
          "from",
          "must be from now to "
              + desk.times().toOffset(now() + ahead)
              + ", was "
              + desk.times().toOffset(from));
    }
    if (until <= Math.max(from, now()) || until > from + LONGEST_RIDE) {
      throw Refusal.invalid(
          "until",
          "must be after from, by a day at most, was "
              + desk.times().toOffset(until)
              + ", from "
              + desk.times().toOffset(from));
    }
  }

  private void checkFree(ScooterPlaces.Known known) {
    String id = known.id();
    if (!known.supply().managed()) {
      throw Refusal.conflict(
          "scooter "
              + id
              + " is of "
              + known.supply().systemId()
              + ", whose scooters cannot be reserved here");
    }
    switch (desk.shelf.state(known)) {
      case "free" -> {}
      case "reserved" -> throw Refusal.conflict("scooter " + id + " is reserved");
      case "in_use" -> throw Refusal.conflict("scooter " + id + " is in use");
      case "low_battery" ->
          throw Refusal.conflict(
              "scooter " + id + " is flat: it goes " + known.scooter().rangeMetres() + " m");
      default -> throw Refusal.conflict("scooter " + id + " is disabled");
    }
  }

  private void checkRider(String riderId, long from, long until) {
    Optional<String> objection = desk.riderBook.findObjection(riderId, desk.times(), desk.now());
    if (objection.isPresent()) {
      throw Refusal.conflict(objection.get());
    }
    for (ScooterHold other : desk.scooters.live()) {
      if (other.rider().equals(riderId) && other.from() < until && from < other.until()) {
        throw Refusal.conflict(
            "rider " + riderId + " has scooter " + other.scooter() + " at that time");
      }
    }
  }

  private void checkBooking(String bookingId, String riderId) {
    boolean isTheirs =
        bookingId.isEmpty()
            || desk.rides
                .find(desk.text.request(bookingId))
                .filter(ride -> ride.rider().equals(riderId))
                .isPresent();
    if (!isTheirs) {
      throw Refusal.invalid(
          "booking_id", "must be a live booking of the rider, was '" + bookingId + "'");
    }
  }

  private ScooterHold hold(String reservationId) {
    return desk.scooters
        .find(events.number(reservationId))
        .orElseThrow(
            () -> Refusal.notFound("scooter reservation " + reservationId + " is not known"));
  }

  private ScooterHold hold(String reservationId, ScooterHold.State state) {
    ScooterHold hold = hold(reservationId);
    if (hold.state() != state) {
      throw Refusal.conflict(
          "scooter reservation "
              + reservationId
              + " is "
              + hold.state().code()
              + (hold.reason().isEmpty() ? "" : " (" + hold.reason() + ")")
              + ", not "
              + state.code());
    }
    return hold;
  }

  @Override
  public ScooterReservationView reservation(String reservationId) {
    return view(hold(reservationId));
  }

  @Override
  public ScooterReservationView cancel(String reservationId) {
    begin();
    return view(
        events.release(
            hold(reservationId, ScooterHold.State.RESERVED), ScooterClock.CANCELLED, ""));
  }

  @Override
  public ScooterReservationView take(String reservationId) {
    begin();
    return view(events.take(hold(reservationId, ScooterHold.State.RESERVED)));
  }

  @Override
  public ScooterReservationView bringBack(String reservationId, ScooterReturnInput input) {
    begin();
    ScooterHold hold = hold(reservationId, ScooterHold.State.RIDING);
    String station = input.stationId() == null ? "" : input.stationId();
    ScooterReturns returns = new ScooterReturns(desk.shelf);
    LatLon place = returns.place(hold, input, station);
    return view(events.bringBack(hold, place, station, returns.range(hold, place, input.range())));
  }

  private ScooterReservationView view(ScooterHold hold) {
    return new ScooterReservationView(
        events.reservationId(hold.number()),
        desk.setup.id(),
        hold.scooter(),
        hold.rider(),
        textOrNull(hold.booking()),
        hold.state().code(),
        desk.times().toOffset(hold.from()),
        desk.times().toOffset(hold.until()),
        desk.times().toOffset(hold.from() + desk.setup.scooterRules().hold()),
        desk.times().toOffset(hold.reservedAt()),
        hold.place().lat(),
        hold.place().lon(),
        textOrNull(hold.station()),
        textOrNull(hold.reason()),
        textOrNull(hold.instead()),
        hold.version());
  }

  private static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
