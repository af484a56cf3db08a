package org.ieum.server.area;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ieum.dispatch.DispatchState;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;

/** Offers that can still be accepted. Kept in memory: after a restart riders ask again. */
final class HeldOffers {
  /** For so long after its end an offer is told to have expired rather than to be unknown, ms. */
  private static final int REMEMBERED = 600_000;

  private static final int MOST = 200_000;

  /**
   * An offer and whose it is.
   *
   * @param offer with its one pickup and dropoff
   * @param asked all that was asked for, to ask again
   * @param rider id of the rider
   */
  record Held(Offer offer, RideRequest asked, String rider) {}

  private final String prefix;
  private final Map<String, Held> byId = new LinkedHashMap<>();

  /**
   * @param prefix begins all ids; another one after each start
   */
  HeldOffers(String prefix) {
    this.prefix = prefix;
  }

  /** Keeps an offer; returns its id. */
  String hold(Held held, long number, int now) {
    forget(now);
    String id = prefix + number;
    byId.put(id, held);
    return id;
  }

  Optional<Held> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Goes by an epoch that lies so much later. */
  void shift(int millis) {
    byId.replaceAll(
        (id, held) ->
            new Held(
                DispatchState.shift(held.offer(), millis),
                DispatchState.shift(held.asked(), millis),
                held.rider()));
  }

  private void forget(int now) {
    Iterator<Held> oldest = byId.values().iterator();
    while (oldest.hasNext()
        && (oldest.next().offer().expiresAt() < now - REMEMBERED || byId.size() > MOST)) {
      oldest.remove();
    }
  }
}
