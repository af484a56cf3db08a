package org.ieum.journey;

import java.util.Optional;
import org.ieum.fare.Mode;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;

/** A ride that the dispatcher offers. */
public record RideLeg(RideOffer offer, StopPoint pickup, StopPoint dropoff) implements Leg {
  @Override
  public Mode mode() {
    return Mode.DRT;
  }

  @Override
  public long start() {
    return offer.plannedPickup();
  }

  @Override
  public long end() {
    return offer.plannedDropoff();
  }

  @Override
  public long latestEnd() {
    return offer.latestDropoff();
  }

  @Override
  public LatLon from() {
    return pickup.location();
  }

  @Override
  public LatLon to() {
    return dropoff.location();
  }

  @Override
  public Optional<String> fromName() {
    return Optional.of(pickup.name());
  }

  @Override
  public Optional<String> toName() {
    return Optional.of(dropoff.name());
  }

  @Override
  public long fare() {
    return offer.fare();
  }
}
