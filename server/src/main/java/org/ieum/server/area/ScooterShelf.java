package org.ieum.server.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.model.LatLon;
import org.ieum.server.api.ScooterView;
import org.jspecify.annotations.Nullable;

/**
 * The scooters of an area as they are known now: what their source says, unless the book knows
 * better because one was left somewhere since. Those of other operators have the id of their system
 * before their own.
 */
final class ScooterShelf {
  /** Positions wander; farther off it is another place, metres. */
  private static final double MOVED = 100;

  private final Desk desk;

  ScooterShelf(Desk desk) {
    this.desk = desk;
  }

  /** A scooter of a system, where it stands now. */
  record Known(ScooterSupply supply, Scooter scooter) {
    String id() {
      return supply.managed() ? scooter.id() : supply.systemId() + ":" + scooter.id();
    }
  }

  private List<ScooterSupply> supplies() {
    ScooterRules rules = desk.setup.scooters();
    return rules == null ? List.of() : rules.source().supplies();
  }

  /** All supplies with managed scooters where they stand now. */
  List<ScooterSupply> known() {
    List<ScooterSupply> all = new ArrayList<>();
    for (ScooterSupply supply : supplies()) {
      List<Scooter> scooters = new ArrayList<>();
      for (Scooter scooter : supply.scooters()) {
        Known known = new Known(supply, scooter);
        scooters.add(supply.managed() ? asLeft(known).scooter() : scooter);
      }
      all.add(
          new ScooterSupply(
              supply.systemId(),
              supply.managed(),
              supply.asOf(),
              scooters,
              supply.stations(),
              supply.types(),
              supply.plans(),
              supply.zones()));
    }
    return all;
  }

  /** Managed scooters that somebody has or that are flat, as system, colon, id. */
  Set<String> taken() {
    Set<String> taken = new HashSet<>();
    for (Known known : all(id -> true)) {
      if (known.supply().managed() && !state(known).equals("free")) {
        taken.add(known.supply().systemId() + ":" + known.scooter().id());
      }
    }
    return taken;
  }

  Optional<Known> find(String id) {
    return all(known -> known.equals(id)).stream().findFirst();
  }

  /** A station of a managed system. */
  Optional<ScooterStation> findStation(String id) {
    return supplies().stream()
        .filter(ScooterSupply::managed)
        .flatMap(supply -> supply.stations().stream())
        .filter(station -> station.id().equals(id))
        .findFirst();
  }

  private List<Known> all(Predicate<String> ids) {
    List<Known> all = new ArrayList<>();
    for (ScooterSupply supply : supplies()) {
      for (Scooter scooter : supply.scooters()) {
        Known known = new Known(supply, scooter);
        if (ids.test(known.id())) {
          all.add(supply.managed() ? asLeft(known) : known);
        }
      }
    }
    return all;
  }

  private Known asLeft(Known known) {
    Scooter told = known.scooter();
    return desk.scooters
        .findLeft(told.id(), known.supply().asOf().toEpochMilli())
        .map(
            left ->
                new Scooter(
                    told.id(),
                    left.place(),
                    told.typeId(),
                    left.station(),
                    told.planId(),
                    left.range(),
                    told.reserved(),
                    told.disabled()))
        .map(scooter -> new Known(known.supply(), scooter))
        .orElse(known);
  }

  List<ScooterView> views(
      String afterId, int limit, Predicate<LatLon> region, @Nullable LatLon near) {
    return all(id -> afterId.isEmpty() || id.compareTo(afterId) > 0).stream()
        .filter(known -> region.test(known.scooter().position()))
        .sorted(
            near == null
                ? Comparator.comparing(Known::id)
                : Comparator.<Known>comparingDouble(
                        known -> known.scooter().position().metresTo(near))
                    .thenComparing(Known::id))
        .limit(limit)
        .map(this::view)
        .toList();
  }

  ScooterView view(Known known) {
    Scooter scooter = known.scooter();
    String state = state(known);
    return new ScooterView(
        known.id(),
        desk.setup.id(),
        known.supply().systemId(),
        known.supply().managed(),
        known.supply().managed() && state.equals("free"),
        state,
        scooter.position().lat(),
        scooter.position().lon(),
        scooter.stationId().isEmpty() ? null : scooter.stationId(),
        formFactor(known),
        scooter.rangeMetres() == Scooter.UNKNOWN_RANGE ? null : scooter.rangeMetres());
  }

  private static @Nullable String formFactor(Known known) {
    return known.supply().types().stream()
        .filter(type -> type.id().equals(known.scooter().typeId()))
        .map(ScooterType::formFactor)
        .findFirst()
        .orElse(null);
  }

  /** What it is about a scooter. */
  String state(Known known) {
    Scooter scooter = known.scooter();
    Optional<ScooterHold> hold =
        known.supply().managed() ? desk.scooters.findOf(scooter.id()) : Optional.empty();
    if (hold.isPresent()) {
      return hold.get().state() == ScooterHold.State.RIDING ? "in_use" : "reserved";
    }
    if (scooter.disabled()) {
      return "disabled";
    }
    if (scooter.reserved()) {
      return "reserved";
    }
    ScooterRules rules = desk.setup.scooters();
    boolean isFlat = rules != null && isFlat(scooter, rules);
    return isFlat ? "low_battery" : "free";
  }

  /**
   * Why a scooter that is kept cannot be had any more, if so. What a source says of an earlier time
   * than that of the reservation, or nothing of all its system, is no reason.
   */
  Optional<String> findTrouble(ScooterHold hold) {
    List<ScooterSupply> managed = supplies().stream().filter(ScooterSupply::managed).toList();
    boolean isNews =
        managed.stream().anyMatch(supply -> supply.asOf().toEpochMilli() > hold.reservedAt());
    Optional<Scooter> found = find(hold.scooter()).map(Known::scooter);
    if (found.isEmpty()) {
      return isNews ? Optional.of("scooter_gone") : Optional.empty();
    }
    Scooter scooter = found.get();
    ScooterRules rules = desk.setup.scooters();
    if (scooter.disabled()) {
      return Optional.of("scooter_disabled");
    }
    if (rules != null && isFlat(scooter, rules)) {
      return Optional.of("scooter_flat");
    }
    boolean isElsewhere = scooter.position().metresTo(hold.place()) > MOVED;
    return isElsewhere ? Optional.of("scooter_moved") : Optional.empty();
  }

  /** The nearest scooter that can be had instead of one. */
  Optional<String> findInstead(ScooterHold hold) {
    return all(id -> !id.equals(hold.scooter())).stream()
        .filter(known -> known.supply().managed() && state(known).equals("free"))
        .min(
            Comparator.<Known>comparingDouble(
                    known -> known.scooter().position().metresTo(hold.place()))
                .thenComparing(Known::id))
        .map(Known::id);
  }

  private static boolean isFlat(Scooter scooter, ScooterRules rules) {
    return scooter.rangeMetres() != Scooter.UNKNOWN_RANGE
        && scooter.rangeMetres() < rules.leastRange();
  }
}
