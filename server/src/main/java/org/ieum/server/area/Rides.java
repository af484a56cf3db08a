package org.ieum.server.area;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.server.api.BookingView;

/** The rides of an area: those that are not over, and the last of those that are. */
final class Rides {
  private static final int KEPT = 1_000;

  private final NavigableMap<Long, Ride> live = new TreeMap<>();

  /** The last rides that are over, by the numbers of their requests. */
  private final Map<Long, BookingView> ended = new LinkedHashMap<>();

  void put(Ride ride) {
    live.put(ride.offer().request().id(), ride);
  }

  Optional<Ride> find(long request) {
    return Optional.ofNullable(live.get(request));
  }

  Optional<BookingView> findEnded(long request) {
    return Optional.ofNullable(ended.get(request));
  }

  /** A ride is over; what is known of it stays for a while. */
  void end(long request, BookingView last) {
    live.remove(request);
    ended.put(request, last);
    if (ended.size() > KEPT) {
      ended.remove(ended.keySet().iterator().next());
    }
  }

  /** Those that are not over, by the numbers of their requests. */
  NavigableMap<Long, Ride> live() {
    return live;
  }
}
