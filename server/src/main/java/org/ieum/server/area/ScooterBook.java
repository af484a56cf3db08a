package org.ieum.server.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.model.LatLon;

/**
 * Who has which managed scooter, and where scooters were left. Only what was decided stands here,
 * never what a feed says, so the same events give the same book. A scooter is kept for one rider at
 * a time.
 */
final class ScooterBook {
  private static final int KEPT = 1_000;

  private final NavigableMap<Long, ScooterHold> live = new TreeMap<>();

  /** Numbers of live reservations by the keys of their scooters. */
  private final Map<String, Long> byScooter = new HashMap<>();

  /** The last reservations that are over, the oldest first. */
  private final ArrayDeque<ScooterHold> ended = new ArrayDeque<>();

  /** By the keys of scooters. */
  private final NavigableMap<String, Left> left = new TreeMap<>();

  private long last;
  private long changes;
  private long returns;

  /**
   * Where a scooter was left.
   *
   * @param system of the scooter
   * @param scooter id by which clients knew it
   * @param time ms since 1970, UTC; what was known before of the scooter is no longer true
   * @param range how far it still goes, metres, or that nobody knows
   */
  record Left(String system, String scooter, LatLon place, String station, int range, long time) {
    String key() {
      return ScooterBook.key(system, scooter);
    }
  }

  /** All of it, for snapshots and to go back to. */
  record Kept(long last, List<ScooterHold> live, List<ScooterHold> ended, List<Left> left) {}

  /**
   * What tells a scooter from all others.
   *
   * @param scooter id, with or without that of its system and a colon before it
   */
  static String key(String system, String scooter) {
    String prefix = system + ":";
    return scooter.startsWith(prefix) ? scooter : prefix + scooter;
  }

  /** Goes up whenever anything here changes. */
  long changes() {
    return changes;
  }

  /** Goes up whenever scooters may stand elsewhere than before. */
  long returns() {
    return returns;
  }

  Kept keep() {
    return new Kept(
        last, List.copyOf(live.values()), List.copyOf(ended), List.copyOf(left.values()));
  }

  void restore(Kept kept) {
    live.clear();
    byScooter.clear();
    ended.clear();
    left.clear();
    changes++;
    returns++;
    last = kept.last();
    kept.live().forEach(this::put);
    ended.addAll(kept.ended());
    kept.left().forEach(this::leave);
  }

  /** The number that the next reservation has. */
  long nextNumber() {
    return last + 1;
  }

  /** Notes a reservation, or what has become of it. */
  void put(ScooterHold hold) {
    changes++;
    last = Math.max(last, hold.number());
    if (!hold.state().isOver()) {
      ScooterHold before = live.put(hold.number(), hold);
      if (before != null) {
        byScooter.remove(before.key(), hold.number());
      }
      byScooter.put(hold.key(), hold.number());
      return;
    }
    live.remove(hold.number());
    byScooter.remove(hold.key(), hold.number());
    ended.add(hold);
    if (ended.size() > KEPT) {
      ended.remove();
    }
  }

  void leave(Left where) {
    changes++;
    returns++;
    left.put(where.key(), where);
  }

  /** A reservation, also one of the last that are over. */
  Optional<ScooterHold> find(long number) {
    ScooterHold found = live.get(number);
    return found != null
        ? Optional.of(found)
        : ended.stream().filter(hold -> hold.number() == number).findFirst();
  }

  /** Who has a scooter. */
  Optional<ScooterHold> findOf(String key) {
    return Optional.ofNullable(byScooter.get(key)).map(live::get);
  }

  /** Where a scooter was left, if that was later than a time. */
  Optional<Left> findLeft(String key, long behind) {
    return Optional.ofNullable(left.get(key)).filter(where -> where.time() > behind);
  }

  /** Reservations that are not over, as they are now. */
  Collection<ScooterHold> live() {
    return new ArrayList<>(live.values());
  }
}
