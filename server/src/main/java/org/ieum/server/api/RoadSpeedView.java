package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * How roads are driven.
 *
 * @param roadClass all roads of it; null for one road
 * @param lat as it was asked, degrees; null for a class
 * @param lon as it was asked, degrees; null for a class
 * @param heading of the one direction, degrees clockwise from north; null for both
 * @param speedFactor 1 for the usual speed, 0 for closed
 * @param road that is nearest to the place; null for a class
 */
public record RoadSpeedView(
    @Nullable String roadClass,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable Integer heading,
    double speedFactor,
    @Nullable RoadView road) {}
