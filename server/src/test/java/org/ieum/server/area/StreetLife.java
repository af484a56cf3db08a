package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ieum.server.Asked;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.StopVisitView;
import org.ieum.server.api.VehicleView;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.StoredEvent;
import org.jspecify.annotations.Nullable;

/** An area in the morning, with its riders and drivers. */
abstract class StreetLife extends AreaLife {
  private static final long MORNING = Instant.parse("2026-05-06T08:00:00Z").toEpochMilli();
  static final int VEHICLES = 12;

  final Random random = new Random(11);
  private long sequence;

  StreetLife() {
    super(MORNING, VEHICLES);
  }

  QuoteInput trip(int from, int to, @Nullable String rider) {
    return new Asked(area.stops().get(from), area.stops().get(to))
        .rider(rider)
        .party(1 + random.nextInt(2), 0)
        .input();
  }

  BookingView ride(int from, int to) throws Exception {
    String offer = area.quote(trip(from, to, "anna")).get().offers().get(0).offerId();
    return order(desk -> desk.book(offer));
  }

  PositionInput at(double lat, double lon) {
    return new PositionInput(
        ++sequence, lat, lon, Instant.ofEpochMilli(now.get()).atOffset(ZoneOffset.UTC));
  }

  ShiftEndInput endIn(int millis) {
    return new ShiftEndInput(
        Instant.ofEpochMilli(now.get() + millis).atOffset(ZoneOffset.UTC), "the driver is ill");
  }

  /** Lets time go by until a booking is in a state. */
  void await(String booking, String state) throws Exception {
    for (int i = 0; i < 2_000 && !booking(booking).state().equals(state); i++) {
      now.addAndGet(5_000);
      order(desk -> desk.liveBookings());
    }
    assertEquals(state, booking(booking).state());
  }

  List<EventView> told(@Nullable String type) {
    List<EventView> found = new ArrayList<>();
    long after = 0;
    while (true) {
      List<StoredEvent> page = area.journal().read(new EventFilter(after, null, null, type), 1000);
      if (page.isEmpty()) {
        return found;
      }
      page.forEach(stored -> found.add(area.view(stored)));
      after = page.get(page.size() - 1).event().seq();
    }
  }

  /** Each live booking is in one route, which drops it off, and picks it up unless it is aboard. */
  void checkPlans() throws Exception {
    Map<String, String> droppedBy = new HashMap<>();
    Map<String, String> pickedBy = new HashMap<>();
    for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
      RoutePlanView plan = ask(desk -> desk.routePlan(vehicle.vehicleId()));
      for (StopVisitView visit : plan.stops()) {
        visit.boarding().forEach(id -> assertEquals(null, pickedBy.put(id, vehicle.vehicleId())));
        visit.alighting().forEach(id -> assertEquals(null, droppedBy.put(id, vehicle.vehicleId())));
        assertTrue(visit.riders() <= 8, visit.toString());
      }
    }
    List<BookingView> live = ask(desk -> desk.bookings("", 10_000, "", ""));
    assertEquals(live.size(), droppedBy.size());
    for (BookingView booking : live) {
      assertEquals(booking.vehicleId(), droppedBy.get(booking.bookingId()), booking.toString());
      assertEquals(
          booking.state().equals("onboard") && !pickedBy.containsKey(booking.bookingId()),
          !pickedBy.containsKey(booking.bookingId()),
          booking.toString());
    }
  }
}
