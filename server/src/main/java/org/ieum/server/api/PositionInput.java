package org.ieum.server.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a vehicle is, by its own account.
 *
 * @param sequence goes up from position to position
 * @param lat degrees
 * @param lon degrees
 * @param time when it was there; now when null
 */
public record PositionInput(Long sequence, Double lat, Double lon, @Nullable OffsetDateTime time) {}
