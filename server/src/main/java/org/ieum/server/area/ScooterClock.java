package org.ieum.server.area;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ieum.model.BookingState;
import org.ieum.server.api.BookingView;

/**
 * Keeps scooters for riders whose bus is late, and no longer for those who do not come; tells when
 * one that is kept cannot be had any more, and which could be instead. Looks at each tick of the
 * writer and before each command about scooters.
 */
final class ScooterClock {
  /** Why scooters are released. */
  static final String CANCELLED = "cancelled";

  private static final String EXPIRED = "expired";
  private static final String BOOKING_OVER = "booking_over";

  /** Smaller delays are not worth an event, ms. */
  private static final long TOLERANCE = 60_000;

  private final Desk desk;
  private final ScooterEvents events;

  /** Scooters that riders have been told of in this run, one each. */
  private final Set<String> named = new HashSet<>();

  ScooterClock(Desk desk) {
    this.desk = desk;
    events = new ScooterEvents(desk);
  }

  void run() {
    for (ScooterHold hold : desk.scooters.live()) {
      if (hold.state() == ScooterHold.State.RESERVED) {
        look(hold);
      }
    }
  }

  private void look(ScooterHold hold) {
    Optional<String> trouble = desk.shelf.findTrouble(hold);
    if (trouble.isPresent()) {
      String instead = desk.shelf.findInstead(hold, named).orElse("");
      named.add(instead);
      events.release(hold, trouble.get(), instead);
      return;
    }
    long request = hold.booking().isEmpty() ? -1 : desk.text.request(hold.booking());
    Optional<Ride> ride = desk.rides.find(request);
    if (ride.isPresent()) {
      follow(hold, ride.get());
      return;
    }
    boolean isLetDown =
        desk.rides
            .findEnded(request)
            .filter(ended -> !ended.state().equals(BookingState.COMPLETED.code()))
            .isPresent();
    long kept = desk.setup.scooterRules().hold();
    if (isLetDown) {
      events.release(hold, BOOKING_OVER, "");
    } else if (desk.times().toUtc(desk.now()) > hold.from() + kept) {
      events.release(hold, EXPIRED, "");
    }
  }

  /** Its rider is under way: as long as that lasts, the scooter is kept, and for the way to it. */
  private void follow(ScooterHold hold, Ride ride) {
    long delay = dropOff(desk, ride) + hold.lead() - hold.from();
    if (delay > TOLERANCE) {
      events.move(hold, hold.from() + delay, hold.until() + delay);
    }
  }

  /** When the rider of a ride is to alight as planned now, ms since 1970; 0 when nobody knows. */
  static long dropOff(Desk desk, Ride ride) {
    BookingView view = desk.bookingViews.live(ride, desk.dispatcher(), desk.times());
    OffsetDateTime planned = view.plannedDropOffTime();
    return planned == null ? 0 : planned.toInstant().toEpochMilli();
  }
}
