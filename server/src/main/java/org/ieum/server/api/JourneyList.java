package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journeys of which none is as good as another in arrival, walking, transfers and fare and
 * better in one of them; the one that arrives first comes first.
 *
 * @param currency of the fares, ISO 4217; null where nothing costs anything
 * @param noneBecause why there is none, else null
 */
public record JourneyList(
    String areaId,
    @Nullable String currency,
    List<JourneyView> journeys,
    @Nullable String noneBecause) {}
