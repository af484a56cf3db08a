package org.ieum.server.area;

import java.util.List;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.GivenPassInput;
import org.ieum.server.api.GivenPassView;
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
   * Gives a rider a pass of the area's prices: {@code CONFLICT} when they have one with rides left
   * on a day of it.
   */
  GivenPassView givePass(String riderId, GivenPassInput input);

  /** Passes of a rider that are not over, those that end first before others. */
  List<GivenPassView> passes(String riderId);

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
