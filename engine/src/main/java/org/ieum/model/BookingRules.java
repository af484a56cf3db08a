package org.ieum.model;

/**
 * Which requests are taken.
 *
 * @param minLead shortest time between asking and setting out, ms
 * @param maxAhead longest time between asking and the requested time, ms
 * @param offerLifetime how long an offer can be confirmed, ms
 */
public record BookingRules(int minLead, int maxAhead, int offerLifetime) {
  /** No lead time, two weeks ahead, offers live for a minute. */
  public static final BookingRules DEFAULT = new BookingRules(0, 14 * 86_400_000, 60_000);

  public BookingRules {
    if (minLead < 0 || maxAhead < minLead || offerLifetime < 0) {
      throw new IllegalArgumentException(
          "booking rules must have 0 <= lead <= ahead and a lifetime >= 0, was "
              + minLead
              + ", "
              + maxAhead
              + ", "
              + offerLifetime);
    }
  }
}
