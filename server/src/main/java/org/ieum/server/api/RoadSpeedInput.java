package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * How much faster or slower than usual roads are driven: either all of a class, or the one road
 * between two junctions that is nearest to a place. The factor of a road goes before that of its
 * class.
 *
 * @param roadClass of OpenStreetMap, such as {@code primary}
 * @param lat degrees; with lon in place of a class
 * @param lon degrees
 * @param heading of the one direction that is meant, degrees clockwise from north; both when null
 * @param speedFactor 0.5 for half the usual speed, 0 closes
 */
public record RoadSpeedInput(
    @Nullable String roadClass,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable Integer heading,
    Double speedFactor) {}
