package org.ieum.server.area;

import java.util.List;
import org.ieum.dispatch.Booking;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.GivenPassInput;
import org.ieum.server.api.GivenPassView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderIds;
import org.ieum.server.api.StandingView;
import org.ieum.server.area.Standings.Day;
import org.ieum.server.area.Standings.Restriction;

/** What clients do with riders and with bookings as a whole, on the writer's thread. */
final class RiderOperations implements RiderDesk {
  private final Desk desk;
  private final Quotes quotes;
  private final Operations all;

  RiderOperations(Desk desk, Quotes quotes, Operations all) {
    this.desk = desk;
    this.quotes = quotes;
    this.all = all;
  }

  @Override
  public StandingView standing(String riderId) {
    long now = desk.times().toUtc(desk.now());
    Day sum = desk.riderBook.standings().sum(riderId, now);
    return new StandingView(
        desk.setup.id(),
        riderId,
        sum.bookings(),
        sum.noShows(),
        sum.lateCancellations(),
        desk.riderBook
            .standings()
            .findRestriction(riderId, now)
            .map(Restriction::until)
            .map(desk.times()::toOffset)
            .orElse(null),
        desk.riderBook.findObjection(riderId, desk.times(), desk.now()).orElse(null));
  }

  @Override
  public StandingView lift(String riderId, String reasonCode) {
    desk.advance();
    if (desk.riderBook.findObjection(riderId, desk.times(), desk.now()).isEmpty()) {
      throw Refusal.conflict("rider " + riderId + " is not restricted");
    }
    new RiderEvents(desk).lift(riderId, reasonCode);
    return standing(riderId);
  }

  @Override
  public GivenPassView givePass(String riderId, GivenPassInput input) {
    desk.advance();
    return new PassOperations(desk).give(riderId, input);
  }

  @Override
  public List<GivenPassView> passes(String riderId) {
    return new PassOperations(desk).passes(riderId);
  }

  @Override
  public BookingView change(String bookingId, String offerId, boolean byOperator) {
    desk.advance();
    HeldOffers.Held held = quotes.open(offerId);
    if (!held.occasion().replaces().equals(bookingId)) {
      throw Refusal.conflict(
          "offer "
              + offerId
              + " was not quoted with replaces_booking_id "
              + bookingId
              + (held.occasion().replaces().isEmpty()
                  ? ""
                  : " but with " + held.occasion().replaces()));
    }
    long old = all.request(bookingId);
    if (desk.dispatcher().findBooking(old).map(Booking::state).orElseThrow()
        == BookingState.ONBOARD) {
      throw Refusal.conflict("booking " + bookingId + " is onboard");
    }
    boolean isLate = !byOperator && isPutOff(old, held.offer()) && desk.isLate(old);
    long request = quotes.confirm(offerId, held, held.rider(), held.occasion());
    desk.offers.accept(offerId);
    desk.cancel(old, Desk.BY_CHANGE, isLate);
    return all.booking(desk.text.bookingId(request));
  }

  /** Whether the vehicle is to come later than for a ride so far. */
  private boolean isPutOff(long request, Offer instead) {
    Offer before = desk.rides.find(request).orElseThrow().offer();
    return instead.promise().pickupWindow().earliest() > before.promise().pickupWindow().earliest();
  }

  @Override
  public BookingView bookWithReturn(String offerId, String returnOfferId) {
    desk.advance();
    HeldOffers.Held out = quotes.openNew(offerId);
    HeldOffers.Held back = quotes.openNew(returnOfferId);
    if (offerId.equals(returnOfferId)) {
      throw Refusal.invalid("return_offer_id", "must be another offer, was '" + offerId + "'");
    }
    boolean areGuests = RiderIds.isGuest(out.rider()) && RiderIds.isGuest(back.rider());
    if (!areGuests && !out.rider().equals(back.rider())) {
      throw Refusal.conflict("offer " + returnOfferId + " is another rider's");
    }
    if (back.offer().promise().pickupWindow().earliest() < out.offer().plannedDropoff()) {
      throw Refusal.conflict(
          "offer "
              + returnOfferId
              + " must begin behind the outbound trip, which is to end at "
              + desk.times().toOffset(out.offer().plannedDropoff()));
    }
    return desk.wholly(
        () -> {
          long first = quotes.confirm(offerId, out, out.rider(), out.occasion());
          String id = desk.text.bookingId(first);
          long second =
              quotes.confirm(returnOfferId, back, out.rider(), back.occasion().asReturnOf(id));
          desk.offers.accept(offerId);
          desk.offers.accept(returnOfferId);
          return all.booking(id).withReturn(all.booking(desk.text.bookingId(second)));
        });
  }

  @Override
  public BookingView callOff(String bookingId) {
    return all.cancel(bookingId, Desk.BY_OPERATOR);
  }
}
