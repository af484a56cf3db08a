package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ieum.model.LatLon;
import org.ieum.reposition.RepositionRules;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.StopVisitView;
import org.ieum.server.api.VehicleView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An area that moves its idle vehicles to where riders were before. */
final class MoverAreaTest extends StreetLife {
  private static final int HOP = RepositionRules.DEFAULT.hop();

  private @Nullable RepositionRules repositioning;
  private int riders;

  @Override
  AreaSetup setup() throws Exception {
    ChangedSetup changed = new ChangedSetup(super.setup());
    changed.repositioning = repositioning;
    return changed.make();
  }

  /** All that is planned and shown, while nothing moves. */
  private record Seen(
      List<RoutePlanView> plans, List<VehicleView> vehicles, List<BookingView> live) {}

  private Seen see() throws Exception {
    List<RoutePlanView> plans = new ArrayList<>();
    List<VehicleView> vehicles = ask(desk -> desk.vehicles());
    for (VehicleView vehicle : vehicles) {
      plans.add(ask(desk -> desk.routePlan(vehicle.vehicleId())));
    }
    return new Seen(plans, vehicles, ask(desk -> desk.bookings("", 10_000, "", "")));
  }

  /** Lets time go by until vehicles are moved again, and waits until they have been. */
  private void hop() throws Exception {
    now.addAndGet(HOP);
    awaitHop();
  }

  private void awaitHop() throws Exception {
    VehicleMover mover = Objects.requireNonNull(area.mover);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (mover.lastStep() != now.get()) {
      assertTrue(System.nanoTime() < until, "vehicles are not moved");
      Thread.sleep(5);
    }
  }

  private void boardAll() throws Exception {
    for (BookingView booking : ask(desk -> desk.bookings("", 10_000, "", ""))) {
      if (booking.state().equals("arrived_at_pickup")) {
        order(desk -> desk.board(booking.bookingId(), new BoardInput(null, null)));
      }
    }
  }

  /** A morning with riders at some stops, and the same morning a day later; returns the stops. */
  private Set<String> dayBefore(int... stops) throws Exception {
    for (int i = 0; i < 60; i++) {
      QuoteView quote = quote("early" + i, stops[i % stops.length], random.nextInt(400), 0, null);
      if (!quote.offers().isEmpty()) {
        order(desk -> desk.book(quote.offers().get(0).offerId()));
      }
      for (int step = 0; step < 3; step++) {
        now.addAndGet(20_000);
        boardAll();
      }
    }
    Set<String> pickups = new HashSet<>();
    told("ride_confirmed")
        .forEach(ride -> pickups.add(ride.data().path("pickup_stop_id").asText()));
    long end = now.get() + HOUR;
    while (now.get() < end) {
      now.addAndGet(20_000);
      boardAll();
    }
    assertEquals(List.of(), told("vehicle_repositioned"));
    stop();
    now.addAndGet(DAY - 2 * HOUR);
    repositioning = RepositionRules.DEFAULT;
    start();
    awaitHop();
    return pickups;
  }

  private long atStops(Set<String> stops) throws Exception {
    return ask(desk -> desk.vehicles()).stream()
        .filter(vehicle -> vehicle.stopId() != null && stops.contains(vehicle.stopId()))
        .count();
  }

  @Test
  void vehiclesWaitWhereRidersWereADayBefore() throws Exception {
    Set<String> pickups = dayBefore(20);
    long before = atStops(pickups);
    int seen = 0;
    for (int i = 0; i < 40; i++) {
      hop();
      for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
        boolean isSent = vehicle.towardsStopId() != null;
        assertEquals(vehicle.state().equals("repositioning"), isSent, vehicle.toString());
        assertTrue(!isSent || vehicle.stopId() == null, vehicle.toString());
        seen += isSent ? 1 : 0;
      }
    }
    List<EventView> moves = told("vehicle_repositioned");
    assertTrue(moves.size() > 10 && seen > 10, moves.size() + " and " + seen);
    for (EventView move : moves) {
      assertTrue(pickups.contains(move.data().path("towards_stop_id").asText()), move.toString());
    }
    assertTrue(atStops(pickups) > before, before + " and " + atStops(pickups));
  }

  @Test
  void promisesAndOffersAreKeptWhileVehiclesAreMoved() throws Exception {
    dayBefore(20, 100, 180, 260, 340);
    int booked = 0;
    for (int i = 0; i < 40; i++) {
      QuoteView quote =
          quote("rider" + riders++, random.nextInt(400), random.nextInt(400), later(), null);
      if (quote.offers().isEmpty()) {
        hop();
        continue;
      }
      long asked = settle();
      hop();
      boardAll();
      hop();
      boardAll();
      BookingView booking = order(desk -> desk.book(quote.offers().get(0).offerId()));
      checkNotMoved(booking, asked);
      booked++;
      checkPlans();
    }
    assertTrue(booked > 30, "booked: " + booked);
    for (int i = 0; i < 120; i++) {
      hop();
      boardAll();
    }
    assertTrue(told("vehicle_repositioned").size() > 50);
    assertEquals(List.of(), told("promise_broken"));
    assertEquals(List.of(), told("promise_at_risk"));
    assertEquals(List.of(), told("shift_late"));
  }

  private long later() {
    return random.nextInt(3) == 0 ? random.nextInt(1_800_000) : 0;
  }

  /** A vehicle stays while an offer names it. */
  private void checkNotMoved(BookingView booking, long asked) throws Exception {
    long confirmed = settle();
    String offered = null;
    for (EventView event : told("ride_confirmed")) {
      if (booking.bookingId().equals(event.bookingId())) {
        offered = event.data().path("offered_vehicle_id").asText();
      }
    }
    for (EventView move : told("vehicle_repositioned")) {
      assertFalse(
          move.eventId() > asked
              && move.eventId() <= confirmed
              && Objects.equals(move.vehicleId(), Objects.requireNonNull(offered)),
          move.toString());
    }
  }

  @Test
  void aRestartGoesOnInTheMiddleOfAMove() throws Exception {
    dayBefore(20, 340);
    for (int i = 0; i < 3; i++) {
      hop();
    }
    book("anna", 20, 400, 0);
    Seen before = see();
    assertTrue(
        before.vehicles().stream().anyMatch(vehicle -> vehicle.towardsStopId() != null),
        before.vehicles().toString());
    repositioning = null;
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, see());
    }
    area.journal().verify();
    restart(/* hasSnapshot= */ true);
    String snapshot = area.journal().findSnapshot().orElseThrow().data();
    String old = snapshot.replaceFirst("\"towards\":\\{[^}]*\\},", "");
    assertNotNull(SnapshotText.read(snapshot).towards());
    assertNull(SnapshotText.read(old).towards());
  }

  @Test
  void nobodyIsMovedUnlessAskedOrWithoutRidersBefore() throws Exception {
    assertNull(area.mover);
    assertNull(super.setup().repositioning());
    stop();
    repositioning = RepositionRules.DEFAULT;
    Logger logger = (Logger) LoggerFactory.getLogger(VehicleMover.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      start();
      awaitHop();
      for (int i = 0; i < 3; i++) {
        now.addAndGet(HOUR);
        awaitHop();
      }
    } finally {
      logger.detachAppender(lines);
    }
    assertEquals(1, lines.list.size(), lines.list.toString());
    assertTrue(lines.list.get(0).getFormattedMessage().contains("nobody has ridden"));
    assertEquals(List.of(), told("vehicle_repositioned"));
  }

  /** One driver goes along, the other has a coffee; both report where they are. */
  @Test
  void aDriverWhoDoesNotGoIsWhereHeSays() throws Exception {
    dayBefore(20);
    String goes = "";
    String stays = "";
    for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
      if (vehicle.towardsStopId() != null) {
        goes = stays;
        stays = vehicle.vehicleId();
      }
    }
    assertFalse(goes.isEmpty());
    String along = goes;
    String lazy = stays;
    StopVisitView coffee = visit(lazy);
    List<Integer> corrections = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      StopVisitView on = visit(along);
      order(desk -> desk.report(along, at(lat(on), lon(on))));
      order(desk -> desk.report(lazy, at(lat(coffee), lon(coffee))));
      corrections.add((int) of("vehicle_located", lazy));
      hop();
    }
    assertEquals(0, of("vehicle_located", along));
    assertEquals(1, of("vehicle_located", lazy), corrections.toString());
    assertTrue(of("vehicle_repositioned", along) > 3);
    assertTrue(of("vehicle_repositioned", lazy) < 10);
    StopVisitView there = visit(lazy);
    assertTrue(metres(there, coffee) < 400, metres(there, coffee) + " m");
  }

  private long of(String type, String vehicle) {
    return told(type).stream().filter(event -> vehicle.equals(event.vehicleId())).count();
  }

  private StopVisitView visit(String vehicle) throws Exception {
    return ask(desk -> desk.routePlan(vehicle)).stops().get(0);
  }

  private static double lat(StopVisitView visit) {
    return Objects.requireNonNull(visit.lat());
  }

  private static double lon(StopVisitView visit) {
    return Objects.requireNonNull(visit.lon());
  }

  private static double metres(StopVisitView one, StopVisitView other) {
    return new LatLon(lat(one), lon(one)).metresTo(new LatLon(lat(other), lon(other)));
  }

  @Test
  void noThreadIsLeft() throws Exception {
    dayBefore(20);
    StopView closed = area.stops().get(20);
    order(desk -> desk.closeStop(closed.stopId()));
    hop();
    hop();
    stop();
    assertEquals(
        0,
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("mover-test") && thread.isAlive())
            .count());
    repositioning = null;
    start();
  }
}
