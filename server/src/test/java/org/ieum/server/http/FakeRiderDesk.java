package org.ieum.server.http;

import java.util.TreeSet;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.StandingView;
import org.ieum.server.area.RiderDesk;

/** Riders without a fleet: r1 has nothing against them, r2 is restricted until that is lifted. */
final class FakeRiderDesk implements RiderDesk {
  private final FakeDesk desk;
  private final TreeSet<String> lifted = new TreeSet<>();

  FakeRiderDesk(FakeDesk desk) {
    this.desk = desk;
  }

  @Override
  public StandingView standing(String riderId) {
    boolean isRestricted = riderId.equals("r2") && !lifted.contains(riderId);
    return isRestricted
        ? new StandingView("a", riderId, 5, 3, 1, FakeDesk.TIME, "four times of five")
        : new StandingView("a", riderId, 0, 0, 0, null, null);
  }

  @Override
  public StandingView lift(String riderId, String reasonCode) {
    if (standing(riderId).restrictedUntil() == null) {
      throw Refusal.conflict("rider " + riderId + " is not restricted");
    }
    lifted.add(riderId);
    return standing(riderId);
  }

  @Override
  public BookingView change(String bookingId, String offerId, boolean byOperator) {
    BookingView fresh = desk.book(offerId);
    desk.cancel(bookingId);
    return fresh;
  }

  @Override
  public BookingView bookWithReturn(String offerId, String returnOfferId) {
    desk.offerRider(returnOfferId);
    return desk.book(offerId).withReturn(desk.book(returnOfferId));
  }

  @Override
  public BookingView callOff(String bookingId) {
    return desk.cancel(bookingId);
  }
}
