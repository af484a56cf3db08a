package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * Routes are to be improved now, without waiting for the next look.
 *
 * @param longestSearch how long may be searched in all, s; 2 when null
 */
public record ImprovementInput(@Nullable Integer longestSearch) {}
