package org.ieum.server.area;

import java.util.HashMap;
import java.util.Map;

/** The numbers by which the dispatcher knows riders; clients know them by their ids. */
final class RiderNumbers {
  /** Begins the ids of riders who gave none. */
  static final String GUEST = "guest-";

  /** Numbers of guests begin here. */
  private static final long GUESTS = 1L << 40;

  /** Number of a rider who has booked by their id; without guests. */
  private final Map<String, Long> byId = new HashMap<>();

  private long last;

  /** The number of a rider; one that nobody else has for who has not booked before. */
  long toAsk(String id, long request) {
    return byId.getOrDefault(id, GUESTS + request);
  }

  /**
   * The number by which a rider books.
   *
   * @param asked by which they asked
   */
  long toBook(String id, long asked) {
    return id.startsWith(GUEST) ? asked : byId.getOrDefault(id, last + 1);
  }

  /** Notes who has booked. */
  void note(String id, long number) {
    if (number < GUESTS) {
      byId.put(id, number);
      last = Math.max(last, number);
    }
  }

  long last() {
    return last;
  }

  /** Forgets who came behind a number. */
  void forgetBehind(long number) {
    byId.values().removeIf(other -> other > number);
    last = number;
  }

  Map<String, Long> all() {
    return Map.copyOf(byId);
  }
}
