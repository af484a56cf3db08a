package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * Who of a party boards; all when null.
 *
 * @param passengerCount people on seats
 * @param wheelchairs people in wheelchairs
 */
public record BoardInput(@Nullable Integer passengerCount, @Nullable Integer wheelchairs) {}
