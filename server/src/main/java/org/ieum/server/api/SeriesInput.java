package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rides that come again by a rule. Null where the default holds, as of a quote.
 *
 * @param areaId the service area; found by the pickup when null
 * @param riderId who rides
 * @param pickupLat degrees
 * @param pickupLon degrees
 * @param dropOffLat degrees
 * @param dropOffLon degrees
 * @param start of the rule: its time of day in the area is that of all rides
 * @param timeType {@code depart_at} (default) or {@code arrive_by}
 * @param passengerCount people on seats; 1 when null
 * @param wheelchairs people in wheelchairs; 0 when null
 * @param maxWalkDistance longest walk at each end, metres; as the area says when null
 * @param requestOrigin as of a quote
 * @param riderKind as of a quote
 * @param rrule of RFC 5545, by day, week, month or year, such as {@code FREQ=WEEKLY;BYDAY=MO,WE}
 * @param exceptions days without a ride, such as {@code 2026-12-24}
 */
public record SeriesInput(
    @Nullable String areaId,
    String riderId,
    Double pickupLat,
    Double pickupLon,
    Double dropOffLat,
    Double dropOffLon,
    OffsetDateTime start,
    @Nullable String timeType,
    @Nullable Integer passengerCount,
    @Nullable Integer wheelchairs,
    @Nullable Integer maxWalkDistance,
    @Nullable String requestOrigin,
    @Nullable String riderKind,
    String rrule,
    @Nullable List<String> exceptions) {
  /** The quote that would be asked for at the start. */
  public QuoteInput quote() {
    return new QuoteInput(
        areaId,
        riderId,
        pickupLat,
        pickupLon,
        dropOffLat,
        dropOffLon,
        start,
        timeType,
        passengerCount,
        wheelchairs,
        null,
        null,
        maxWalkDistance,
        requestOrigin,
        riderKind,
        null);
  }
}
