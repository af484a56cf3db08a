package org.ieum.server.api;

import java.time.OffsetDateTime;

/** A time in which a vehicle serves. */
public record ShiftView(
    String shiftId,
    String vehicleId,
    OffsetDateTime startTime,
    OffsetDateTime endTime,
    String startStopId,
    String endStopId) {}
