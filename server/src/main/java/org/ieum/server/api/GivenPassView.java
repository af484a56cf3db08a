package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * A pass that a rider has, as it was when it was given.
 *
 * @param validFrom first day, in the area
 * @param validTo last day, in the area
 * @param ridesUsed rides that count on it: booked, and not given back
 * @param ridesLeft null for as many as one likes
 */
public record GivenPassView(
    String areaId,
    String riderId,
    PassView pass,
    String validFrom,
    String validTo,
    int ridesUsed,
    @Nullable Integer ridesLeft) {}
