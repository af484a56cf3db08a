package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * The acceptance of an offer, or of two.
 *
 * @param offerId as quoted
 * @param returnOfferId of the trip back, as quoted; both are booked or none
 */
public record BookingInput(String offerId, @Nullable String returnOfferId) {}
