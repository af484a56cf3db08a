package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What became of the rides that a vehicle could not serve before its shift ends.
 *
 * @param endTime when it ends
 */
public record ShiftEndView(
    String vehicleId, OffsetDateTime endTime, String reason, List<AffectedView> affected) {}
