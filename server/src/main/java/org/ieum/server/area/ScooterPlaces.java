package org.ieum.server.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;

/**
 * Where the scooters of an area stand now: where their source says, unless the book knows better
 * because one was left somewhere since. That is put together only when one of the two has changed.
 */
final class ScooterPlaces {
  private final ScooterRules rules;
  private final ScooterBook book;

  /** What the source said last. */
  private List<ScooterSupply> told = List.of();

  /** How often scooters had been left by then. */
  private long returns = -1;

  private List<ScooterSupply> supplies = List.of();
  private Map<String, Known> byId = Map.of();

  /** In the order of their supplies. */
  private Map<String, Known> byKey = Map.of();

  /**
   * A scooter of a system, where it stands now.
   *
   * @param id by which clients know it
   */
  record Known(ScooterSupply supply, Scooter scooter, String id) {
    String key() {
      return ScooterBook.key(supply.systemId(), scooter.id());
    }
  }

  ScooterPlaces(ScooterRules rules, ScooterBook book) {
    this.rules = rules;
    this.book = book;
  }

  /** All supplies with managed scooters where they stand now; the same list while nothing moves. */
  List<ScooterSupply> supplies() {
    look();
    return supplies;
  }

  /** All scooters, in the order of their supplies. */
  Collection<Known> all() {
    look();
    return byKey.values();
  }

  Optional<Known> find(String id) {
    look();
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Known> findByKey(String key) {
    look();
    return Optional.ofNullable(byKey.get(key));
  }

  private void look() {
    List<ScooterSupply> now = rules.source().supplies();
    if (book.returns() == returns && now.equals(told)) {
      return;
    }
    told = List.copyOf(now);
    returns = book.returns();
    supplies = told.stream().map(this::asLeft).toList();
    byId = new HashMap<>();
    byKey = new LinkedHashMap<>();
    for (ScooterSupply supply : supplies) {
      for (Scooter scooter : supply.scooters()) {
        String id = rules.ids().id(supply.systemId(), supply.managed(), scooter.id());
        Known known = new Known(supply, scooter, id);
        byId.putIfAbsent(id, known);
        byKey.putIfAbsent(known.key(), known);
      }
    }
  }

  private ScooterSupply asLeft(ScooterSupply supply) {
    if (!supply.managed()) {
      return supply;
    }
    List<Scooter> scooters = new ArrayList<>();
    boolean isAsTold = true;
    for (Scooter scooter : supply.scooters()) {
      Optional<ScooterBook.Left> left =
          book.findLeft(
              ScooterBook.key(supply.systemId(), scooter.id()), supply.asOf().toEpochMilli());
      isAsTold &= left.isEmpty();
      scooters.add(
          left.map(at -> scooter.at(at.place(), at.station(), at.range())).orElse(scooter));
    }
    return isAsTold ? supply : supply.with(scooters, supply.asOf());
  }
}
