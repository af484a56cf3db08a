package org.ieum.transit;

import java.util.List;

/**
 * A journey by transit with the ways to and from it.
 *
 * @param accessKey key of the way to the first stop
 * @param egressKey key of the way from the last stop
 * @param rides one or more
 * @param time Unix seconds: when one arrives at the end when one departs at a time, and when one
 *     leaves the beginning when one arrives by a time
 * @param walking all that is walked, seconds
 * @param vehicles how many are used, those on the ways to and from transit among them
 * @param fare minor units of the fares' currency, with the ways to and from transit
 * @param fareKnown whether the fares of all rides are known; unknown ones count as nothing
 */
public record TransitTrip(
    int accessKey,
    int egressKey,
    List<TransitRide> rides,
    long time,
    int walking,
    int vehicles,
    long fare,
    boolean fareKnown) {
  public TransitTrip {
    rides = List.copyOf(rides);
    if (rides.isEmpty()) {
      throw new IllegalArgumentException("there must be a ride, were " + rides);
    }
  }

  /** When the first vehicle departs, Unix seconds. */
  public long firstBoarding() {
    return rides.get(0).departure();
  }

  /** When the last vehicle arrives, Unix seconds. */
  public long lastAlighting() {
    return rides.get(rides.size() - 1).arrival();
  }
}
