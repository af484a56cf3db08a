package org.ieum.micromobility;

import java.time.Instant;
import java.util.List;

/**
 * All that is known of the shared scooters of one system at one moment. Immutable.
 *
 * @param systemId of the operator
 * @param managed whether Ieum manages the fleet, so that scooters can be reserved; others are only
 *     shown
 * @param asOf when it was so
 * @param scooters in order of their ids
 * @param stations in order of their ids
 * @param types in order of their ids
 * @param plans in order of their ids
 * @param zones the first one that says something about a place decides
 */
public record ScooterSupply(
    String systemId,
    boolean managed,
    Instant asOf,
    List<Scooter> scooters,
    List<ScooterStation> stations,
    List<ScooterType> types,
    List<PricingPlan> plans,
    List<GeofencingZone> zones) {
  public ScooterSupply {
    scooters = List.copyOf(scooters);
    stations = List.copyOf(stations);
    types = List.copyOf(types);
    plans = List.copyOf(plans);
    zones = List.copyOf(zones);
  }

  /** The same system with other scooters, in order of their ids, as they are at another moment. */
  public ScooterSupply with(List<Scooter> others, Instant at) {
    return new ScooterSupply(systemId, managed, at, others, stations, types, plans, zones);
  }
}
