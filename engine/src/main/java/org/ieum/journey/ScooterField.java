package org.ieum.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.journey.WalkingMap.Near;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.Zones;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;
import org.jspecify.annotations.Nullable;

/**
 * The shared scooters of a moment on the map: which can be taken, and where they can be left.
 * Immutable; made anew when the supply changes.
 */
public final class ScooterField {
  /** So far people walk between a scooter and a stop, or a station and where they go, ms. */
  static final int LONGEST_CHANGE = 300_000;

  /** Scooters and stations that are looked at around one place. */
  static final int MOST_AROUND = 3;

  private final ModeNetwork riding;
  private final WalkingMap walking;
  private final Snapper snapper;
  private final double metresPerMilli;

  /** Where transit stop i lies on the ways for riding; null where it does not. */
  private final RoadPosition[] stops;

  /** Time to push a scooter between the ways and transit stop i, ms. */
  private final int[] besideStop;

  private final List<Standing> scooters = new ArrayList<>();
  private final List<Spot> stations = new ArrayList<>();
  private final WalkingMap.Reach scooterReach;
  private final WalkingMap.Reach stationReach;

  /** Scooters near transit stop i, the nearest first. */
  private final Map<Integer, List<Near>> nearStop = new TreeMap<>();

  /** Stations near transit stop i, the nearest first. */
  private final Map<Integer, List<Near>> stationsNearStop = new TreeMap<>();

  /**
   * A scooter that can be taken.
   *
   * @param supply whose it is
   * @param zones of that system
   * @param plan what it costs; null when nobody says
   * @param riding where it stands on the ways for riding
   * @param beside time to push it to the ways, ms
   * @param rideStop the nearest stop point of on-demand rides, with the walk
   */
  record Standing(
      ScooterSupply supply,
      Zones zones,
      Scooter scooter,
      @Nullable PricingPlan plan,
      RoadPosition riding,
      int beside,
      Optional<CandidatePoint> rideStop) {
    String key() {
      return supply.systemId() + ":" + scooter.id();
    }
  }

  /**
   * A station at which a scooter can be left.
   *
   * @param supply whose it is
   * @param beside time to push a scooter there from the ways, ms
   */
  record Spot(ScooterSupply supply, ScooterStation station, RoadPosition riding, int beside) {
    /** Whether a scooter belongs here. */
    boolean isOf(Standing scooter) {
      return supply.systemId().equals(scooter.supply().systemId());
    }
  }

  /**
   * A ride on a scooter.
   *
   * @param from where it stands
   * @param to where it is left
   * @param ride ms
   * @param metres at most
   * @param fare minor units
   * @param fareKnown whether somebody says that
   */
  record Hop(
      Standing scooter,
      LatLon from,
      LatLon to,
      int ride,
      int metres,
      long fare,
      boolean fareKnown) {}

  /**
   * Puts scooters on the map. Those that are reserved, disabled, empty, in a zone where no ride may
   * begin, or far from all ways are left out.
   *
   * @param supplies of all systems
   * @param riding the ways, with the usual speed of scooters and what their zones say
   * @param radius of snapping, metres
   * @param metresPerSecond no ride is quicker
   * @param rides null when there are none
   * @param transit null when there is none
   * @param currency of all fares; what is priced in another one counts as unknown; null for any
   */
  public static ScooterField of(
      List<ScooterSupply> supplies,
      WalkingMap walking,
      ModeNetwork riding,
      double radius,
      double metresPerSecond,
      @Nullable OnDemandArea rides,
      @Nullable TransitMap transit,
      @Nullable Currency currency) {
    return new ScooterField(
        supplies, walking, riding, radius, metresPerSecond, rides, transit, currency);
  }

  private ScooterField(
      List<ScooterSupply> supplies,
      WalkingMap walking,
      ModeNetwork riding,
      double radius,
      double metresPerSecond,
      @Nullable OnDemandArea rides,
      @Nullable TransitMap transit,
      @Nullable Currency currency) {
    this.riding = riding;
    this.walking = walking;
    snapper = riding.snapper(radius);
    metresPerMilli = metresPerSecond / 1000;
    stops = new RoadPosition[transit == null ? 0 : transit.stopCount()];
    besideStop = new int[stops.length];
    for (int stop = 0; transit != null && stop < stops.length; stop++) {
      Optional<Snap> snap = snapper.snap(transit.location(stop));
      stops[stop] = snap.map(Snap::position).orElse(null);
      besideStop[stop] = snap.map(one -> walking.millis(one.distance())).orElse(0);
    }
    for (ScooterSupply supply : supplies) {
      Zones zones = new Zones(supply.zones());
      for (Scooter scooter : supply.scooters()) {
        Optional<Snap> snap = snapper.snap(scooter.position());
        if (snap.isPresent() && canBeTaken(scooter, zones)) {
          Optional<CandidatePoint> stop =
              rides == null
                  ? Optional.empty()
                  : rides.nearest(scooter.position(), LONGEST_CHANGE).stream().findFirst();
          scooters.add(
              new Standing(
                  supply,
                  zones,
                  scooter,
                  plan(supply, scooter, currency),
                  snap.get().position(),
                  walking.millis(snap.get().distance()),
                  stop));
        }
      }
      for (ScooterStation station : supply.stations()) {
        Optional<Snap> snap = snapper.snap(station.location());
        if (snap.isPresent() && station.returning() && station.docksAvailable() != 0) {
          stations.add(
              new Spot(
                  supply, station, snap.get().position(), walking.millis(snap.get().distance())));
        }
      }
    }
    scooterReach = walking.reach(scooters.stream().map(s -> s.scooter().position()).toList());
    stationReach = walking.reach(stations.stream().map(s -> s.station().location()).toList());
    if (transit != null) {
      fill(scooterReach, scooters.size(), transit, nearStop);
      fill(stationReach, stations.size(), transit, stationsNearStop);
    }
  }

  private static boolean canBeTaken(Scooter scooter, Zones zones) {
    return scooter.isFree()
        && scooter.rangeMetres() != 0
        && zones.at(scooter.position(), scooter.typeId()).startAllowed();
  }

  private static @Nullable PricingPlan plan(
      ScooterSupply supply, Scooter scooter, @Nullable Currency currency) {
    String id = scooter.planId();
    if (id.isEmpty()) {
      id =
          supply.types().stream()
              .filter(type -> type.id().equals(scooter.typeId()))
              .map(type -> type.planId())
              .findFirst()
              .orElse("");
    }
    for (PricingPlan plan : supply.plans()) {
      if (plan.id().equals(id) && (currency == null || plan.currency().equals(currency))) {
        return plan;
      }
    }
    return null;
  }

  private static void fill(
      WalkingMap.Reach reach, int count, TransitMap transit, Map<Integer, List<Near>> near) {
    for (int i = 0; i < count; i++) {
      int place = i;
      reach
          .snap(i)
          .map(snap -> transit.around(snap, LONGEST_CHANGE))
          .orElse(List.of())
          .forEach(
              stop ->
                  near.computeIfAbsent(stop.place(), unused -> new ArrayList<>())
                      .add(new Near(place, stop.walk())));
    }
    near.values()
        .forEach(
            list -> list.sort(Comparator.comparingInt(Near::walk).thenComparingInt(Near::place)));
  }

  /** Time to push a scooter a distance beside the ways, ms. */
  int beside(double metres) {
    return walking.millis(metres);
  }

  /** Time to push a scooter between the ways and a transit stop, ms. */
  int besideStop(int stop) {
    return besideStop[stop];
  }

  ModeNetwork riding() {
    return riding;
  }

  Snapper snapper() {
    return snapper;
  }

  /** The longest ride of a duration, metres. */
  int metres(int millis) {
    return (int) Math.ceil(millis * metresPerMilli);
  }

  int stopCount() {
    return stops.length;
  }

  /** Where a transit stop lies on the ways for riding, if it does. */
  @Nullable RoadPosition stop(int stop) {
    return stops[stop];
  }

  List<Standing> scooters() {
    return scooters;
  }

  Standing scooter(int index) {
    return scooters.get(index);
  }

  Spot station(int index) {
    return stations.get(index);
  }

  /** The station of a scooter's system that is just there. */
  @Nullable Spot findStation(Standing scooter, LatLon place) {
    for (Spot station : stations) {
      if (station.isOf(scooter) && station.station().location().equals(place)) {
        return station;
      }
    }
    return null;
  }

  WalkingMap walking() {
    return walking;
  }

  WalkingMap.Reach scooterReach() {
    return scooterReach.fork();
  }

  WalkingMap.Reach stationReach() {
    return stationReach.fork();
  }

  List<Near> nearStop(int stop) {
    return nearStop.getOrDefault(stop, List.of());
  }

  List<Near> stationsNearStop(int stop) {
    return stationsNearStop.getOrDefault(stop, List.of());
  }

  /** Whether a scooter may be left just where somebody wants to go. */
  static boolean mayBeLeft(Standing scooter, LatLon place) {
    Rules rules = scooter.zones().at(place, scooter.scooter().typeId());
    return rules.endAllowed() && !rules.stationParking();
  }
}
