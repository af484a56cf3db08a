package org.ieum.server.area;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterView;
import org.ieum.server.journeys.ScooterIds;
import org.jspecify.annotations.Nullable;

/** An area with scooters of which a test says what is known. */
abstract class ScooterLife extends AreaLife {
  static final ScooterReservationInput NOW = new ScooterReservationInput(null, null, null, null);

  private final String yaml;

  ScooterLife(String yaml) {
    this.yaml = yaml;
  }

  /**
   * What is known now; for any thread.
   *
   * @param own scooters as they stand in the file
   */
  abstract List<ScooterSupply> supplies(ScooterSupply own);

  /** By which clients know scooters, if not as the file has it. */
  ScooterIds ids(ScooterIds configured) {
    return configured;
  }

  @Override
  AreaSetup setup() throws Exception {
    AreaSetup usual = open(yaml);
    ScooterRules rules = Objects.requireNonNull(usual.scooters());
    ScooterSupply own = rules.source().supplies().get(0);
    ChangedSetup changed = new ChangedSetup(usual);
    changed.improvement = null;
    changed.repositioning = null;
    changed.fares = null;
    changed.scooters =
        new ScooterRules(
            rules.hold(),
            rules.maxAhead(),
            rules.leastRange(),
            ids(rules.ids()),
            () -> supplies(own));
    return changed.make();
  }

  OffsetDateTime in(long millis) {
    return Instant.ofEpochMilli(now.get() + millis).atOffset(ZoneOffset.UTC);
  }

  ScooterReservationInput at(long from, long until, @Nullable String booking) {
    return new ScooterReservationInput(null, in(from), in(until), booking);
  }

  ScooterReservationView reserve(String scooter, String rider, ScooterReservationInput when)
      throws Exception {
    return order(desk -> desk.scooters().reserve(scooter, rider, when));
  }

  ScooterReservationView reservation(String id) throws Exception {
    return ask(desk -> desk.scooters().reservation(id));
  }

  ScooterView scooter(String id) throws Exception {
    return ask(desk -> desk.scooters().scooter(id));
  }

  /** Lets the clock look at what is kept. */
  void tick() throws Exception {
    pass(1_000);
    settle();
  }
}
