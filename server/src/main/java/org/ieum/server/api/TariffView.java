package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * What a service costs.
 *
 * @param serviceId of a service, or a mode: {@code drt}, {@code transit}, {@code scooter}
 * @param type {@code distance}, by which each rider pays, or {@code meter}, by which the party does
 * @param adult prices, and those of the meter
 * @param youth prices; null for a meter
 * @param child prices; null for a meter
 * @param stepDuration of a step where it goes slowly, seconds; null by distance
 * @param slowSpeed below which it does, km/h; null by distance
 */
public record TariffView(
    String serviceId,
    String type,
    RateView adult,
    @Nullable RateView youth,
    @Nullable RateView child,
    @Nullable Integer stepDuration,
    @Nullable Double slowSpeed) {}
