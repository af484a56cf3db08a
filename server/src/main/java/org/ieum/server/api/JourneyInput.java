package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey that is asked for. Null where the default holds.
 *
 * @param areaId the service area; found by the origin when null
 * @param riderId who travels; a new rider when null
 * @param originLat degrees
 * @param originLon degrees
 * @param destinationLat degrees
 * @param destinationLon degrees
 * @param requestedTime when to set out or to arrive; now when null
 * @param timeType {@code depart_at} (default) or {@code arrive_by}
 * @param passengerCount people on seats, those in wheelchairs not included; 1 when null, 0 only
 *     with wheelchairs
 * @param wheelchairs people in wheelchairs; 0 when null
 * @param riderKind by whose prices all of the party pay: {@code adult} (default), {@code youth} or
 *     {@code child}
 * @param modes of {@code drt}, {@code transit} and {@code scooter}; all when null
 * @param maxWalkDistance longest of the walks to, from and between vehicles, metres
 * @param limit so many journeys at most; 10 when null
 */
public record JourneyInput(
    @Nullable String areaId,
    @Nullable String riderId,
    Double originLat,
    Double originLon,
    Double destinationLat,
    Double destinationLon,
    @Nullable OffsetDateTime requestedTime,
    @Nullable String timeType,
    @Nullable Integer passengerCount,
    @Nullable Integer wheelchairs,
    @Nullable String riderKind,
    @Nullable List<String> modes,
    @Nullable Integer maxWalkDistance,
    @Nullable Integer limit) {
  /** The same of another rider. */
  public JourneyInput of(String rider) {
    return new JourneyInput(
        areaId,
        rider,
        originLat,
        originLon,
        destinationLat,
        destinationLon,
        requestedTime,
        timeType,
        passengerCount,
        wheelchairs,
        riderKind,
        modes,
        maxWalkDistance,
        limit);
  }
}
