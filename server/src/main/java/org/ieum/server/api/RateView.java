package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * A part of what adults pay, or prices of its own.
 *
 * @param percent of what adults pay; null for own prices, which are null otherwise
 * @param base minor units
 * @param baseDistance how far that takes one, metres; null for anywhere
 * @param perStep minor units for each further step, or part of it; null without steps
 * @param stepDistance its length, metres; null without steps
 */
public record RateView(
    @Nullable Integer percent,
    @Nullable Long base,
    @Nullable Integer baseDistance,
    @Nullable Long perStep,
    @Nullable Integer stepDistance) {}
