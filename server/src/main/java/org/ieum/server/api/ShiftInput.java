package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A further time in which a vehicle serves.
 *
 * @param vehicleId of the area
 * @param startTime must be in the future
 * @param endTime within the planning horizon
 * @param startStopId where it begins
 * @param endStopId where it ends; where it begins when null
 */
public record ShiftInput(
    String vehicleId,
    OffsetDateTime startTime,
    OffsetDateTime endTime,
    String startStopId,
    @Nullable String endStopId) {}
