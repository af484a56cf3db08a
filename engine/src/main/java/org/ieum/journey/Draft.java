package org.ieum.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.TimeType;
import org.jspecify.annotations.Nullable;

/**
 * A journey through transit whose on-demand rides are yet to be asked for: up to one to the first
 * stop and one from the last.
 */
final class Draft {
  private final JourneyRequest request;
  private final TransitPart transit;
  private final @Nullable OnDemandArea rides;
  private @Nullable RideOffer accessOffer;
  private @Nullable RideOffer egressOffer;

  Draft(JourneyRequest request, TransitPart transit, @Nullable OnDemandArea rides) {
    this.request = request;
    this.transit = transit;
    this.rides = rides;
  }

  /** The ride to the first stop, so that its promise holds the connection. */
  Optional<RideWish> findAccessWish() {
    if (!(transit.access() instanceof Way.ByRide way) || rides == null) {
      return Optional.empty();
    }
    long there = transit.start() - request.rules().boardingSlack();
    CandidatePoint dropoff = way.dropoffs().get(0);
    List<CandidatePoint> pickups =
        request.isDepartAt()
            ? rides.pickupsWithin(way.pickups(), dropoff, there - request.time())
            : way.pickups();
    return Optional.of(
        new RideWish(TimeType.ARRIVE_BY, there, request.party(), pickups, way.dropoffs()));
  }

  /** The ride from the last stop. */
  Optional<RideWish> findEgressWish() {
    if (!(transit.egress() instanceof Way.ByRide way) || rides == null) {
      return Optional.empty();
    }
    CandidatePoint pickup = way.pickups().get(0);
    List<CandidatePoint> dropoffs =
        request.isDepartAt()
            ? way.dropoffs()
            : rides.dropoffsWithin(pickup, way.dropoffs(), request.time() - transit.end());
    return Optional.of(
        new RideWish(TimeType.DEPART_AT, transit.end(), request.party(), way.pickups(), dropoffs));
  }

  void setAccess(RideOffer offer) {
    accessOffer = offer;
  }

  void setEgress(RideOffer offer) {
    egressOffer = offer;
  }

  /** The journey with the rides that were offered. */
  Journey toJourney() {
    List<Leg> legs = new ArrayList<>();
    LatLon first = transit.legs().get(0).from();
    LatLon last = transit.legs().get(transit.legs().size() - 1).to();
    int slack = request.rules().boardingSlack();
    if (transit.access() instanceof Way.ByRide) {
      addRide(legs, request.origin(), first, accessOffer);
    } else {
      long start = transit.start() - slack - transit.access().duration();
      addWay(legs, transit.access(), request.origin(), first, start);
    }
    legs.addAll(transit.legs());
    if (transit.egress() instanceof Way.ByRide) {
      addRide(legs, last, request.destination(), egressOffer);
    } else {
      addWay(legs, transit.egress(), last, request.destination(), transit.end());
    }
    return Journey.of(legs, transit.fare(), transit.fareKnown());
  }

  private void addRide(List<Leg> legs, LatLon from, LatLon to, @Nullable RideOffer offer) {
    if (offer == null || rides == null) {
      throw new IllegalStateException("the ride has not been offered");
    }
    legs.addAll(rides.legs(from, to, offer));
  }

  /** Adds a way on foot or by scooter. */
  static void addWay(List<Leg> legs, Way way, LatLon from, LatLon to, long start) {
    if (way instanceof Way.ByScooter scooter) {
      legs.addAll(scooter.legs(from, to, start));
    } else if (way.duration() > 0) {
      legs.add(new WalkLeg(from, to, start, start + way.duration()));
    }
  }
}
