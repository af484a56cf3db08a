package org.ieum.server.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All roads that are closed or driven at another speed than usual.
 *
 * @param since when they are; null when all have always been as usual
 * @param reason for the record
 */
public record RoadSpeedsView(
    String areaId,
    @Nullable OffsetDateTime since,
    @Nullable String reason,
    List<RoadSpeedView> speeds) {}
