package org.ieum.server.area;

import java.time.OffsetDateTime;
import java.util.Optional;
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
  private final ScooterShelf shelf;

  ScooterClock(Desk desk) {
    this.desk = desk;
    events = new ScooterEvents(desk);
    shelf = new ScooterShelf(desk);
  }

  void run() {
    for (ScooterHold hold : desk.scooters.live()) {
      if (hold.state() == ScooterHold.State.RESERVED) {
        look(hold);
      }
    }
  }

  private void look(ScooterHold hold) {
    Optional<String> trouble = shelf.findTrouble(hold);
    if (trouble.isPresent()) {
      events.release(hold, trouble.get(), shelf.findInstead(hold).orElse(""));
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
    ScooterRules rules = desk.setup.scooters();
    long kept = rules == null ? 0 : rules.hold();
    if (isLetDown) {
      events.release(hold, BOOKING_OVER, "");
    } else if (desk.times().toUtc(desk.now()) > hold.from() + kept) {
      events.release(hold, EXPIRED, "");
    }
  }

  /** Its rider is under way: as long as that lasts, the scooter is kept. */
  private void follow(ScooterHold hold, Ride ride) {
    BookingView view = desk.bookingViews.live(ride, desk.dispatcher(), desk.times());
    OffsetDateTime planned = view.plannedDropOffTime();
    long alights = planned == null ? 0 : planned.toInstant().toEpochMilli();
    if (alights - hold.from() > TOLERANCE) {
      events.move(hold, alights, hold.until() + alights - hold.from());
    }
  }
}
