package org.ieum.server.area;

import java.util.List;
import java.util.Set;
import org.ieum.fare.HeldPass;
import org.ieum.micromobility.ScooterSupply;
import org.jspecify.annotations.Nullable;

/**
 * What a search for journeys has to know of an area, as it was at one moment.
 *
 * @param rider id of who travels
 * @param pass that they have at the time for which they asked; null for none
 * @param scooters where they stand now
 * @param taken scooters that somebody has, as system, colon, id
 * @param now ms since 1970, UTC
 */
record JourneyFacts(
    String rider,
    @Nullable HeldPass pass,
    List<ScooterSupply> scooters,
    Set<String> taken,
    long now) {
  JourneyFacts {
    scooters = List.copyOf(scooters);
    taken = Set.copyOf(taken);
  }
}
