package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to reach a rider, and where they often go. */
public record RiderInput(
    @Nullable String name, @Nullable String phone, @Nullable List<SavedPlace> savedPlaces) {}
