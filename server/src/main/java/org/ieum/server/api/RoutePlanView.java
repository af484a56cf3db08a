package org.ieum.server.api;

import java.util.List;

/** What a vehicle is going to do. The version goes up with each change and is its ETag. */
public record RoutePlanView(
    String vehicleId, boolean departed, long version, List<StopVisitView> stops) {}
