package org.ieum.journey;

import java.util.ArrayList;
import java.util.List;
import org.ieum.dispatch.StopReach;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.PromiseRules;
import org.ieum.model.StopPoint;
import org.ieum.traveltime.StopMatrix;
import org.ieum.traveltime.TravelTimes;

/**
 * Where an on-demand service goes and what it promises, so that journeys know before they ask how
 * long a ride takes at most. Belongs to one thread.
 */
public final class OnDemandArea {
  private final List<StopPoint> stopPoints;
  private final StopReach reach;
  private final StopMatrix matrix;
  private final PromiseRules rules;
  private final RideFares fares;

  /** Takes what the dispatcher goes by. */
  public OnDemandArea(
      List<StopPoint> stopPoints,
      StopReach reach,
      StopMatrix matrix,
      PromiseRules rules,
      RideFares fares) {
    this.stopPoints = List.copyOf(stopPoints);
    this.reach = reach;
    this.matrix = matrix;
    this.rules = rules;
    this.fares = fares;
  }

  StopPoint stopPoint(int index) {
    return stopPoints.get(index);
  }

  int stopPointCount() {
    return stopPoints.size();
  }

  RideFares fares() {
    return fares;
  }

  /** The stop points in walking reach of a place, nearest first. */
  List<CandidatePoint> around(LatLon place) {
    return reach.around(place);
  }

  /** The nearest stop point of a place, if one is within a walk; itself alone. */
  List<CandidatePoint> nearest(LatLon place, int limit) {
    return around(place).stream().filter(p -> p.walkDuration() <= limit).limit(1).toList();
  }

  int direct(int pickup, int dropoff) {
    return matrix.duration(pickup, dropoff);
  }

  /**
   * Longest time from setting out to having walked from the dropoff, by what an offer promises, ms,
   * or UNREACHABLE.
   */
  int longest(CandidatePoint pickup, CandidatePoint dropoff) {
    int direct = matrix.duration(pickup.stopPoint(), dropoff.stopPoint());
    if (direct >= TravelTimes.UNREACHABLE || pickup.stopPoint() == dropoff.stopPoint()) {
      return TravelTimes.UNREACHABLE;
    }
    int walks = pickup.walkDuration() + dropoff.walkDuration();
    int counted = rules.counted(pickup.walkDuration()) + rules.counted(dropoff.walkDuration());
    return rules.maxTrip(direct) + walks - counted;
  }

  /** Time from setting out to having walked from the dropoff if a vehicle waits, ms. */
  int shortest(CandidatePoint pickup, CandidatePoint dropoff) {
    int direct = matrix.duration(pickup.stopPoint(), dropoff.stopPoint());
    return direct >= TravelTimes.UNREACHABLE || pickup.stopPoint() == dropoff.stopPoint()
        ? TravelTimes.UNREACHABLE
        : pickup.walkDuration() + direct + dropoff.walkDuration();
  }

  /** The legs of an offered ride with the walks before and behind it. */
  List<Leg> legs(LatLon from, LatLon to, RideOffer offer) {
    List<Leg> legs = new ArrayList<>();
    RideLeg ride = new RideLeg(offer, stopPoint(offer.pickup()), stopPoint(offer.dropoff()));
    if (offer.accessWalk() > 0) {
      long there = offer.earliestPickup();
      legs.add(new WalkLeg(from, ride.from(), there - offer.accessWalk(), there));
    }
    legs.add(ride);
    if (offer.egressWalk() > 0) {
      legs.add(new WalkLeg(ride.to(), to, ride.end(), ride.end() + offer.egressWalk()));
    }
    return legs;
  }

  /** The dropoffs to which the longest way from a pickup is within a limit. */
  List<CandidatePoint> dropoffsWithin(
      CandidatePoint pickup, List<CandidatePoint> dropoffs, long limit) {
    List<CandidatePoint> result = new ArrayList<>();
    for (CandidatePoint dropoff : dropoffs) {
      if (longest(pickup, dropoff) <= limit) {
        result.add(dropoff);
      }
    }
    return result;
  }

  /** The pickups from which the longest way to a dropoff is within a limit. */
  List<CandidatePoint> pickupsWithin(
      List<CandidatePoint> pickups, CandidatePoint dropoff, long limit) {
    List<CandidatePoint> result = new ArrayList<>();
    for (CandidatePoint pickup : pickups) {
      if (longest(pickup, dropoff) <= limit) {
        result.add(pickup);
      }
    }
    return result;
  }
}
