package org.ieum.server.area;

import java.util.function.Supplier;
import org.ieum.fare.FareTable;
import org.ieum.reposition.RepositionRules;
import org.ieum.server.journeys.JourneyMap;
import org.jspecify.annotations.Nullable;

/** A service area like another one, but for what a test sets. */
final class ChangedSetup {
  private final AreaSetup usual;
  @Nullable RouteImprovement improvement;
  @Nullable RepositionRules repositioning;
  @Nullable FareTable fares;
  @Nullable ScooterRules scooters;
  @Nullable Supplier<JourneyMap> journeys;

  ChangedSetup(AreaSetup usual) {
    this.usual = usual;
    improvement = usual.improvement();
    repositioning = usual.repositioning();
    fares = usual.fares();
    scooters = usual.scooters();
    journeys = usual.journeys();
  }

  AreaSetup make() {
    return new AreaSetup(
        usual.id(),
        usual.name(),
        usual.zone(),
        usual.map(),
        usual.fingerprint(),
        usual.rules(),
        usual.serviceName(),
        usual.walkSpeed(),
        usual.longestWalk(),
        usual.contains(),
        usual.fleet(),
        usual.riders(),
        improvement,
        repositioning,
        fares,
        scooters,
        journeys,
        usual.queue());
  }
}
