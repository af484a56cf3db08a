package org.ieum.server.area;

import java.util.HashMap;
import java.util.Map;
import org.ieum.server.api.RiderIds;

/** The numbers by which the dispatcher knows riders; clients know them by their ids. */
final class RiderNumbers {
  /** Numbers of guests begin here. */
  private static final long GUESTS = 1L << 40;

  /** Those who have rides that are not over, by their id; without guests. */
  private final Map<String, Known> byId = new HashMap<>();

  private long last;

  /** A rider with so many rides that are not over. */
  record Known(long number, int rides) {}

  /** What it takes to go back to a moment. */
  record Kept(Map<String, Known> byId, long last) {}

  /** The number of a rider; one that nobody else has for who has no ride. */
  long toAsk(String id, long request) {
    Known known = byId.get(id);
    return known == null ? GUESTS + request : known.number();
  }

  /**
   * The number by which a rider books.
   *
   * @param asked by which they asked
   */
  long toBook(String id, long asked) {
    if (RiderIds.isGuest(id)) {
      return asked;
    }
    Known known = byId.get(id);
    return known == null ? last + 1 : known.number();
  }

  /** Notes that a rider has one ride more. */
  void begin(String id, long number) {
    if (number < GUESTS) {
      byId.merge(id, new Known(number, 1), (known, one) -> new Known(number, known.rides() + 1));
      last = Math.max(last, number);
    }
  }

  /** Notes that a ride of a rider is over. */
  void end(String id) {
    byId.computeIfPresent(
        id,
        (rider, known) -> known.rides() == 1 ? null : new Known(known.number(), known.rides() - 1));
  }

  /** The last number that was given to anybody. */
  long last() {
    return last;
  }

  /** Gives further numbers behind one. */
  void goOn(long number) {
    last = Math.max(last, number);
  }

  Kept keep() {
    return new Kept(Map.copyOf(byId), last);
  }

  /** Goes back to a moment. */
  void goBack(Kept kept) {
    byId.clear();
    byId.putAll(kept.byId());
    last = kept.last();
  }
}
