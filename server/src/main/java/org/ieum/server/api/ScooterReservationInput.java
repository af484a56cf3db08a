package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A scooter is to be kept for a rider.
 *
 * @param riderId who is to ride; needed from all but riders
 * @param from when it is to be taken; now when null
 * @param until when it is to be left; half an hour later when null
 * @param bookingId live booking of the rider, from whose drop-off they come: when that is late, the
 *     scooter is kept for longer, and when it is called off, it is free again
 */
public record ScooterReservationInput(
    @Nullable String riderId,
    @Nullable OffsetDateTime from,
    @Nullable OffsetDateTime until,
    @Nullable String bookingId) {}
