package org.ieum.server.area;

import java.util.List;
import java.util.Set;
import org.ieum.micromobility.ScooterSupply;

/**
 * What a search for journeys has to know of an area, as it was at one moment.
 *
 * @param rider id of who travels
 * @param scooters where they stand now
 * @param taken scooters that somebody has, as system, colon, id
 * @param now ms since 1970, UTC
 */
record JourneyFacts(String rider, List<ScooterSupply> scooters, Set<String> taken, long now) {
  JourneyFacts {
    scooters = List.copyOf(scooters);
    taken = Set.copyOf(taken);
  }
}
