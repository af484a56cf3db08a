package org.ieum.dispatch;

import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ieum.model.TimeWindow;

/** The live bookings, by request and by rider. */
final class Bookings {
  /** In the order of confirmation. */
  private final Long2ObjectLinkedOpenHashMap<Booking> byRequest =
      new Long2ObjectLinkedOpenHashMap<>();

  /** Only looked up, never walked. */
  private final Long2ObjectOpenHashMap<List<Booking>> byRider = new Long2ObjectOpenHashMap<>();

  void add(Booking booking) {
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

  /** A live booking of a rider that overlaps a span of time. */
  Optional<Booking> findOverlap(long rider, TimeWindow span) {
    List<Booking> own = byRider.get(rider);
    if (own != null) {
      for (Booking booking : own) {
        if (booking.span().overlaps(span)) {
          return Optional.of(booking);
        }
      }
    }
    return Optional.empty();
  }

  /** Goes through all, in the order of confirmation. */
  void forEach(Consumer<Booking> action) {
    byRequest.values().forEach(action);
  }

  int size() {
    return byRequest.size();
  }
}
