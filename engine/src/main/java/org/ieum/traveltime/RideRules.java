package org.ieum.traveltime;

import org.ieum.model.LatLon;

/** What those who ride scooters have to keep to at a place. Thread-safe. */
@FunctionalInterface
public interface RideRules {
  /** Nothing but the map. */
  RideRules NONE = place -> Double.POSITIVE_INFINITY;

  /**
   * The highest speed allowed at a place, metres per second: 0 where scooters must not be, infinite
   * where no limit is set.
   */
  double speedLimit(LatLon place);
}
