package org.ieum.server.api;

/**
 * The acceptance of an offer.
 *
 * @param offerId as quoted
 */
public record BookingInput(String offerId) {}
