package org.ieum.journey;

import org.ieum.fare.Mode;
import org.ieum.model.LatLon;

/**
 * A ride on a shared scooter.
 *
 * @param systemId whose scooter it is
 * @param scooterId which
 * @param reservable whether it can be reserved; else it is only seen to stand there, and no promise
 *     is made
 * @param start Unix ms
 * @param end Unix ms
 * @param metres how far
 * @param fare minor units
 * @param fareKnown whether somebody says what it costs, in the currency of the other fares
 */
public record ScooterLeg(
    String systemId,
    String scooterId,
    boolean reservable,
    LatLon from,
    LatLon to,
    long start,
    long end,
    int metres,
    long fare,
    boolean fareKnown)
    implements Leg {
  @Override
  public Mode mode() {
    return Mode.SCOOTER;
  }
}
