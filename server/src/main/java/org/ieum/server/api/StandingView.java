package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How reliable a rider has been of late in an area.
 *
 * @param bookings that ended within the window, but for those called off in time
 * @param noShows of them
 * @param lateCancellations of them
 * @param restrictedUntil when the rider may book again, if they may not now
 * @param restrictionDetail why, for people
 */
public record StandingView(
    String areaId,
    String riderId,
    int bookings,
    int noShows,
    int lateCancellations,
    @Nullable OffsetDateTime restrictedUntil,
    @Nullable String restrictionDetail) {}
