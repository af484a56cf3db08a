package org.ieum.server.http;

import org.ieum.server.api.BookingView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReservationView;

/**
 * Why a command is refused before it is tried, told by the writer's thread within a refusal, since
 * only there nothing can change in between.
 */
enum Guard {
  /** It belongs to somebody else. */
  NOT_YOURS(403),
  /** It has changed since the caller saw it. */
  STALE(412);

  private final int status;

  Guard(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** A rider has their own bookings, a driver those of their vehicle. */
  static BookingView own(Caller caller, BookingView booking) {
    String owner =
        switch (caller.role()) {
          case RIDER -> booking.riderId();
          case DRIVER -> String.valueOf(booking.vehicleId());
          default -> caller.subject();
        };
    if (!owner.equals(caller.subject())) {
      throw Refusal.conflict("booking " + booking.bookingId() + " is not yours", NOT_YOURS);
    }
    return booking;
  }

  /** A rider has their own scooters. */
  static ScooterReservationView own(Caller caller, ScooterReservationView reservation) {
    if (caller.role() == Role.RIDER && !reservation.riderId().equals(caller.subject())) {
      throw Refusal.conflict(
          "scooter reservation " + reservation.reservationId() + " is not yours", NOT_YOURS);
    }
    return reservation;
  }

  /** A rider does not see a vehicle that may still be another. */
  static BookingView seen(Caller caller, BookingView booking) {
    return caller.role() == Role.RIDER ? booking.forRider() : booking;
  }

  /** A driver has one vehicle. */
  static void vehicle(Caller caller, String vehicleId) {
    if (caller.role() == Role.DRIVER && !caller.subject().equals(vehicleId)) {
      throw Refused.of(403, "vehicle " + vehicleId + " is not yours");
    }
  }

  /** A rider is themselves. */
  static void rider(Caller caller, String riderId) {
    if (caller.role() == Role.RIDER && !caller.subject().equals(riderId)) {
      throw Refused.of(403, "rider " + riderId + " is not you");
    }
  }

  /** The caller has seen the last version, if they say which one they saw. */
  static void version(Call call, BookingView whole) {
    BookingView booking = seen(call.caller(), whole);
    if (call.find("If-Match").filter(tags -> !Etag.matches(tags, booking.version())).isPresent()) {
      throw Refusal.conflict(
          "booking " + booking.bookingId() + " has changed: its version is " + booking.version(),
          STALE);
    }
  }
}
