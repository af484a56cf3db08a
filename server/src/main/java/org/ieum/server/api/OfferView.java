package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A ride that can be had; confirm it with its id. Durations in seconds.
 *
 * @param fare what it costs, as long as the offer holds and when it has become a booking; null when
 *     the area does not say
 */
public record OfferView(
    String offerId,
    String pickupStopId,
    String dropOffStopId,
    int accessWalkDuration,
    int egressWalkDuration,
    OffsetDateTime pickupWindowStart,
    OffsetDateTime pickupWindowEnd,
    OffsetDateTime latestDropOffTime,
    int maxRideDuration,
    int directDuration,
    OffsetDateTime plannedPickupTime,
    OffsetDateTime plannedDropOffTime,
    OffsetDateTime expiresAt,
    @Nullable FareView fare) {}
