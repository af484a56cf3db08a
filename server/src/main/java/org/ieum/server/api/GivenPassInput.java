package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * A pass for a rider.
 *
 * @param passId of the area's prices
 * @param validFrom first day that it is good, in the area, such as {@code 2026-05-06}; today when
 *     null
 */
public record GivenPassInput(String passId, @Nullable String validFrom) {}
