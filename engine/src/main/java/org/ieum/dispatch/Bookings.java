package org.ieum.dispatch;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.model.TimeWindow;

/** The live bookings, by request and by rider. Maps are only looked up, never walked. */
final class Bookings {
  private final Long2ObjectOpenHashMap<Booking> byRequest = new Long2ObjectOpenHashMap<>();
  private final Long2ObjectOpenHashMap<List<Booking>> byRider = new Long2ObjectOpenHashMap<>();

  private long added;

  void add(Booking booking) {
    booking.setNumber(added++);
    byRequest.put(booking.request(), booking);
    byRider
        .computeIfAbsent(booking.offer().request().rider(), rider -> new ArrayList<>(2))
        .add(booking);
  }

  /** Forgets a booking that has come to its end. */
  void remove(Booking booking) {
    byRequest.remove(booking.request());
    long rider = booking.offer().request().rider();
    List<Booking> own = byRider.get(rider);
    own.remove(booking);
    if (own.isEmpty()) {
      byRider.remove(rider);
    }
  }

  Optional<Booking> find(long request) {
    return Optional.ofNullable(byRequest.get(request));
  }

  /** A live booking, for callers that know that it is live. */
  Booking get(long request) {
    Booking booking = byRequest.get(request);
    if (booking == null) {
      throw new IllegalArgumentException("no live booking of request " + request);
    }
    return booking;
  }

  /** A live booking of a rider that overlaps a span of time, but for that of one request. */
  Optional<Booking> findOverlap(long rider, TimeWindow span, long except) {
    List<Booking> own = byRider.get(rider);
    if (own != null) {
      for (Booking booking : own) {
        if (booking.request() != except && booking.span().overlaps(span)) {
          return Optional.of(booking);
        }
      }
    }
    return Optional.empty();
  }

  int size() {
    return byRequest.size();
  }
}
