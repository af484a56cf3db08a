package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One scheduled visit of a route. */
public record StopVisitView(
    @Nullable String stopId,
    @Nullable Double lat,
    @Nullable Double lon,
    String kind,
    OffsetDateTime arrivalTime,
    @Nullable OffsetDateTime departureTime,
    List<String> boarding,
    List<String> alighting,
    int riders,
    int wheelchairs) {}
