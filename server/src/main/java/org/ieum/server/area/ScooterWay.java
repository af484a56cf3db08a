package org.ieum.server.area;

import java.util.List;
import org.ieum.journey.Leg;
import org.ieum.journey.RideLeg;
import org.ieum.journey.WalkLeg;
import org.ieum.model.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * The way of a journey from a drop-off over a scooter on. Known for as long as the process lives
 * and in no journal, since it tells where riders go.
 *
 * @param alighting where the walk to the scooter begins
 * @param walk to the scooter, ms
 * @param destination where it is to be left
 */
record ScooterWay(LatLon alighting, int walk, LatLon destination) {
  /** The way to and from a leg on a scooter, if riders come to it by a ride and a walk alone. */
  static @Nullable ScooterWay find(List<Leg> legs, int scooter) {
    boolean isBehindRide =
        scooter >= 2
            && legs.get(scooter - 1) instanceof WalkLeg
            && legs.get(scooter - 2) instanceof RideLeg;
    if (!isBehindRide) {
      return null;
    }
    Leg walk = legs.get(scooter - 1);
    int millis = Math.toIntExact(walk.end() - walk.start());
    return new ScooterWay(walk.from(), millis, legs.get(scooter).to());
  }

  /** The same with another walk, ms. */
  ScooterWay with(int otherWalk) {
    return new ScooterWay(alighting, otherWalk, destination);
  }
}
