package org.ieum.server.api;

/**
 * Another ride in place of a booked one.
 *
 * @param offerId of a quote that named the booking as {@code replaces_booking_id}
 */
public record ChangeInput(String offerId) {}
