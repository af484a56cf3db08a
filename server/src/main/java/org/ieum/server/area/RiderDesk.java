package org.ieum.server.area;

import org.ieum.server.api.BookingView;
import org.ieum.server.api.StandingView;

/** What concerns riders and changes of their bookings; for the writer's thread. */
public interface RiderDesk {
  /** How reliable a rider has been; zeros when nothing is known of them. */
  StandingView standing(String riderId);

  /**
   * Lets a restricted rider book again: {@code CONFLICT} when they are not restricted.
   *
   * @param reasonCode for the journal
   */
  StandingView lift(String riderId, String reasonCode);

  /**
   * Accepts an offer in place of a booking: the new one is confirmed and the old one ends, or
   * nothing changes. {@code CONFLICT} with a fresh QuoteView when the offer cannot be kept.
   *
   * @param byOperator whether the operator does; a rider who puts a ride off when it is too late to
   *     call it off has called it off late
   */
  BookingView change(String bookingId, String offerId, boolean byOperator);

  /** Accepts two offers or none; refuses as {@link AreaDesk#book} does. */
  BookingView bookWithReturn(String offerId, String returnOfferId);

  /** Calls a booking off for the operator, which does not count against its rider. */
  BookingView callOff(String bookingId);
}
