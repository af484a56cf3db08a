package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.StopView;
import org.ieum.server.api.TaskView;
import org.ieum.server.api.VehicleView;
import org.junit.jupiter.api.Test;

/** An area whose vehicles do not keep to their plan. */
final class StreetAreaTest extends StreetLife {
  private final List<String> bookings = new ArrayList<>();

  @Test
  void aDayOfTroubleKeepsTheRoutesTogetherAndIsReplayed() throws Exception {
    Map<String, Integer> done = live(700);
    for (int kind = 0; kind < 14; kind++) {
      assertTrue(done.getOrDefault("kind " + kind, 0) > 0, "kind " + kind + ": " + done);
    }
    Seen before = see();
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      Seen after = see();
      assertEquals(before.all(), after.all());
      assertEquals(before.plans(), after.plans());
    }
    area.journal().verify();
  }

  /** A day of trouble; returns how often each kind of thing could be done. */
  private Map<String, Integer> live(int commands) throws Exception {
    Map<String, Integer> done = new TreeMap<>();
    List<StopView> stops = area.stops();
    for (int i = 0; i < commands; i++) {
      now.addAndGet(random.nextInt(30_000));
      book();
      String vehicle = ask(desk -> desk.vehicles()).get(random.nextInt(VEHICLES)).vehicleId();
      List<TaskView> tasks = ask(desk -> desk.tasks(vehicle));
      String task = tasks.isEmpty() ? "" : tasks.get(random.nextInt(tasks.size())).taskId();
      String booking = bookings.isEmpty() ? "" : bookings.get(random.nextInt(bookings.size()));
      StopView stop = stops.get(random.nextInt(stops.size()));
      int kind = random.nextInt(14);
      boolean could =
          switch (kind) {
            case 0, 1, 2 -> {
              now.addAndGet(100);
              // A leap is believed the second time.
              order(desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon())));
              yield tryOrder(
                  desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon() + 1e-5)));
            }
            case 3 ->
                random.nextInt(4) == 0
                    && tryOrder(
                        desk -> desk.takeOut(vehicle, new OutageInput("smoke", null, null)));
            case 4 -> tryOrder(desk -> desk.reassign(booking, new ReassignInput("why", null)));
            case 5 -> tryOrder(desk -> desk.reassign(booking, new ReassignInput("why", vehicle)));
            case 6, 7 -> tryOrder(desk -> desk.arrive(task));
            case 8 -> tryOrder(desk -> desk.skip(task));
            case 9 -> tryOrder(desk -> desk.alight(booking));
            case 12 ->
                random.nextInt(4) == 0
                    && tryOrder(desk -> desk.takeOut(vehicle, new OutageInput("", null, "bus-02")));
            case 13 -> {
              ShiftEndInput end = endIn(random.nextInt(3_600_000));
              yield random.nextInt(4) == 0 && tryOrder(desk -> desk.endShift(vehicle, end));
            }
            default -> tryOrder(desk -> desk.board(booking, new BoardInput(null, null)));
          };
      if (could) {
        done.merge("kind " + kind, 1, Integer::sum);
      }
      checkPlans();
    }
    return done;
  }

  private void book() throws Exception {
    int stops = area.stops().size();
    QuoteView quote = area.quote(trip(random.nextInt(stops), random.nextInt(stops), null)).get();
    if (!quote.offers().isEmpty()) {
      String offer = quote.offers().get(0).offerId();
      tryOrder(
          desk -> {
            BookingView booked = desk.book(offer);
            bookings.add(booked.bookingId());
            return booked;
          });
    }
  }

  private Seen see() throws Exception {
    List<BookingView> all = new ArrayList<>();
    for (String booking : bookings) {
      all.add(ask(desk -> desk.booking(booking)));
    }
    List<RoutePlanView> plans = new ArrayList<>();
    for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
      plans.add(ask(desk -> desk.routePlan(vehicle.vehicleId())));
    }
    return new Seen(all, plans);
  }

  /** What is refused has changed nothing, also not on the way to the refusal. */
  @Test
  void whoMayNotBoardHasNotArrivedEither() throws Exception {
    String id = ride(0, 400).bookingId();
    List<EventView> before = told(null);
    for (BoardInput who : List.of(new BoardInput(0, null), new BoardInput(1, 1))) {
      assertFalse(tryOrder(desk -> desk.board(id, who)));
    }
    assertEquals(before, told(null));
  }

  @Test
  void noDriverGoesElsewhereWhileSomebodyIsWaitedFor() throws Exception {
    BookingView first = ride(0, 400);
    String vehicle = vehicleOf(first);
    for (int from : new int[] {10, 20}) {
      String offer = area.quote(trip(from, 400, null)).get().offers().get(0).offerId();
      BookingView other = order(desk -> desk.book(offer));
      if (!vehicle.equals(other.vehicleId())) {
        ReassignInput together = new ReassignInput("together", vehicle);
        order(desk -> desk.reassign(other.bookingId(), together));
      }
    }
    await(first.bookingId(), "arrived_at_pickup");
    List<TaskView> tasks = ask(desk -> desk.tasks(vehicle));
    TaskView last =
        tasks.stream().filter(t -> t.type().equals("pickup")).reduce((a, b) -> b).orElseThrow();
    StopView there =
        area.stops().stream().filter(o -> o.stopId().equals(last.stopId())).findFirst().get();
    order(desk -> desk.report(vehicle, at(there.stopLat(), there.stopLon())));
    // What the clock did may not be on disk yet.
    settle();
    List<EventView> before = told(null);
    Refusal refused = refusal(desk -> desk.arrive(last.taskId()));
    assertEquals(
        "booking " + first.bookingId() + " has not boarded vehicle " + vehicle,
        refused.getMessage());
    assertEquals(before, told(null));
    assertEquals(tasks, ask(desk -> desk.tasks(vehicle)));
  }

  private record Seen(List<BookingView> all, List<RoutePlanView> plans) {}
}
