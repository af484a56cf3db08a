package org.ieum.journey;

import java.util.ArrayList;
import java.util.List;
import org.ieum.journey.WalkingMap.Near;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.transit.FootpathsBuilder;
import org.ieum.transit.RidePrices;
import org.ieum.transit.Timetable;
import org.ieum.transit.TransferRule;
import org.ieum.transit.TransitAccess;
import org.ieum.transit.TransitNetwork;
import org.ieum.transit.TransitOptions;
import org.ieum.transit.TransitRide;
import org.ieum.transit.TransitRoute;
import org.ieum.transit.TransitRouter;
import org.ieum.transit.TransitStop;
import org.ieum.transit.TransitTrip;
import org.ieum.traveltime.Snap;
import org.jspecify.annotations.Nullable;

/** A timetable on the walking map. Belongs to one thread; all that is prepared is shared. */
public final class TransitMap {
  /** So far people walk from a stop of the timetable to one of on-demand rides, ms. */
  private static final int LONGEST_CHANGE = 300_000;

  /** Journeys so much worse in time than the best are left out, whatever else they save, s. */
  private static final int MOST_EXTRA = 3_600;

  /** Nobody looks for journeys that last longer, s. */
  private static final int HORIZON = 86_400;

  private final Timetable timetable;
  private final TransitNetwork network;
  private final WalkingMap.Reach stops;

  /** The stop points of on-demand rides near stop i, the nearest only. */
  private final List<List<CandidatePoint>> rideStops;

  private final TransitRouter router;

  /** Whether fares of the timetable are in the currency of the others. */
  private final boolean isPriced;

  private TransitMap(
      TransitNetwork network,
      WalkingMap.Reach stops,
      List<List<CandidatePoint>> rideStops,
      boolean isPriced) {
    this.isPriced = isPriced;
    this.network = network;
    timetable = network.timetable();
    this.stops = stops;
    this.rideStops = rideStops;
    router = new TransitRouter(network);
  }

  /**
   * Finds the walks between all stops, which takes some seconds for a city.
   *
   * @param rules of changing
   * @param longestWalk between two vehicles, ms
   * @param rides null when there are none
   * @param isPriced whether its fares are in the currency of all others; if not they do not count
   */
  public static TransitMap prepare(
      WalkingMap walking,
      Timetable timetable,
      List<TransferRule> rules,
      int longestWalk,
      @Nullable OnDemandArea rides,
      boolean isPriced) {
    List<LatLon> places = new ArrayList<>();
    for (int stop = 0; stop < timetable.stopCount(); stop++) {
      places.add(timetable.stop(stop).position());
    }
    WalkingMap.Reach stops = walking.reach(places);
    FootpathsBuilder paths = new FootpathsBuilder(places.size());
    List<List<CandidatePoint>> rideStops = new ArrayList<>();
    for (int stop = 0; stop < places.size(); stop++) {
      int from = stop;
      stops
          .snap(stop)
          .map(snap -> stops.around(snap, longestWalk))
          .orElse(List.of())
          .forEach(near -> addWalk(paths, from, near));
      rideStops.add(rides == null ? List.of() : rides.nearest(places.get(stop), LONGEST_CHANGE));
    }
    return new TransitMap(
        new TransitNetwork(timetable, paths.rules(rules).build()), stops, rideStops, isPriced);
  }

  private static void addWalk(FootpathsBuilder paths, int from, Near near) {
    if (near.place() != from) {
      paths.walk(from, near.place(), (near.walk() + 999) / 1000);
    }
  }

  /** The same for another thread. */
  public TransitMap fork() {
    return new TransitMap(network, stops.fork(), rideStops, isPriced);
  }

  int stopCount() {
    return timetable.stopCount();
  }

  LatLon location(int stop) {
    return timetable.stop(stop).position();
  }

  /** The stops within a walk. */
  List<Near> around(Snap place, int limit) {
    return stops.around(place, limit);
  }

  /** Where on-demand rides to or from a stop end or begin, with the walk; perhaps nowhere. */
  List<CandidatePoint> rideStops(int stop) {
    return rideStops.get(stop);
  }

  /**
   * The best ways through transit by some of the ways to its stops and from them.
   *
   * @param tariff for rides that no ticket in the currency of all others is for; null for none
   */
  List<TransitPart> search(
      JourneyRequest request,
      RidePrices.@Nullable Tariff tariff,
      List<Way> access,
      List<Way> egress) {
    int slack = request.rules().boardingSlack() / 1000;
    boolean departs = request.isDepartAt();
    long time = request.time() / 1000;
    TransitOptions options =
        new TransitOptions(
            departs ? time + HORIZON : time - HORIZON,
            request.rules().mostVehicles(),
            slack,
            request.party().wheelchairs() > 0,
            MOST_EXTRA,
            new RidePrices(request.payer().riders(), isPriced, tariff));
    long setOut = departs ? -Math.floorDiv(-request.time(), 1000) : 0;
    List<TransitAccess> to = new ArrayList<>();
    for (int i = 0; i < access.size(); i++) {
      to.add(way(access.get(i), i, setOut + seconds(access.get(i)) + slack));
    }
    List<TransitAccess> from = new ArrayList<>();
    for (int i = 0; i < egress.size(); i++) {
      long lasts = seconds(egress.get(i));
      from.add(way(egress.get(i), i, departs ? lasts : time - lasts));
    }
    List<TransitTrip> trips =
        departs ? router.departAt(to, from, options) : router.arriveBy(to, from, options);
    List<TransitPart> parts = new ArrayList<>();
    for (TransitTrip trip : trips) {
      parts.add(part(trip, access.get(trip.accessKey()), egress.get(trip.egressKey())));
    }
    return parts;
  }

  private static int seconds(Way way) {
    return (way.duration() + 999) / 1000;
  }

  private static TransitAccess way(Way way, int key, long time) {
    return new TransitAccess(
        way.stop(), time, (way.walking() + 999) / 1000, way.fare(), way.vehicles(), key);
  }

  private TransitPart part(TransitTrip trip, Way access, Way egress) {
    List<Leg> legs = new ArrayList<>();
    for (TransitRide ride : trip.rides()) {
      TransitStop from = timetable.stop(ride.boardStop());
      if (ride.walkingBefore() > 0) {
        Leg before = legs.get(legs.size() - 1);
        long end = before.end() + ride.walkingBefore() * 1000L;
        legs.add(new WalkLeg(before.to(), from.position(), before.end(), end));
      }
      legs.add(leg(ride, from));
    }
    long tickets = trip.fare() - access.fare() - egress.fare();
    for (Leg leg : legs) {
      tickets -= leg.fare();
    }
    return new TransitPart(access, egress, legs, tickets, trip.fareKnown());
  }

  private Leg leg(TransitRide ride, TransitStop from) {
    TransitStop to = timetable.stop(ride.alightStop());
    TransitRoute route = timetable.route(timetable.trip(ride.trip()).route());
    return new TransitLeg(
        route.id(),
        route.shortName().isEmpty() ? route.longName() : route.shortName(),
        timetable.trip(ride.trip()).headsign(),
        timetable.trip(ride.trip()).id(),
        from.id(),
        from.name(),
        from.position(),
        to.id(),
        to.name(),
        to.position(),
        ride.departure() * 1000,
        ride.arrival() * 1000,
        ride.fare());
  }
}
