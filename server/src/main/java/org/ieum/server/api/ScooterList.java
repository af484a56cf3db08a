package org.ieum.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some scooters, by their ids or from near to far.
 *
 * @param nextCursor for the next page of those by their ids, null on the last
 */
public record ScooterList(List<ScooterView> scooters, @Nullable String nextCursor) {}
