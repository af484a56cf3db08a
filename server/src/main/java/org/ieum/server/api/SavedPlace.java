package org.ieum.server.api;

/**
 * A place that a rider goes to often.
 *
 * @param name for the rider
 * @param lat degrees
 * @param lon degrees
 */
public record SavedPlace(String name, Double lat, Double lon) {}
