package org.ieum.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.model.CandidatePoint;
import org.ieum.model.TimeType;
import org.ieum.traveltime.TravelTimes;

/**
 * An on-demand ride to a stop point near a scooter, and the way on from there.
 *
 * @param longest time that both take at most, ms
 */
record RideAndScooter(JourneyRequest request, RideWish wish, Way.ByScooter way, int longest) {
  /** What would have to be asked for, if a ride leads to the scooter at all. */
  static Optional<RideAndScooter> find(
      JourneyRequest request, OnDemandArea area, List<CandidatePoint> pickups, Way.ByScooter way) {
    CandidatePoint stop = way.hop().scooter().rideStop().orElseThrow();
    int longest = TravelTimes.UNREACHABLE;
    for (CandidatePoint pickup : pickups) {
      longest = Math.min(longest, area.longest(pickup, stop));
    }
    if (longest >= TravelTimes.UNREACHABLE) {
      return Optional.empty();
    }
    // The walk to the scooter is part of both the ride and the way behind it.
    int behind = way.duration() - way.walkTo();
    boolean departs = request.isDepartAt();
    RideWish wish =
        new RideWish(
            departs ? TimeType.DEPART_AT : TimeType.ARRIVE_BY,
            departs ? request.time() : request.time() - behind,
            request.party(),
            pickups,
            List.of(stop));
    return Optional.of(new RideAndScooter(request, wish, way, longest + behind));
  }

  /** The legs with the ride that was offered. */
  List<Leg> legs(OnDemandArea area, RideOffer offer) {
    List<Leg> legs = new ArrayList<>(area.legs(request.origin(), way.hop().from(), offer));
    long there = legs.get(legs.size() - 1).end();
    Way.ByScooter on = new Way.ByScooter(way.stop(), way.hop(), 0, way.walkFrom());
    legs.addAll(on.legs(way.hop().from(), request.destination(), there));
    return legs;
  }
}
