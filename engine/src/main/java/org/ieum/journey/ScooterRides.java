package org.ieum.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ieum.fare.Payer;
import org.ieum.fare.RiderKind;
import org.ieum.journey.ScooterField.Hop;
import org.ieum.journey.ScooterField.Spot;
import org.ieum.journey.ScooterField.Standing;
import org.ieum.journey.WalkingMap.Near;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.Scooter;
import org.ieum.model.LatLon;
import org.ieum.traveltime.ReachSearch;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/** Finds rides on scooters around the ends of journeys. Belongs to one thread. */
public final class ScooterRides {
  /** Stations around one end that are looked at beside that end itself. */
  private static final int MOST_SPOTS = 3;

  /** Whose fares are compared where nobody pays anew. */
  private static final Payer ONE = new Payer(RiderKind.ADULT, 1);

  private final JourneyFares fares;
  private ScooterField field;
  private ReachSearch search;
  private WalkingMap.Reach scooterReach;
  private WalkingMap.Reach stationReach;
  private Predicate<String> taken = key -> false;

  /**
   * Searches in a field.
   *
   * @param fares of rides that have no pricing plan
   */
  public ScooterRides(ScooterField field, JourneyFares fares) {
    this.fares = fares;
    this.field = field;
    search = new ReachSearch(field.riding().graph());
    scooterReach = field.scooterReach();
    stationReach = field.stationReach();
  }

  /**
   * Goes by what is known now.
   *
   * @param isTaken whether the scooter of a system and id, a colon between them, is held by
   *     somebody
   */
  public void look(ScooterField now, Predicate<String> isTaken) {
    if (now != field) {
      search = now.riding() == field.riding() ? search : new ReachSearch(now.riding().graph());
      field = now;
      scooterReach = now.scooterReach();
      stationReach = now.stationReach();
    }
    taken = isTaken;
  }

  /** What it searches in. */
  ScooterField field() {
    return field;
  }

  /** Where a ride may end, with the walk from there. */
  private record End(
      @Nullable Spot station, LatLon location, RoadPosition riding, int beside, int walk) {}

  /** From the origin to the destination. */
  List<Way> whole(JourneyRequest request, Snap origin, Snap destination) {
    List<Way> ways = new ArrayList<>();
    List<Near> near = around(origin, request.rules().longestWalk());
    for (End end : near.isEmpty() ? List.<End>of() : ends(request.destination(), destination)) {
      search.to(end.riding(), request.rules().longestScooterRide());
      for (Near one : near) {
        hop(request.payer(), one.place(), end)
            .ifPresent(hop -> ways.add(new Way.ByScooter(Way.WHOLE, hop, one.walk(), end.walk())));
      }
    }
    return ways;
  }

  /** From the origin to transit stops. */
  List<Way> access(JourneyRequest request, Snap origin, TransitMap transit) {
    List<Way> ways = new ArrayList<>();
    for (Near one : around(origin, request.rules().longestWalk())) {
      Standing scooter = field.scooter(one.place());
      search.from(scooter.riding(), request.rules().longestScooterRide());
      for (int stop = 0; stop < field.stopCount(); stop++) {
        RoadPosition there = field.stop(stop);
        if (there != null && ScooterField.mayBeLeft(scooter, transit.location(stop))) {
          int to = stop;
          int millis = search.millis(there);
          hop(request.payer(), scooter, millis, field.besideStop(stop), transit.location(stop))
              .ifPresent(hop -> ways.add(new Way.ByScooter(to, hop, one.walk(), 0)));
        }
        for (Near station : first(field.stationsNearStop(stop), MOST_SPOTS)) {
          Spot spot = field.station(station.place());
          int to = stop;
          if (spot.isOf(scooter)) {
            int millis = search.millis(spot.riding());
            hop(request.payer(), scooter, millis, spot.beside(), spot.station().location())
                .ifPresent(hop -> ways.add(new Way.ByScooter(to, hop, one.walk(), station.walk())));
          }
        }
      }
    }
    return shortest(ways);
  }

  /** From transit stops to the destination. */
  List<Way> egress(JourneyRequest request, Snap destination) {
    List<Way> ways = new ArrayList<>();
    for (End end : ends(request.destination(), destination)) {
      search.to(end.riding(), request.rules().longestScooterRide());
      for (int stop = 0; stop < field.stopCount(); stop++) {
        int from = stop;
        for (Near one : first(free(field.nearStop(stop)), ScooterField.MOST_AROUND)) {
          hop(request.payer(), one.place(), end)
              .ifPresent(hop -> ways.add(new Way.ByScooter(from, hop, one.walk(), end.walk())));
        }
      }
    }
    return shortest(ways);
  }

  /** From scooters near stop points of on-demand rides to the destination. */
  List<Way.ByScooter> afterRides(JourneyRequest request, Snap destination) {
    List<Way.ByScooter> ways = new ArrayList<>();
    for (End end : ends(request.destination(), destination)) {
      search.to(end.riding(), request.rules().longestScooterRide());
      for (int i = 0; i < field.scooters().size(); i++) {
        Standing scooter = field.scooter(i);
        if (scooter.rideStop().isPresent() && !taken.test(scooter.key())) {
          int walk = scooter.rideStop().get().walkDuration();
          hop(request.payer(), i, end)
              .ifPresent(hop -> ways.add(new Way.ByScooter(Way.WHOLE, hop, walk, end.walk())));
        }
      }
    }
    return ways;
  }

  /** All scooters within a walk of a place, taken or not. */
  List<Near> near(LatLon place, int longestWalk) {
    return field
        .walking()
        .snap(place)
        .map(snap -> scooterReach.around(snap, longestWalk))
        .orElse(List.of());
  }

  /**
   * The rides of some scooters to a place, or to the station that is there, at the fares of one
   * adult.
   *
   * @return one for each scooter, empty where it cannot go there
   */
  List<Optional<Hop>> hops(List<Integer> scooters, LatLon place, int longest) {
    Optional<Snap> snap = field.snapper().snap(place);
    List<Optional<Hop>> hops = new ArrayList<>();
    if (snap.isEmpty()) {
      scooters.forEach(scooter -> hops.add(Optional.empty()));
      return hops;
    }
    search.to(snap.get().position(), longest);
    int beside = field.beside(snap.get().distance());
    for (int scooter : scooters) {
      Spot station = field.findStation(field.scooter(scooter), place);
      hops.add(hop(ONE, scooter, new End(station, place, snap.get().position(), beside, 0)));
    }
    return hops;
  }

  /** Of several ways with one stop the quickest. */
  private static List<Way> shortest(List<Way> ways) {
    List<Way> sorted = new ArrayList<>(ways);
    sorted.sort(Comparator.comparingInt(Way::stop).thenComparingInt(Way::duration));
    List<Way> result = new ArrayList<>();
    for (Way way : sorted) {
      if (result.isEmpty() || result.get(result.size() - 1).stop() != way.stop()) {
        result.add(way);
      }
    }
    return result;
  }

  private List<Near> around(Snap place, int limit) {
    return first(free(scooterReach.around(place, limit)), ScooterField.MOST_AROUND);
  }

  private List<Near> free(List<Near> near) {
    return near.stream().filter(one -> !taken.test(field.scooter(one.place()).key())).toList();
  }

  private static List<Near> first(List<Near> near, int most) {
    return near.subList(0, Math.min(most, near.size()));
  }

  private List<End> ends(LatLon place, Snap onFoot) {
    List<End> ends = new ArrayList<>();
    field
        .snapper()
        .snap(place)
        .ifPresent(
            snap ->
                ends.add(new End(null, place, snap.position(), field.beside(snap.distance()), 0)));
    for (Near near : first(stationReach.around(onFoot, ScooterField.LONGEST_CHANGE), MOST_SPOTS)) {
      Spot spot = field.station(near.place());
      ends.add(new End(spot, spot.station().location(), spot.riding(), spot.beside(), near.walk()));
    }
    return ends;
  }

  /** The ride of a scooter to an end, by the search to that end. */
  private Optional<Hop> hop(Payer payer, int index, End end) {
    Standing scooter = field.scooter(index);
    Spot station = end.station();
    boolean mayEnd =
        station == null ? ScooterField.mayBeLeft(scooter, end.location()) : station.isOf(scooter);
    return mayEnd
        ? hop(payer, scooter, search.millis(scooter.riding()), end.beside(), end.location())
        : Optional.empty();
  }

  /** A ride; beside the ways the scooter is pushed. */
  private Optional<Hop> hop(Payer payer, Standing scooter, int onWays, int besideEnd, LatLon to) {
    if (onWays >= TravelTimes.UNREACHABLE) {
      return Optional.empty();
    }
    int millis = scooter.beside() + onWays + besideEnd;
    int metres = field.metres(millis);
    int range = scooter.scooter().rangeMetres();
    if (range != Scooter.UNKNOWN_RANGE && metres > range) {
      return Optional.empty();
    }
    OptionalLong fare = findFare(scooter.plan(), millis, metres, payer);
    LatLon from = scooter.scooter().position();
    return Optional.of(
        new Hop(scooter, from, to, millis, metres, fare.orElse(0), fare.isPresent()));
  }

  /** By the plan, or else by the area's tariff. */
  private OptionalLong findFare(@Nullable PricingPlan plan, int millis, int metres, Payer payer) {
    return plan == null
        ? fares.findScooterFare(metres, millis, payer)
        : OptionalLong.of(plan.price(millis, metres).minorUnits());
  }
}
