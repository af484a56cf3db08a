package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way from door to door; confirm it with its id.
 *
 * @param departureTime when to set out
 * @param arrivalTime as planned
 * @param latestArrivalTime by what is promised
 * @param walkDuration of all walks, seconds
 * @param transfers changes of vehicle
 * @param fare of all legs, minor units
 * @param fareKnown whether the fares of all legs are known; unknown ones count as 0
 * @param expiresAt when it can no longer be confirmed; null when there is nothing to confirm
 */
public record JourneyView(
    String journeyId,
    OffsetDateTime departureTime,
    OffsetDateTime arrivalTime,
    OffsetDateTime latestArrivalTime,
    int walkDuration,
    int transfers,
    long fare,
    boolean fareKnown,
    @Nullable OffsetDateTime expiresAt,
    List<JourneyLegView> legs) {}
