package org.ieum.journey;

import java.util.List;

/**
 * What transit does in a journey.
 *
 * @param access the way to the first stop
 * @param egress the way from the last stop
 * @param legs rides and the walks between them
 * @param fare of the tickets for its rides, minor units
 * @param fareKnown whether somebody says what each ride costs
 */
record TransitPart(Way access, Way egress, List<Leg> legs, long fare, boolean fareKnown) {
  TransitPart {
    legs = List.copyOf(legs);
  }

  /** Departure at the first stop, Unix ms. */
  long start() {
    return legs.get(0).start();
  }

  /** Arrival at the last stop, Unix ms. */
  long end() {
    return legs.get(legs.size() - 1).end();
  }
}
