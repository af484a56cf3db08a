package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * Where a scooter was left.
 *
 * @param lat degrees; not needed at a station
 * @param lon degrees; not needed at a station
 * @param stationId at which it stands, if at any
 * @param range how far it still goes, metres; when null, what it went before without the way
 */
public record ScooterReturnInput(
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String stationId,
    @Nullable Integer range) {}
