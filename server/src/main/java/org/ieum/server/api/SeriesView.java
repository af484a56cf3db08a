package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rides that come again by a rule.
 *
 * @param state {@code active}, {@code ended} when no day is to come, or {@code cancelled}
 * @param pickupStopIds stops that are tried, the nearest first
 * @param dropOffStopIds stops that are tried, the nearest first
 * @param exceptions days without a ride
 * @param prebookAhead how far ahead rides are booked, seconds
 * @param nextTime of the next ride that is not booked yet
 * @param occurrences the last days that were booked or refused
 */
public record SeriesView(
    String seriesId,
    String areaId,
    String riderId,
    String state,
    String rrule,
    OffsetDateTime start,
    String timeType,
    int passengerCount,
    int wheelchairs,
    List<String> pickupStopIds,
    List<String> dropOffStopIds,
    List<String> exceptions,
    int prebookAhead,
    @Nullable OffsetDateTime nextTime,
    List<OccurrenceView> occurrences) {}
