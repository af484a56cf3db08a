package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A confirmed ride. The version goes up with each change and is its ETag. */
public record BookingView(
    String bookingId,
    String areaId,
    String riderId,
    String state,
    String vehicleId,
    int passengerCount,
    int wheelchairs,
    String pickupStopId,
    String dropOffStopId,
    int accessWalkDuration,
    int egressWalkDuration,
    OffsetDateTime pickupWindowStart,
    OffsetDateTime pickupWindowEnd,
    OffsetDateTime latestDropOffTime,
    int maxRideDuration,
    int directDuration,
    @Nullable OffsetDateTime plannedPickupTime,
    @Nullable OffsetDateTime plannedDropOffTime,
    OffsetDateTime confirmedAt,
    long version) {}
