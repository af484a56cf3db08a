package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle and what it is doing.
 *
 * @param towardsStopId where it is to wait for riders, while it is on its way there
 */
public record VehicleView(
    String vehicleId,
    String areaId,
    String state,
    int seats,
    int wheelchairPlaces,
    int riders,
    int wheelchairs,
    @Nullable String stopId,
    @Nullable String nextStopId,
    @Nullable OffsetDateTime nextArrivalTime,
    @Nullable String towardsStopId,
    @Nullable PositionView position) {}
