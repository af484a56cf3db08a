package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * A shared scooter as it is known.
 *
 * @param systemId of its operator
 * @param managed whether Ieum manages it; of others is only told what their feed says, which
 *     promises nothing
 * @param reservable whether it can be reserved now
 * @param state {@code free}, {@code reserved}, {@code in_use}, {@code low_battery} or {@code
 *     disabled}
 * @param stationId at which it stands, if at any
 * @param formFactor as GBFS spells it; null when not known
 * @param range how far it goes, metres; null when not known
 */
public record ScooterView(
    String scooterId,
    String areaId,
    String systemId,
    boolean managed,
    boolean reservable,
    String state,
    double lat,
    double lon,
    @Nullable String stationId,
    @Nullable String formFactor,
    @Nullable Integer range) {}
