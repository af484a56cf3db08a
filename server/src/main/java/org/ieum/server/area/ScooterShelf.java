package org.ieum.server.area;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.model.LatLon;
import org.ieum.server.api.ScooterView;
import org.ieum.server.area.ScooterPlaces.Known;
import org.jspecify.annotations.Nullable;

/** The scooters of an area as they are known now, and who has which. For the writer's thread. */
final class ScooterShelf {
  /** Positions wander; farther off it is another place, metres. */
  private static final double MOVED = 100;

  private static final String FREE = "free";

  private final String area;
  private final ScooterRules rules;
  private final ScooterBook book;
  private final ScooterPlaces places;

  /** What {@link #taken} was made of. */
  private List<ScooterSupply> seen = List.of();

  private long changes = -1;
  private Set<String> taken = Set.of();

  ScooterShelf(AreaSetup setup, ScooterBook book) {
    area = setup.id();
    rules = setup.scooterRules();
    this.book = book;
    places = new ScooterPlaces(rules, book);
  }

  /** The id by which clients know a scooter of a system. */
  String id(String system, boolean isManaged, String scooter) {
    return rules.ids().id(system, isManaged, scooter);
  }

  /** All supplies with managed scooters where they stand now; the same list while nothing moves. */
  List<ScooterSupply> supplies() {
    return places.supplies();
  }

  /**
   * Managed scooters that somebody has or that are flat, as system, colon, id; the same set while
   * nothing changes.
   */
  Set<String> taken() {
    List<ScooterSupply> now = places.supplies();
    if (changes != book.changes() || !now.equals(seen)) {
      Set<String> found = new HashSet<>();
      for (Known known : places.all()) {
        if (known.supply().managed() && !state(known).equals(FREE)) {
          found.add(known.supply().systemId() + ":" + known.scooter().id());
        }
      }
      taken = Set.copyOf(found);
      seen = now;
      changes = book.changes();
    }
    return taken;
  }

  Optional<Known> find(String id) {
    return places.find(id);
  }

  /** The scooter of a reservation. */
  Optional<Known> find(ScooterHold hold) {
    return places.findByKey(hold.key());
  }

  private Optional<ScooterSupply> findManaged(String system) {
    return places.supplies().stream()
        .filter(supply -> supply.managed() && supply.systemId().equals(system))
        .findFirst();
  }

  /** A station of a managed system. */
  Optional<ScooterStation> findStation(String system, String id) {
    return findManaged(system).stream()
        .flatMap(supply -> supply.stations().stream())
        .filter(station -> station.id().equals(id))
        .findFirst();
  }

  /** Why the scooter of a reservation must not be left at a place beside stations, if so. */
  Optional<String> findParkingBan(ScooterHold hold, LatLon place) {
    String type = find(hold).map(known -> known.scooter().typeId()).orElse("");
    return findManaged(hold.system())
        .flatMap(supply -> new Parking(supply.zones()).findBan(place, type));
  }

  /** How many managed scooters are in each state. */
  Map<String, Integer> managedByState() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Known known : places.all()) {
      if (known.supply().managed()) {
        counts.merge(state(known), 1, Integer::sum);
      }
    }
    return counts;
  }

  List<ScooterView> views(
      String afterId, int limit, Predicate<LatLon> region, @Nullable LatLon near) {
    return places.all().stream()
        .filter(known -> afterId.isEmpty() || known.id().compareTo(afterId) > 0)
        .filter(known -> region.test(known.scooter().position()))
        .sorted(near == null ? Comparator.comparing(Known::id) : nearest(near))
        .limit(limit)
        .map(this::view)
        .toList();
  }

  private static Comparator<Known> nearest(LatLon place) {
    return Comparator.<Known>comparingDouble(known -> known.scooter().position().metresTo(place))
        .thenComparing(Known::id);
  }

  ScooterView view(Known known) {
    Scooter scooter = known.scooter();
    String state = state(known);
    return new ScooterView(
        known.id(),
        area,
        known.supply().systemId(),
        known.supply().managed(),
        known.supply().managed() && state.equals(FREE),
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

  boolean isFree(Known known) {
    return state(known).equals(FREE);
  }

  /** What it is about a scooter. */
  String state(Known known) {
    Scooter scooter = known.scooter();
    Optional<ScooterHold> hold =
        known.supply().managed() ? book.findOf(known.key()) : Optional.empty();
    if (hold.isPresent()) {
      return hold.get().state() == ScooterHold.State.RIDING ? "in_use" : "reserved";
    }
    if (scooter.disabled()) {
      return "disabled";
    }
    if (scooter.reserved()) {
      return "reserved";
    }
    return isFlat(scooter) ? "low_battery" : FREE;
  }

  /**
   * Why a scooter that is kept cannot be had any more, if so. That its system says nothing, or
   * nothing of a later time than that of the reservation, is no reason, whatever others say.
   */
  Optional<String> findTrouble(ScooterHold hold) {
    Optional<Scooter> found = find(hold).map(Known::scooter);
    if (found.isEmpty()) {
      boolean isNews =
          findManaged(hold.system())
              .filter(supply -> supply.asOf().toEpochMilli() > hold.reservedAt())
              .filter(supply -> !supply.scooters().isEmpty())
              .isPresent();
      return isNews ? Optional.of("scooter_gone") : Optional.empty();
    }
    Scooter scooter = found.get();
    if (scooter.disabled()) {
      return Optional.of("scooter_disabled");
    }
    if (isFlat(scooter)) {
      return Optional.of("scooter_flat");
    }
    boolean isElsewhere = scooter.position().metresTo(hold.place()) > MOVED;
    return isElsewhere ? Optional.of("scooter_moved") : Optional.empty();
  }

  /**
   * The nearest scooter that can be had instead of one.
   *
   * @param named ids of those that others have been told of just now
   */
  Optional<String> findInstead(ScooterHold hold, Set<String> named) {
    return places.all().stream()
        .filter(known -> known.supply().managed() && state(known).equals(FREE))
        .filter(known -> !known.key().equals(hold.key()) && !named.contains(known.id()))
        .min(nearest(hold.place()))
        .map(Known::id);
  }

  private boolean isFlat(Scooter scooter) {
    return scooter.rangeMetres() != Scooter.UNKNOWN_RANGE
        && scooter.rangeMetres() < rules.leastRange();
  }
}
