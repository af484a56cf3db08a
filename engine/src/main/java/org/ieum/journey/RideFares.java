package org.ieum.journey;

import org.ieum.fare.RiderKind;
import org.ieum.model.Party;

/** What on-demand rides cost, by what is known before they begin. */
@FunctionalInterface
public interface RideFares {
  /** Rides cost nothing. */
  RideFares FREE = (pickup, dropoff, direct, kind, party) -> 0;

  /**
   * The fare of a ride, minor units.
   *
   * @param pickup index of the stop point
   * @param dropoff index of the stop point
   * @param direct shortest drive between them, ms
   * @param kind of all of the party
   */
  long fare(int pickup, int dropoff, int direct, RiderKind kind, Party party);
}
