package org.ieum.server.api;

import java.util.List;

/**
 * A journey whose legs are confirmed, all of them.
 *
 * @param bookings of its on-demand rides, in their order
 * @param reservations of its scooters, in their order
 */
public record JourneyConfirmation(
    String journeyId, List<BookingView> bookings, List<ScooterReservationView> reservations) {}
