package org.ieum.server.api;

/** A service area. */
public record AreaView(
    String areaId,
    String areaName,
    String timeZone,
    double minLat,
    double minLon,
    double maxLat,
    double maxLon,
    int vehicles,
    int stops) {}
