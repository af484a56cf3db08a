package org.ieum.server.area;

import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ieum.dispatch.DispatchState;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;

/** Offers that can still be accepted. Kept in memory: after a restart riders ask again. */
final class HeldOffers {
  private static final int MOST = 200_000;

  /**
   * An offer and whose it is.
   *
   * @param offer with its one pickup and dropoff
   * @param asked all that was asked for, to ask again
   * @param rider id of the rider
   * @param occasion how a booking comes of it
   * @param isAccepted whether it has become a booking
   */
  record Held(
      Offer offer, RideRequest asked, String rider, Occasion occasion, boolean isAccepted) {}

  private final String prefix;
  private final Map<String, Held> byId = new LinkedHashMap<>();
  private long last;

  /**
   * @param prefix begins all ids; another one after each start
   */
  HeldOffers(String prefix) {
    this.prefix = prefix;
  }

  /** Keeps an offer; returns its id. */
  String hold(Held held, int now) {
    forget(now);
    String id = prefix + ++last;
    byId.put(id, held);
    return id;
  }

  Optional<Held> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** An offer has become a booking and cannot become another one. */
  void accept(String id) {
    byId.computeIfPresent(
        id,
        (unused, held) ->
            new Held(held.offer(), held.asked(), held.rider(), held.occasion(), true));
  }

  /** Whether there was an offer of this id, which is no longer kept. */
  boolean isOver(String id) {
    if (!id.startsWith(prefix) || byId.containsKey(id)) {
      return false;
    }
    String number = id.substring(prefix.length());
    return number.matches("[1-9][0-9]{0,17}") && Long.parseLong(number) <= last;
  }

  /** Vehicles that are named in offers which can still be accepted. */
  BitSet vehicles(int now) {
    forget(now);
    BitSet vehicles = new BitSet();
    for (Held held : byId.values()) {
      if (!held.isAccepted() && held.offer().expiresAt() >= now) {
        vehicles.set(held.offer().vehicle());
      }
    }
    return vehicles;
  }

  /** Goes by an epoch that lies so much later. */
  void shift(int millis) {
    byId.replaceAll(
        (id, held) ->
            new Held(
                DispatchState.shift(held.offer(), millis),
                DispatchState.shift(held.asked(), millis),
                held.rider(),
                held.occasion(),
                held.isAccepted()));
  }

  private void forget(int now) {
    Iterator<Held> oldest = byId.values().iterator();
    while (oldest.hasNext() && (oldest.next().offer().expiresAt() < now || byId.size() > MOST)) {
      oldest.remove();
    }
  }
}
