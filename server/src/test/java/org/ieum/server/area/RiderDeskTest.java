package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.StandingView;
import org.junit.jupiter.api.Test;

/** Restrictions, changes and return trips in a real area, also after restarts. */
final class RiderDeskTest extends AreaLife {
  private StandingView standing(String rider) throws Exception {
    return ask(desk -> desk.riders().standing(rider));
  }

  private void miss(String rider) throws Exception {
    String id = book(rider, 0, 400, 0).bookingId();
    pass(30 * MINUTE);
    assertEquals("no_show", booking(id).state());
  }

  @Test
  void whoDoesNotComeFourTimesMayNotBookForAWeek() throws Exception {
    for (int i = 0; i < 3; i++) {
      miss("anna");
    }
    assertNull(standing("anna").restrictedUntil());
    restart(false);
    BookingView later = book("anna", 5, 200, 5 * HOUR);
    miss("anna");
    StandingView standing = standing("anna");
    assertEquals(4, standing.noShows());
    assertEquals(4, standing.bookings());
    QuoteView refused = quote("anna", 0, 400, 0, null);
    assertEquals("rider_restricted", refused.rejectionReason());
    assertEquals(
        "rider anna may not book until "
            + standing.restrictedUntil()
            + ": 4 no-shows and 0 late cancellations in 4 bookings within 30 days",
        refused.rejectionDetail());
    assertEquals("assigned", booking(later.bookingId()).state(), "what was promised stays");
    assertEquals(1, events("rider_restricted").size());
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(standing, standing("anna"));
      assertEquals("rider_restricted", quote("anna", 0, 400, 0, null).rejectionReason());
    }
    assertFalse(quote("ben", 0, 400, 0, null).offers().isEmpty());

    StandingView lifted = order(desk -> desk.riders().lift("anna", "goodwill"));
    assertNull(lifted.restrictedUntil());
    assertEquals(
        Refusal.Kind.CONFLICT, refusal(desk -> desk.riders().lift("anna", "goodwill")).kind());
    restart(false);
    assertFalse(quote("anna", 0, 400, 0, null).offers().isEmpty());
  }

  @Test
  void whoWasLetDownIsNoNoShow() throws Exception {
    BookingView booked = book("anna", 0, 400, 0);
    String id = booked.bookingId();
    awaitVehicle(id);
    order(desk -> desk.board(id, new BoardInput(null, null)));
    pass(5 * MINUTE);
    order(desk -> desk.takeOut(vehicleOf(booked), new OutageInput("smoke", null, null)));
    awaitVehicle(id);
    assertEquals("no_show", order(desk -> desk.noShow(id)).state());
    assertEquals(0, standing("anna").bookings());
    restart(false);
    assertEquals(0, standing("anna").bookings());
  }

  /** Lets time pass until the vehicle is at the pickup and the party is waited for. */
  private void awaitVehicle(String id) throws Exception {
    while (!booking(id).state().equals("arrived_at_pickup")
        || booking(id).pickupWindowStart().toInstant().toEpochMilli() > now.get()) {
      pass(MINUTE / 2);
    }
  }

  @Test
  void anOfferFromBeforeTheRestrictionIsRefused() throws Exception {
    for (int i = 0; i < 3; i++) {
      miss("anna");
    }
    String missed = book("anna", 0, 400, 0).bookingId();
    while (booking(missed).state().equals("assigned")
        || booking(missed).state().equals("driver_en_route")) {
      pass(MINUTE / 2);
    }
    String held = offer("anna", 7, 300, 3 * HOUR, null);
    order(desk -> desk.noShow(missed));
    Refusal refusal = refusal(desk -> desk.book(held));
    assertEquals(Refusal.Kind.CONFLICT, refusal.kind());
    QuoteView instead = assertInstanceOf(QuoteView.class, refusal.instead());
    assertEquals("rider_restricted", instead.rejectionReason());
  }

  @Test
  void lateCancellationsCountAndOthersDoNot() throws Exception {
    String early = book("anna", 0, 400, 2 * HOUR).bookingId();
    pass(HOUR);
    order(desk -> desk.cancel(early));
    assertEquals(0, standing("anna").lateCancellations());

    String soon = book("anna", 0, 400, 0).bookingId();
    pass(MINUTE);
    order(desk -> desk.cancel(soon));
    assertEquals(0, standing("anna").lateCancellations(), "just booked");

    String operator = book("anna", 0, 400, HOUR).bookingId();
    pass(45 * MINUTE);
    order(desk -> desk.riders().callOff(operator));
    assertEquals(0, standing("anna").lateCancellations());

    String late = book("anna", 0, 400, HOUR).bookingId();
    pass(45 * MINUTE);
    order(desk -> desk.cancel(late));
    StandingView standing = standing("anna");
    assertEquals(1, standing.lateCancellations());
    assertEquals(1, standing.bookings());

    BookingView guest = book("", 0, 400, HOUR);
    pass(45 * MINUTE);
    order(desk -> desk.cancel(guest.bookingId()));
    assertEquals(0, standing(guest.riderId()).bookings());
    for (boolean hasSnapshot : List.of(false, true)) {
      restart(hasSnapshot);
      assertEquals(standing, standing("anna"));
    }
  }

  @Test
  void aBookingIsChangedAsAWhole() throws Exception {
    BookingView old = book("anna", 0, 400, HOUR);
    assertEquals("phone", old.requestOrigin());
    assertEquals("booking_rule", quote("anna", 0, 400, HOUR + 5 * MINUTE, null).rejectionReason());
    String offer = offer("anna", 0, 400, HOUR + 5 * MINUTE, old.bookingId());
    assertEquals(
        Refusal.Kind.CONFLICT, refusal(desk -> desk.book(offer)).kind(), "only by the change");
    BookingView fresh = order(desk -> desk.riders().change(old.bookingId(), offer, false));
    assertEquals("assigned", fresh.state());
    assertEquals(old.bookingId(), fresh.replacesBookingId());
    assertEquals("cancelled", booking(old.bookingId()).state());
    assertEquals(0, standing("anna").bookings(), "a change is no cancellation");
    assertEquals(1, ask(desk -> desk.bookings("", 10, "anna", "")).size());
    assertEquals(
        Refusal.Kind.CONFLICT,
        refusal(desk -> desk.riders().change(old.bookingId(), offer, false)).kind());
    restart(false);
    assertEquals(fresh, booking(fresh.bookingId()));
  }

  /** A ride whose vehicle comes in twenty minutes, put off to another time by so much. */
  private BookingView putOff(String rider, long by, boolean byOperator) throws Exception {
    String id = book(rider, 0, 400, HOUR).bookingId();
    pass(40 * MINUTE);
    String offer = offer(rider, 0, 400, 20 * MINUTE + by, id);
    return order(desk -> desk.riders().change(id, offer, byOperator));
  }

  @Test
  void whoPutsARideOffLateHasCalledItOffLate() throws Exception {
    String far = putOff("anna", 10 * HOUR, false).bookingId();
    order(desk -> desk.cancel(far));
    assertEquals(1, standing("anna").lateCancellations());
    putOff("ben", 10 * HOUR, true);
    assertEquals(0, standing("ben").lateCancellations(), "the operator");
    String same = putOff("carla", 0, false).bookingId();
    assertEquals(0, standing("carla").lateCancellations(), "at the same time");
    order(desk -> desk.cancel(same));
    assertEquals(1, standing("carla").lateCancellations(), "a change is no new booking");
    restart(false);
    assertEquals(1, standing("anna").lateCancellations());
    assertEquals(0, standing("ben").lateCancellations());
    assertEquals(1, standing("carla").lateCancellations());
  }

  @Test
  void anOfferThatCannotBeKeptChangesNothing() throws Exception {
    BookingView old = book("anna", 0, 400, HOUR);
    QuoteView quote = quote("anna", 0, 300, HOUR, old.bookingId());
    String offer = quote.offers().get(0).offerId();
    order(desk -> desk.closeStop(quote.offers().get(0).dropOffStopId()));
    BookingView before = booking(old.bookingId());
    long seq = lastSeq();
    Refusal refusal = refusal(desk -> desk.riders().change(old.bookingId(), offer, false));
    assertEquals(Refusal.Kind.CONFLICT, refusal.kind());
    assertInstanceOf(QuoteView.class, refusal.instead());
    assertEquals(seq, lastSeq());
    assertEquals(before, booking(old.bookingId()));
  }

  @Test
  void onlyTheRidersOwnBookingIsReplaced() throws Exception {
    BookingView old = book("anna", 0, 400, HOUR);
    BookingView other = book("ben", 0, 400, HOUR);
    try {
      QuoteView quote = quote("anna", 0, 400, HOUR, other.bookingId());
      throw new AssertionError(quote.toString());
    } catch (java.util.concurrent.ExecutionException e) {
      assertEquals("replaces_booking_id", assertInstanceOf(Refusal.class, e.getCause()).field());
    }
    String plain = offer("anna", 0, 400, 4 * HOUR, null);
    assertEquals(
        Refusal.Kind.CONFLICT,
        refusal(desk -> desk.riders().change(old.bookingId(), plain, false)).kind());
    String callAgent = offer("", 0, 400, 2 * HOUR, other.bookingId());
    assertEquals(
        "ben", order(desk -> desk.riders().change(other.bookingId(), callAgent, false)).riderId());
  }

  @Test
  void returnTripsAreBookedBothOrNone() throws Exception {
    String out = offer("anna", 0, 400, HOUR, null);
    QuoteView backQuote = quote("anna", 300, 20, 4 * HOUR, null);
    assertNull(backQuote.rejectionReason(), backQuote.toString());
    String back = backQuote.offers().get(0).offerId();
    String stop = backQuote.offers().get(0).pickupStopId();
    order(desk -> desk.closeStop(stop));
    long seq = lastSeq();
    List<?> plans = ask(desk -> desk.vehicles());
    Refusal refusal = refusal(desk -> desk.riders().bookWithReturn(out, back));
    assertEquals(Refusal.Kind.CONFLICT, refusal.kind());
    QuoteView instead = assertInstanceOf(QuoteView.class, refusal.instead());
    assertEquals(seq, lastSeq());
    assertEquals(plans, ask(desk -> desk.vehicles()));
    assertEquals(0, ask(desk -> desk.bookings("", 10, "anna", "")).size());

    assertEquals("out_of_area", instead.rejectionReason());

    order(desk -> desk.reopenStop(stop));
    String fresh = offer("anna", 300, 20, 4 * HOUR, null);
    BookingView both = order(desk -> desk.riders().bookWithReturn(out, fresh));
    BookingView returning = both.returnBooking();
    assertNotNull(returning);
    assertEquals(both.bookingId(), returning.outboundBookingId());
    assertEquals("anna", returning.riderId());
    assertTrue(returning.pickupWindowStart().isAfter(both.latestDropOffTime()));
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(
          List.of(both.withReturn(returning).bookingId(), returning.bookingId()),
          ask(desk -> desk.bookings("", 10, "anna", "")).stream()
              .map(BookingView::bookingId)
              .toList());
      assertEquals(returning, booking(returning.bookingId()));
    }
  }

  @Test
  void aChangedReturnTripStaysOne() throws Exception {
    String out = offer("anna", 0, 400, HOUR, null);
    String back = offer("anna", 300, 20, 4 * HOUR, null);
    BookingView both = order(desk -> desk.riders().bookWithReturn(out, back));
    BookingView returning = both.returnBooking();
    assertNotNull(returning);
    String old = returning.bookingId();
    String later = offer("anna", 300, 20, 5 * HOUR, old);
    BookingView changed = order(desk -> desk.riders().change(old, later, false));
    assertEquals(both.bookingId(), changed.outboundBookingId());
    assertEquals(old, changed.replacesBookingId());
  }

  @Test
  void nobodyCallsThemselvesAGuest() throws Exception {
    Refusal refused = assertThrows(Refusal.class, () -> quote("guest-anna", 0, 400, 0, null));
    assertEquals("rider_id", refused.field());
    BookingView guest = book("", 0, 400, HOUR);
    String instead = offer(guest.riderId(), 0, 300, HOUR, guest.bookingId());
    assertEquals(
        guest.riderId(),
        order(desk -> desk.riders().change(guest.bookingId(), instead, false)).riderId());
  }

  @Test
  void aReturnTripOfAGuestIsTheSameGuests() throws Exception {
    String out = offer("", 0, 400, HOUR, null);
    String back = offer("", 400, 0, 4 * HOUR, null);
    String before = offer("", 400, 0, HOUR / 2, null);
    Refusal refusal = refusal(desk -> desk.riders().bookWithReturn(out, before));
    assertEquals(Refusal.Kind.CONFLICT, refusal.kind());
    assertTrue(String.valueOf(refusal.getMessage()).contains("behind the outbound trip"));
    BookingView both = order(desk -> desk.riders().bookWithReturn(out, back));
    BookingView returning = both.returnBooking();
    assertNotNull(returning);
    assertEquals(both.riderId(), returning.riderId());
    assertEquals(
        Refusal.Kind.CONFLICT,
        refusal(desk -> desk.riders().bookWithReturn(out, back)).kind(),
        "accepted already");
  }

  @Test
  void overlappingReturnTripsAreTakenBackWithAllTheirTraces() throws Exception {
    QuoteView outQuote = quote("carla", 0, 400, HOUR, null);
    String out = outQuote.offers().get(0).offerId();
    long end = outQuote.offers().get(0).plannedDropOffTime().toInstant().toEpochMilli();
    String same = offer("carla", 400, 0, end + MINUTE - now.get(), null);
    long seq = lastSeq();
    assertEquals(
        Refusal.Kind.CONFLICT, refusal(desk -> desk.riders().bookWithReturn(out, same)).kind());
    assertEquals(seq, lastSeq());
    BookingView alone = order(desk -> desk.book(out));
    pass(10 * MINUTE);
    restart(false);
    assertEquals("assigned", booking(alone.bookingId()).state());
  }

  @Test
  void anyFailureTakesConfirmedRidesBack() throws Exception {
    Desk desk = new Desk(setup(), "alone");
    desk.open(START);
    Quotes quotes = new Quotes(desk);
    Asked asked = desk.quoteDesk.prepare(input("anna", 0, 400, HOUR, null));
    String offer = quotes.quote(asked).offers().get(0).offerId();
    long seq = desk.told.lastSeq();
    assertThrows(
        IllegalStateException.class,
        () ->
            desk.wholly(
                () -> {
                  quotes.book(offer);
                  throw new IllegalStateException("not of this kind");
                }));
    assertEquals(Map.of(), desk.rides.live());
    assertEquals(0, desk.dispatcher().liveBookings());
    assertEquals(seq, desk.told.lastSeq());
  }
}
