package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.VehicleView;
import org.junit.jupiter.api.Test;

/** An area whose idle vehicles are moved. */
final class MovedAreaTest extends StreetLife {
  private List<RoutePlanView> plans() throws Exception {
    List<RoutePlanView> plans = new ArrayList<>();
    for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
      plans.add(ask(desk -> desk.routePlan(vehicle.vehicleId())));
    }
    return plans;
  }

  /** Lets every vehicle that has nothing to do go on for a while. */
  private int moveAll() throws Exception {
    int towards = random.nextInt(area.stops().size());
    Desk desk = area.writer.desk;
    return order(
        unused -> {
          desk.advance();
          int moved = 0;
          for (int v = 0; v < VEHICLES; v++) {
            int until = desk.now() + random.nextInt(60_000);
            moved += desk.dispatcher().reposition(v, towards, until, desk.now()) ? 1 : 0;
          }
          return moved;
        });
  }

  @Test
  void hopsAreReplayedWithAndWithoutASnapshot() throws Exception {
    int stops = area.stops().size();
    int moved = 0;
    int repositioning = 0;
    for (int i = 0; i < 60; i++) {
      now.addAndGet(random.nextInt(60_000));
      QuoteView quote =
          area.quote(trip(random.nextInt(stops), random.nextInt(stops), "rider" + i)).get();
      if (!quote.offers().isEmpty() && i % 3 == 0) {
        String offer = quote.offers().get(0).offerId();
        order(desk -> desk.book(offer));
      }
      for (BookingView booking : ask(desk -> desk.bookings("", 10_000, "", ""))) {
        if (booking.state().equals("arrived_at_pickup")) {
          order(desk -> desk.board(booking.bookingId(), new BoardInput(null, null)));
        }
      }
      moved += moveAll();
      for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
        repositioning += vehicle.state().equals("repositioning") ? 1 : 0;
      }
      checkPlans();
    }
    List<EventView> hops = told("vehicle_repositioned");
    assertEquals(moved, hops.size());
    assertTrue(moved > 60 && repositioning > 60, moved + " and " + repositioning);
    long metres = hops.stream().mapToLong(hop -> hop.data().path("distance_m").asLong(-1)).sum();
    assertTrue(metres > 60 * 100, metres + " m");
    List<RoutePlanView> before = plans();
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, plans());
    }
    area.journal().verify();
  }
}
