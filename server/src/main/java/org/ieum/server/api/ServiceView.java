package org.ieum.server.api;

/** What riders may expect of a service. Durations in seconds. */
public record ServiceView(
    String serviceId,
    String areaId,
    String serviceName,
    int maxWait,
    double tripFactor,
    int tripExtra,
    int offerLifetime,
    int minLead,
    int maxAhead,
    int maxWalkDistance) {}
