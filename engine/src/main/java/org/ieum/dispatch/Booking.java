package org.ieum.dispatch;

import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.model.TimeWindow;

/** A confirmed ride as the dispatcher keeps it; only the dispatcher changes it. */
public final class Booking {
  private final Offer offer;
  private final int vehicle;
  private BookingState state = BookingState.ASSIGNED;

  Booking(Offer offer, int vehicle) {
    this.offer = offer;
    this.vehicle = vehicle;
  }

  public long request() {
    return offer.request().id();
  }

  public Offer offer() {
    return offer;
  }

  public int vehicle() {
    return vehicle;
  }

  public BookingState state() {
    return state;
  }

  void setState(BookingState state) {
    this.state = state;
  }

  /** The span in which the party may be under way. */
  TimeWindow span() {
    return new TimeWindow(
        offer.promise().pickupWindow().earliest(), offer.promise().latestDropoff());
  }
}
