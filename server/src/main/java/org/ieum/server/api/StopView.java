package org.ieum.server.api;

/** A stop point. */
public record StopView(
    String stopId, String stopName, double stopLat, double stopLon, boolean closed) {}
