package org.ieum.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ieum.journey.WalkingMap.Near;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ways between the ends of a journey and transit stops. Belongs to one thread.
 *
 * <p>Everything within a walk is a way; of the many stops that on-demand rides and scooters reach,
 * those are chosen from which transit could bring one nearest to the other end soonest: by the
 * way's duration and the straight distance that is left at the speed of a quick train. That is a
 * rule of thumb; a stop that it leaves out may have been part of a good journey.
 */
final class Feeders {
  private static final double METRES_PER_MILLI = 12.0 / 1000;

  private final TransitMap transit;
  private final @Nullable OnDemandArea rides;
  private final @Nullable ScooterRides scooters;
  private final JourneyRequest request;

  Feeders(
      TransitMap transit,
      @Nullable OnDemandArea rides,
      @Nullable ScooterRides scooters,
      JourneyRequest request) {
    this.transit = transit;
    this.rides = rides;
    this.scooters = scooters;
    this.request = request;
  }

  /** From the origin to stops. */
  List<Way> access(Snap origin, List<CandidatePoint> pickups) {
    List<Way> ways = onFoot(origin);
    List<Way> fed = new ArrayList<>();
    if (rides != null) {
      for (int stop = 0; stop < transit.stopCount() && !pickups.isEmpty(); stop++) {
        for (CandidatePoint dropoff : transit.rideStops(stop)) {
          addRideTo(stop, pickups, dropoff, fed);
        }
      }
    }
    ways.addAll(best(fed, request.destination()));
    if (scooters != null) {
      ways.addAll(best(scooters.access(request, origin, transit), request.destination()));
    }
    return ways;
  }

  /** From stops to the destination. */
  List<Way> egress(Snap destination, List<CandidatePoint> dropoffs) {
    List<Way> ways = onFoot(destination);
    List<Way> fed = new ArrayList<>();
    if (rides != null) {
      for (int stop = 0; stop < transit.stopCount() && !dropoffs.isEmpty(); stop++) {
        for (CandidatePoint pickup : transit.rideStops(stop)) {
          addRideFrom(stop, pickup, dropoffs, fed);
        }
      }
    }
    ways.addAll(best(fed, request.origin()));
    if (scooters != null) {
      ways.addAll(best(scooters.egress(request, destination), request.origin()));
    }
    return ways;
  }

  private List<Way> onFoot(Snap end) {
    List<Way> ways = new ArrayList<>();
    for (Near near : transit.around(end, request.rules().longestWalk())) {
      ways.add(new Way.OnFoot(near.place(), near.walk()));
    }
    return ways;
  }

  private void addRideTo(
      int stop, List<CandidatePoint> pickups, CandidatePoint dropoff, List<Way> result) {
    int best = TravelTimes.UNREACHABLE;
    CandidatePoint from = dropoff;
    for (CandidatePoint pickup : pickups) {
      int longest = area().longest(pickup, dropoff);
      if (longest < best) {
        best = longest;
        from = pickup;
      }
    }
    if (best < TravelTimes.UNREACHABLE) {
      result.add(ride(stop, best, from, dropoff, pickups, List.of(dropoff)));
    }
  }

  private void addRideFrom(
      int stop, CandidatePoint pickup, List<CandidatePoint> dropoffs, List<Way> result) {
    int best = TravelTimes.UNREACHABLE;
    CandidatePoint to = pickup;
    for (CandidatePoint dropoff : dropoffs) {
      int millis =
          request.isDepartAt() ? area().shortest(pickup, dropoff) : area().longest(pickup, dropoff);
      if (millis < best) {
        best = millis;
        to = dropoff;
      }
    }
    if (best < TravelTimes.UNREACHABLE) {
      result.add(ride(stop, best, pickup, to, List.of(pickup), dropoffs));
    }
  }

  private Way ride(
      int stop,
      int duration,
      CandidatePoint pickup,
      CandidatePoint dropoff,
      List<CandidatePoint> pickups,
      List<CandidatePoint> dropoffs) {
    int direct = area().direct(pickup.stopPoint(), dropoff.stopPoint());
    long fare =
        area()
            .fares()
            .fare(
                pickup.stopPoint(),
                dropoff.stopPoint(),
                direct,
                request.payer().kind(),
                request.party());
    int walking = pickup.walkDuration() + dropoff.walkDuration();
    return new Way.ByRide(stop, duration, walking, fare, pickups, dropoffs);
  }

  /** The ways that could lead furthest soonest. */
  private List<Way> best(List<Way> fed, LatLon towards) {
    List<Way> sorted = new ArrayList<>(fed);
    sorted.sort(
        Comparator.comparingLong(
                (Way way) ->
                    way.duration()
                        + (long)
                            (transit.location(way.stop()).metresTo(towards) / METRES_PER_MILLI))
            .thenComparingInt(Way::stop));
    return sorted.subList(0, Math.min(request.rules().feederStops(), sorted.size()));
  }

  private OnDemandArea area() {
    if (rides == null) {
      throw new IllegalStateException("there are no rides");
    }
    return rides;
  }
}
