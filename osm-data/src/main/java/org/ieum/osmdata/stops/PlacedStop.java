package org.ieum.osmdata.stops;

import org.ieum.model.StopPoint;

/**
 * A stop point of an area.
 *
 * @param point the stop itself
 * @param source where it comes from
 */
public record PlacedStop(StopPoint point, StopSource source) {}
