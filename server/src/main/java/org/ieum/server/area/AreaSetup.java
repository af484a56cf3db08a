package org.ieum.server.area;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ieum.fare.FareTable;
import org.ieum.model.LatLon;
import org.ieum.model.ServiceRules;
import org.ieum.reposition.RepositionRules;
import org.ieum.road.ServiceArea;
import org.ieum.server.journeys.JourneyMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes a service area.
 *
 * @param id letters, digits and underscores; begins the ids of its bookings
 * @param name for people
 * @param zone in which days begin
 * @param map its roads and stop points
 * @param fingerprint of map and rules; a journal is replayed on the same ones only
 * @param rules of the service
 * @param serviceName for people
 * @param walkSpeed of riders, m/s
 * @param longestWalk that riders accept to or from a stop, ms
 * @param contains whether a place lies within the area
 * @param fleet its vehicles
 * @param riders what becomes of riders who do not come
 * @param improvement of the routes while they are driven, null for none; says nothing of what was
 *     decided before, so it is not in the fingerprint
 * @param repositioning of idle vehicles, null for none; not in the fingerprint either
 * @param fares what rides cost, null when nothing is said of that; prices are kept with rides, so
 *     it is not in the fingerprint either
 * @param scooters how shared ones are reserved, null when there are none; their source is closed
 *     with the area; what was decided of them is told whole by its events, so it is not in the
 *     fingerprint either
 * @param journeys makes the map on which they are planned; null for none
 * @param queue commands that may wait for the writer
 */
public record AreaSetup(
    String id,
    String name,
    ZoneId zone,
    ServiceArea map,
    String fingerprint,
    ServiceRules rules,
    String serviceName,
    double walkSpeed,
    int longestWalk,
    Predicate<LatLon> contains,
    List<FleetVehicle> fleet,
    RiderPolicy riders,
    @Nullable RouteImprovement improvement,
    @Nullable RepositionRules repositioning,
    @Nullable FareTable fares,
    @Nullable ScooterRules scooters,
    @Nullable Supplier<JourneyMap> journeys,
    int queue) {
  public AreaSetup {
    fleet = List.copyOf(fleet);
  }

  /** How scooters are reserved; where there are none, none can be. */
  ScooterRules scooterRules() {
    return scooters == null ? ScooterRules.none(id) : scooters;
  }
}
