package org.ieum.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Something that happened in an area; ids count up within the area. */
public record EventView(
    long eventId,
    String areaId,
    OffsetDateTime time,
    String type,
    @Nullable String bookingId,
    @Nullable String vehicleId,
    JsonNode data) {}
