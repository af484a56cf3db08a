package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A leg of a journey. Null where a mode has no such thing.
 *
 * @param mode {@code walk}, {@code drt}, {@code transit} or {@code scooter}
 * @param startTime as planned
 * @param endTime as planned
 * @param latestEndTime by what is promised
 * @param fromName what riders read
 * @param toName what riders read
 * @param fare minor units; null where transit needs tickets, which count in the journey's fare
 *     only, and where nobody says
 * @param offerId of an on-demand ride
 * @param pickupWindowStart of an on-demand ride
 * @param pickupWindowEnd of an on-demand ride
 * @param routeId of transit, as the feed has it
 * @param routeName of transit
 * @param headsign of transit
 * @param tripId of transit, as the feed has it
 * @param systemId of a scooter
 * @param scooterId of a scooter
 * @param reservable whether confirming reserves the scooter; if not, it is only seen to stand there
 * @param rideDistance on a scooter, metres
 */
public record JourneyLegView(
    String mode,
    OffsetDateTime startTime,
    OffsetDateTime endTime,
    OffsetDateTime latestEndTime,
    @Nullable String fromName,
    double fromLat,
    double fromLon,
    @Nullable String toName,
    double toLat,
    double toLon,
    @Nullable Long fare,
    @Nullable String offerId,
    @Nullable OffsetDateTime pickupWindowStart,
    @Nullable OffsetDateTime pickupWindowEnd,
    @Nullable String routeId,
    @Nullable String routeName,
    @Nullable String headsign,
    @Nullable String tripId,
    @Nullable String systemId,
    @Nullable String scooterId,
    @Nullable Boolean reservable,
    @Nullable Integer rideDistance) {}
