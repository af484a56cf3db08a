package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/** How to reach a rider. */
public record RiderInput(@Nullable String name, @Nullable String phone) {}
