package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.VehicleView;
import org.junit.jupiter.api.Test;

/** Vehicles that fall silent, and times at which nothing could be reported. */
final class ContactAreaTest extends StreetLife {
  @Test
  void aVehicleThatFallsSilentIsToldAndItsRidersAreAtRisk() throws Exception {
    BookingView booked = ride(20, 400);
    String vehicle = vehicleOf(booked);
    StopView start = area.stops().get(0);
    VehicleView idle = ask(desk -> desk.vehicle(vehicle));
    StopView home =
        area.stops().stream()
            .filter(stop -> stop.stopId().equals(idle.stopId()))
            .findFirst()
            .orElse(start);
    order(desk -> desk.report(vehicle, at(home.stopLat(), home.stopLon())));
    assertEquals(List.of(), told("contact_lost"));
    for (int i = 0; i < 200; i++) {
      now.addAndGet(10_000);
      order(desk -> desk.liveBookings());
      Thread.sleep(1);
    }
    // It was never seen at the pickup, so nobody may have boarded there.
    assertEquals(1, told("contact_lost").size());
    assertEquals("comms_lost", ask(desk -> desk.vehicle(vehicle)).state());
    List<EventView> atRisk = told("promise_at_risk");
    assertFalse(atRisk.isEmpty());
    assertEquals("no_contact", atRisk.get(atRisk.size() - 1).data().path("cause").asText());
    order(desk -> desk.report(vehicle, at(home.stopLat(), home.stopLon())));
    assertEquals(1, told("contact_restored").size());
  }

  /** Who sat in the vehicle while the server was down is not missing when it is back. */
  @Test
  void nobodyIsMissingWhoCouldNotBeReported() throws Exception {
    String id = ride(0, 400).bookingId();
    await(id, "arrived_at_pickup");
    stop();
    now.addAndGet(600_000);
    start();
    order(desk -> desk.liveBookings());
    assertEquals("arrived_at_pickup", booking(id).state());
    assertEquals("onboard", order(desk -> desk.board(id, new BoardInput(null, null))).state());
    await(id, "completed");
    assertEquals(1, told("service_resumed").size());
    restart(/* hasSnapshot= */ false);
    assertEquals("completed", booking(id).state());
  }

  /** It was due while the server was down, which is seen only when that is up again. */
  @Test
  void whoWasFarFromTheStopAndDueDuringAPauseIsHeldBackInAReplayToo() throws Exception {
    BookingView booked = ride(20, 400);
    String vehicle = vehicleOf(booked);
    await(booked.bookingId(), "driver_en_route");
    StopView far = area.stops().get(400);
    order(desk -> desk.report(vehicle, at(far.stopLat(), far.stopLon())));
    int departed = told("vehicle_departed").size();
    now.addAndGet(5_000);
    awaitMore("vehicle_departed", departed);
    int located = told("vehicle_located").size();
    stop();
    now.addAndGet(1_200_000);
    start();
    awaitMore("vehicle_located", located);
    BookingView seen = booking(booked.bookingId());
    List<EventView> held = told("vehicle_located");
    EventView resumed = told("service_resumed").get(0);
    assertTrue(held.get(held.size() - 1).time().isBefore(resumed.time()), held.toString());
    restart(/* hasSnapshot= */ false);
    assertEquals(seen, booking(booked.bookingId()));
  }

  /** The clock of the area does what is due a moment later. */
  private void awaitMore(String type, int than) throws Exception {
    for (int i = 0; i < 2_000 && told(type).size() <= than; i++) {
      Thread.sleep(5);
    }
    assertTrue(told(type).size() > than, type);
  }

  @Test
  void whoStaysAwayIsMissingAllTheSame() throws Exception {
    String id = ride(0, 400).bookingId();
    await(id, "arrived_at_pickup");
    stop();
    now.addAndGet(600_000);
    start();
    await(id, "no_show");
  }

  @Test
  void whoWasSilentBeforeARestartIsSilentAfterIt() throws Exception {
    List<VehicleView> vehicles = ask(desk -> desk.vehicles());
    String silent = vehicles.get(0).vehicleId();
    String heard = vehicles.get(1).vehicleId();
    StopView stop = area.stops().get(0);
    order(desk -> desk.report(silent, at(stop.stopLat(), stop.stopLon())));
    awaitState(silent, "comms_lost");
    order(desk -> desk.report(heard, at(stop.stopLat(), stop.stopLon())));
    order(desk -> desk.liveBookings());
    restart(/* hasSnapshot= */ true);
    assertEquals("comms_lost", ask(desk -> desk.vehicle(silent)).state());
    assertEquals("idle", ask(desk -> desk.vehicle(heard)).state());
    awaitState(heard, "comms_lost");
    order(desk -> desk.report(heard, at(stop.stopLat(), stop.stopLon())));
    assertEquals("idle", ask(desk -> desk.vehicle(heard)).state());
    restart(/* hasSnapshot= */ false);
    assertEquals("comms_lost", ask(desk -> desk.vehicle(silent)).state());
    assertEquals("idle", ask(desk -> desk.vehicle(heard)).state());
  }

  /** Lets a minute go by in which a vehicle says nothing, and waits for it to be noticed. */
  private void awaitState(String vehicle, String state) throws Exception {
    now.addAndGet(61_000);
    for (int i = 0; i < 10_000; i++) {
      if (ask(desk -> desk.vehicle(vehicle)).state().equals(state)) {
        return;
      }
      Thread.sleep(1);
    }
    assertEquals(state, ask(desk -> desk.vehicle(vehicle)).state());
  }
}
