package org.ieum.server.api;

import java.time.OffsetDateTime;

/** Where a vehicle was last, by its own account. */
public record PositionView(long sequence, double lat, double lon, OffsetDateTime time) {}
