package org.ieum.server.journeys;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ieum.dispatch.StopReach;
import org.ieum.fare.FareTable;
import org.ieum.journey.JourneyFares;
import org.ieum.journey.JourneyPlanner;
import org.ieum.journey.JourneyRules;
import org.ieum.journey.OnDemandArea;
import org.ieum.journey.RideFares;
import org.ieum.journey.ScooterExchanges;
import org.ieum.journey.ScooterField;
import org.ieum.journey.ScooterRides;
import org.ieum.journey.TransitMap;
import org.ieum.journey.WalkingMap;
import org.ieum.micromobility.GeofencingZone;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.PromiseRules;
import org.ieum.road.RideProfile;
import org.ieum.road.ServiceArea;
import org.ieum.transit.Timetable;
import org.ieum.transit.TransferRule;
import org.ieum.traveltime.ModeNetwork;
import org.ieum.traveltime.RideRules;
import org.jspecify.annotations.Nullable;

/**
 * All that the journeys of an area are planned on, made once; threads get planners of their own.
 */
public final class JourneyMap {
  /** Walks between two vehicles, ms. */
  private static final int LONGEST_TRANSFER = 480_000;

  private final ServiceArea area;
  private final PromiseRules rules;
  private final int longestWalk;
  private final RideFares fares;
  private final JourneyFares journeyFares;
  private volatile Optional<Currency> currency;
  private final WalkingMap walking;
  private final @Nullable TransitMap transit;
  private volatile ScooterField scooters;
  private List<GeofencingZone> zones = List.of();
  private ModeNetwork ridden;

  /**
   * Prepares the map, which takes some seconds for a city with a timetable.
   *
   * @param rules of on-demand rides
   * @param longestWalk to or from an on-demand ride, ms
   * @param fares of on-demand rides
   * @param table null when nothing is taken off the sum of all fares
   * @param timetable null when there is none
   * @param transfers of the timetable
   */
  public JourneyMap(
      ServiceArea area,
      PromiseRules rules,
      int longestWalk,
      RideFares fares,
      @Nullable FareTable table,
      @Nullable Timetable timetable,
      List<TransferRule> transfers) {
    this.area = area;
    this.rules = rules;
    this.longestWalk = longestWalk;
    this.fares = fares;
    journeyFares = new JourneyFares(table);
    currency =
        table != null
            ? Optional.of(table.currency())
            : Optional.ofNullable(timetable).flatMap(known -> known.fares().currency());
    double speed = area.settings().walkingSpeed();
    walking = new WalkingMap(area.network().onFoot(speed).graph(), area.placeSnapper(), speed);
    transit =
        timetable == null
            ? null
            : TransitMap.prepare(
                walking, timetable, transfers, LONGEST_TRANSFER, rides(), isPriced(timetable));
    ridden = riding(List.of());
    scooters = field(List.of(), ridden);
  }

  /** The currency of all fares; none where nobody names one. */
  public Optional<Currency> currency() {
    return currency;
  }

  /** Goes by another supply of scooters from now on. */
  public synchronized void setScooters(List<ScooterSupply> supplies) {
    if (currency.isEmpty()) {
      currency =
          supplies.stream()
              .flatMap(supply -> supply.plans().stream())
              .map(PricingPlan::currency)
              .findFirst();
    }
    List<GeofencingZone> now = supplies.stream().flatMap(s -> s.zones().stream()).toList();
    ModeNetwork riding = now.equals(zones) ? ridden : riding(supplies);
    scooters = field(supplies, riding);
    ridden = riding;
    zones = now;
  }

  /** The ways by the zones of all systems and types, the strictest of which holds. */
  private ModeNetwork riding(List<ScooterSupply> supplies) {
    return area.network()
        .riding(
            RideProfile.DEFAULT,
            supplies.stream().allMatch(s -> s.zones().isEmpty())
                ? RideRules.NONE
                : new StrictestZones(supplies));
  }

  private ScooterField field(List<ScooterSupply> supplies, ModeNetwork riding) {
    return ScooterField.of(
        supplies,
        walking,
        riding,
        radius(),
        RideProfile.DEFAULT.speed(),
        rides(),
        transit == null ? null : transit.fork(),
        currency.orElse(null));
  }

  /** Amounts of two currencies are not added. */
  private boolean isPriced(Timetable timetable) {
    return timetable.fares().currency().equals(currency);
  }

  private double radius() {
    return area.settings().placeRadius();
  }

  private OnDemandArea rides() {
    StopReach reach = new StopReach(area.placeSnapper(), area.walkAccess(), longestWalk);
    return new OnDemandArea(area.stopPoints(), reach, area.matrix(), rules, fares);
  }

  /** A planner for one thread. */
  public Planning planning() {
    TransitMap map = transit == null ? null : transit.fork();
    ScooterRides rides = new ScooterRides(scooters, journeyFares);
    return new Planning(new JourneyPlanner(walking, rides(), map, rides, journeyFares), rides);
  }

  /** A planner that goes by the scooters of now; belongs to one thread. */
  public final class Planning {
    private final JourneyPlanner planner;
    private final ScooterRides rides;

    private Planning(JourneyPlanner planner, ScooterRides rides) {
      this.planner = planner;
      this.rides = rides;
    }

    /**
     * The planner.
     *
     * @param isTaken whether the scooter of a system and id, a colon between them, is held
     */
    public JourneyPlanner planner(Predicate<String> isTaken) {
      rides.look(scooters, isTaken);
      return planner;
    }

    /** Exchanges scooters on the map of now. */
    public ScooterExchanges exchanges() {
      rides.look(scooters, key -> false);
      return new ScooterExchanges(rides, JourneyRules.DEFAULT.longestScooterRide());
    }
  }
}
