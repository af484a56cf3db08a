package org.ieum.server.api;

import java.time.OffsetDateTime;

/** A ride that can be had; confirm it with its id. Durations in seconds. */
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
    OffsetDateTime expiresAt) {}
