package org.ieum.journey;

import org.ieum.fare.Mode;
import org.ieum.model.LatLon;

/**
 * A walk.
 *
 * @param start Unix ms
 * @param end Unix ms
 */
public record WalkLeg(LatLon from, LatLon to, long start, long end) implements Leg {
  @Override
  public Mode mode() {
    return Mode.WALK;
  }
}
