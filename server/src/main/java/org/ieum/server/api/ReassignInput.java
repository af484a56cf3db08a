package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * Another vehicle for a ride.
 *
 * @param reason for the record; no names or numbers of people, for it is kept
 * @param vehicleId which one; any when null
 */
public record ReassignInput(String reason, @Nullable String vehicleId) {}
