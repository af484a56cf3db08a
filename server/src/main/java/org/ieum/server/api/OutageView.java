package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What became of the rides of a vehicle that is out.
 *
 * @param until when it is back
 */
public record OutageView(
    String vehicleId, OffsetDateTime until, String reason, List<AffectedView> affected) {}
