package org.ieum.server.journeys;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ieum.journey.Journey;
import org.ieum.journey.Leg;
import org.ieum.journey.RideLeg;
import org.ieum.journey.ScooterLeg;
import org.ieum.journey.TransitLeg;
import org.ieum.server.api.JourneyLegView;
import org.ieum.server.api.JourneyView;
import org.jspecify.annotations.Nullable;

/** Journeys as they go over the wire, with times of the area's zone. */
public final class JourneyViews {
  private final ZoneId zone;
  private final ScooterIds scooters;

  /**
   * Journeys of an area.
   *
   * @param scooters ids by which clients know them
   */
  public JourneyViews(ZoneId zone, ScooterIds scooters) {
    this.zone = zone;
    this.scooters = scooters;
  }

  /**
   * A journey.
   *
   * @param id confirms it
   * @param expiresAt Unix ms, or null when there is nothing to confirm
   */
  public JourneyView view(Journey journey, String id, @Nullable Long expiresAt) {
    List<JourneyLegView> legs = new ArrayList<>();
    for (Leg leg : journey.legs()) {
      legs.add(view(leg));
    }
    return new JourneyView(
        id,
        time(journey.departure()),
        time(journey.arrival()),
        time(journey.latestArrival()),
        (int) (journey.walking() / 1000),
        journey.transfers(),
        journey.fare(),
        journey.fareKnown(),
        expiresAt == null ? null : time(expiresAt),
        legs);
  }

  private JourneyLegView view(Leg leg) {
    RideLeg ride = leg instanceof RideLeg is ? is : null;
    TransitLeg transit = leg instanceof TransitLeg is ? is : null;
    ScooterLeg scooter = leg instanceof ScooterLeg is ? is : null;
    return new JourneyLegView(
        leg.mode().code(),
        time(leg.start()),
        time(leg.end()),
        time(leg.latestEnd()),
        leg.fromName().orElse(null),
        leg.from().lat(),
        leg.from().lon(),
        leg.toName().orElse(null),
        leg.to().lat(),
        leg.to().lon(),
        fare(leg),
        ride == null ? null : ride.offer().offerId(),
        ride == null ? null : time(ride.offer().earliestPickup()),
        ride == null ? null : time(ride.offer().latestPickup()),
        transit == null ? null : transit.routeId(),
        transit == null ? null : transit.routeName(),
        transit == null ? null : transit.headsign(),
        transit == null ? null : transit.tripId(),
        scooter == null ? null : scooter.systemId(),
        scooter == null ? null : id(scooter),
        scooter == null ? null : Boolean.valueOf(scooter.reservable()),
        scooter == null ? null : Integer.valueOf(scooter.metres()));
  }

  /** Nothing where only the journey has a fare, or nobody says. */
  private static @Nullable Long fare(Leg leg) {
    return switch (leg.mode()) {
      case WALK -> null;
      case DRT -> ((RideLeg) leg).offer().fareKnown() ? leg.fare() : null;
      case TRANSIT -> ((TransitLeg) leg).ownFare().isPresent() ? leg.fare() : null;
      case SCOOTER -> ((ScooterLeg) leg).fareKnown() ? leg.fare() : null;
    };
  }

  /** As {@code /v1/scooters} has it. */
  private String id(ScooterLeg scooter) {
    return scooters.id(scooter.systemId(), scooter.reservable(), scooter.scooterId());
  }

  private OffsetDateTime time(long unixMillis) {
    return Instant.ofEpochMilli(unixMillis).atZone(zone).toOffsetDateTime();
  }
}
