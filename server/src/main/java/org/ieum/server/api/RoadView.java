package org.ieum.server.api;

/**
 * A road between two junctions.
 *
 * @param edge its number, as in events
 * @param roadClass of OpenStreetMap
 * @param lat of its middle, degrees
 * @param lon of its middle, degrees
 */
public record RoadView(int edge, String roadClass, double lat, double lon) {}
