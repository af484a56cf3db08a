package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A scooter that is kept for a rider, and what became of it.
 *
 * @param bookingId from whose drop-off the rider comes, if from any
 * @param state {@code reserved}, {@code riding}, {@code returned} or {@code released}
 * @param from when it is to be taken; moves when the ride of the booking is late
 * @param until when it is to be left
 * @param heldUntil until when it is kept if it is not taken
 * @param lat where it stood when it was reserved, or where it was left
 * @param lon where it stood when it was reserved, or where it was left
 * @param stationId at which, if at any
 * @param reason why it was released: {@code cancelled}, {@code expired}, {@code booking_over}, or
 *     since the scooter cannot be had any more, {@code scooter_gone}, {@code scooter_moved}, {@code
 *     scooter_disabled}, {@code scooter_flat}
 * @param fallbackScooterId nearest one that could be had when it was released for the scooter
 * @param version goes up with each change
 */
public record ScooterReservationView(
    String reservationId,
    String areaId,
    String scooterId,
    String riderId,
    @Nullable String bookingId,
    String state,
    OffsetDateTime from,
    OffsetDateTime until,
    OffsetDateTime heldUntil,
    OffsetDateTime confirmedAt,
    double lat,
    double lon,
    @Nullable String stationId,
    @Nullable String reason,
    @Nullable String fallbackScooterId,
    long version) {}
