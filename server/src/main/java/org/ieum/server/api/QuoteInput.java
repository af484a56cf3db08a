package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A trip that is asked for. Null where the default holds.
 *
 * @param areaId the service area; found by the pickup when null
 * @param riderId who rides; a new rider when null
 * @param pickupLat degrees
 * @param pickupLon degrees
 * @param dropOffLat degrees
 * @param dropOffLon degrees
 * @param requestedTime when to set out or to arrive; now when null
 * @param timeType {@code depart_at} (default) or {@code arrive_by}
 * @param passengerCount people on seats, those in wheelchairs not included; 1 when null, 0 only
 *     with wheelchairs
 * @param wheelchairs people in wheelchairs; 0 when null
 * @param luggage large pieces; must be 0 or null, since it is not taken into account yet
 * @param serviceId one of the services of the area; the first when null
 * @param maxWalkDistance longest walk at each end, metres; as the area says when null
 * @param requestOrigin {@code app}, {@code web}, {@code phone}, {@code kiosk}, {@code driver} or
 *     {@code api} (default)
 * @param riderKind by whose prices all of the party pay: {@code adult} (default), {@code youth} or
 *     {@code child}; those of different kinds book one by one
 * @param replacesBookingId booking of the same rider whose place the ride is to take, by PATCH
 */
public record QuoteInput(
    @Nullable String areaId,
    @Nullable String riderId,
    Double pickupLat,
    Double pickupLon,
    Double dropOffLat,
    Double dropOffLon,
    @Nullable OffsetDateTime requestedTime,
    @Nullable String timeType,
    @Nullable Integer passengerCount,
    @Nullable Integer wheelchairs,
    @Nullable Integer luggage,
    @Nullable String serviceId,
    @Nullable Integer maxWalkDistance,
    @Nullable String requestOrigin,
    @Nullable String riderKind,
    @Nullable String replacesBookingId) {
  /** On seats in one booking. */
  public static final int MOST_PASSENGERS = 16;

  /** In one booking. */
  public static final int MOST_WHEELCHAIRS = 8;

  /** That can be asked for, metres. */
  public static final int LONGEST_WALK = 5_000;
}
