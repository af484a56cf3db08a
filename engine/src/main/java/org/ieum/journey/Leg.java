package org.ieum.journey;

import java.util.Optional;
import org.ieum.fare.Mode;
import org.ieum.model.LatLon;

/** A part of a journey in one mode. */
public sealed interface Leg permits WalkLeg, RideLeg, TransitLeg, ScooterLeg {
  Mode mode();

  /** When it begins as planned, Unix ms. */
  long start();

  /** When it ends as planned, Unix ms. */
  long end();

  /** When it has ended at the latest by what is promised, Unix ms. */
  default long latestEnd() {
    return end();
  }

  LatLon from();

  LatLon to();

  /** What riders read at its beginning, if there is anything. */
  default Optional<String> fromName() {
    return Optional.empty();
  }

  /** What riders read at its end, if there is anything. */
  default Optional<String> toName() {
    return Optional.empty();
  }

  /** Minor units. */
  default long fare() {
    return 0;
  }
}
