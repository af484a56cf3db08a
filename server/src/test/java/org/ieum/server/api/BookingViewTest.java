package org.ieum.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What riders see of their bookings. */
final class BookingViewTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-06T12:00:00+02:00");

  private static BookingView view(
      String vehicle, boolean isAnnounced, OffsetDateTime pickup, long version) {
    return new BookingView(
        "a-1",
        "a",
        "anna",
        "confirmed",
        vehicle,
        isAnnounced,
        1,
        0,
        "s1",
        "s2",
        60,
        60,
        NOON,
        NOON.plusMinutes(10),
        NOON.plusHours(1),
        900,
        600,
        pickup,
        pickup.plusMinutes(10),
        NOON.minusHours(1),
        version,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void theVersionOfARiderStaysWhileNothingChangesThatTheRiderSees() {
    BookingView seen = view("bus-1", false, NOON, 7).forRider();
    assertNull(seen.vehicleId());
    assertEquals(seen, view("bus-2", false, NOON, 9).forRider());
    assertEquals(seen, seen.forRider());
    BookingView later = view("bus-1", false, NOON.plusSeconds(1), 7).forRider();
    assertNotEquals(seen.version(), later.version());
    BookingView told = view("bus-1", true, NOON, 7).forRider();
    assertEquals("bus-1", told.vehicleId());
    assertNotEquals(seen.version(), told.version());
    assertNotEquals(told.version(), view("bus-2", true, NOON, 7).forRider().version());
    assertEquals(told, view("bus-1", true, NOON, 8).forRider());
  }

  @Test
  void theTripBackIsSeenInTheSameWay() {
    BookingView back = view("bus-3", false, NOON, 5);
    BookingView seen = view("bus-1", false, NOON, 4).withReturn(back).forRider();
    assertEquals(back.forRider(), seen.returnBooking());
    assertEquals(view("bus-1", false, NOON, 4).forRider().version(), seen.version());
  }
}
