package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/** A rider and how to reach them; nothing of this is in the journal but the id. */
public record RiderView(String riderId, @Nullable String name, @Nullable String phone) {}
