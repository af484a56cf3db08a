package org.ieum.traveltime;

import org.ieum.model.LatLon;

/**
 * A location matched to the road graph.
 *
 * @param position where on the graph
 * @param location the same place on the earth
 * @param distance from the location asked for, metres
 */
public record Snap(RoadPosition position, LatLon location, double distance) {}
