package org.ieum.server.area;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ieum.fare.Payer;
import org.ieum.journey.Journey;
import org.ieum.server.api.JourneyInput;

/** Journeys that can still be confirmed. Kept in memory: after a restart riders ask again. */
final class HeldJourneys {
  private static final int MOST = 50_000;

  /**
   * A journey and whose it is.
   *
   * @param input what was asked for, to ask again
   * @param rider id of the rider
   * @param payer who pays
   * @param expiresAt when its offers end, Unix ms
   */
  record Held(Journey journey, JourneyInput input, String rider, Payer payer, long expiresAt) {}

  private final String prefix;
  private final Map<String, Held> byId = new LinkedHashMap<>();
  private long last;

  /**
   * @param prefix begins all ids; another one after each start
   */
  HeldJourneys(String prefix) {
    this.prefix = prefix;
  }

  /** Keeps a journey; returns its id. */
  String hold(Held held, long now) {
    Iterator<Held> oldest = byId.values().iterator();
    while (oldest.hasNext() && (oldest.next().expiresAt() < now || byId.size() >= MOST)) {
      oldest.remove();
    }
    String id = prefix + ++last;
    byId.put(id, held);
    return id;
  }

  Optional<Held> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether there was a journey of this id, which is no longer kept. */
  boolean isOver(String id) {
    if (!id.startsWith(prefix) || byId.containsKey(id)) {
      return false;
    }
    String number = id.substring(prefix.length());
    return number.matches("[1-9][0-9]{0,17}") && Long.parseLong(number) <= last;
  }
}
