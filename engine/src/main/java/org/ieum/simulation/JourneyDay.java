package org.ieum.simulation;

import org.ieum.journey.JourneyRules;
import org.ieum.journey.RideFares;
import org.ieum.micromobility.ScooterSupply;

/**
 * What the journeys of a simulated day go by.
 *
 * @param finder finds them
 * @param choice how riders choose
 * @param rules what journeys may be like
 * @param scooters where they stand in the morning; a managed system, perhaps without any
 * @param fares of on-demand rides
 * @param epoch of the day, Unix ms
 */
public record JourneyDay(
    JourneyFinder finder,
    ModeChoice choice,
    JourneyRules rules,
    ScooterSupply scooters,
    RideFares fares,
    long epoch) {
  public JourneyDay {
    if (!scooters.managed()) {
      throw new IllegalArgumentException(
          "scooters must be managed to be held, were not in " + scooters.systemId());
    }
  }
}
