package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket for many rides of one rider.
 *
 * @param price minor units
 * @param serviceIds services or modes that it covers
 * @param rides how many; null for as many as one likes
 * @param days how long it is good
 */
public record PassView(
    String passId,
    String passName,
    long price,
    List<String> serviceIds,
    @Nullable Integer rides,
    int days) {}
