package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ieum.server.api.AffectedView;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.OutageView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.StopView;
import org.ieum.server.api.VehicleView;
import org.junit.jupiter.api.Test;

/** Vehicles that break down or are exchanged, and rides given to others. */
final class OutageAreaTest extends StreetLife {
  @Test
  void ridersOfABrokenVehicleAreTakenOnByAnother() throws Exception {
    BookingView booked = ride(0, 400);
    String id = booked.bookingId();
    await(id, "arrived_at_pickup");
    order(desk -> desk.board(id, new BoardInput(null, null)));
    now.addAndGet(60_000);
    String vehicle = vehicleOf(booked);
    OutageView outage =
        order(desk -> desk.takeOut(vehicle, new OutageInput("flat tyre", null, null)));
    assertEquals(1, outage.affected().size());
    AffectedView affected = outage.affected().get(0);
    assertTrue(affected.wasAboard());
    assertEquals("assigned", affected.booking().state());
    assertFalse(vehicle.equals(affected.booking().vehicleId()));
    assertEquals("out_of_service", ask(desk -> desk.vehicle(vehicle)).state());
    await(id, "arrived_at_pickup");
    order(desk -> desk.board(id, new BoardInput(null, null)));
    await(id, "completed");
    assertEquals(1, told("ride_reassigned").size());
    assertEquals(1, told("ride_interrupted").size());
    for (EventView broken : told("promise_broken")) {
      assertEquals("breakdown", broken.data().path("cause").asText());
    }
  }

  @Test
  void aVehicleThatIsOutStaysOutWhereverItIsTowed() throws Exception {
    String vehicle = vehicleOf(ride(20, 400));
    order(desk -> desk.takeOut(vehicle, new OutageInput("flat tyre", null, null)));
    for (StopView stop : area.stops().subList(300, 303)) {
      now.addAndGet(600_000);
      order(desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon())));
      order(desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon())));
      assertEquals("out_of_service", ask(desk -> desk.vehicle(vehicle)).state());
    }
  }

  @Test
  void aVehicleIsSwappedWithItsRides() throws Exception {
    BookingView booked = ride(20, 400);
    List<String> others = new ArrayList<>();
    for (VehicleView vehicle : ask(desk -> desk.vehicles())) {
      others.add(vehicle.vehicleId());
    }
    others.remove(booked.vehicleId());
    String last = vehicleOf(booked);
    for (String other : others) {
      String out = last;
      OutageView outage =
          order(desk -> desk.takeOut(out, new OutageInput("exchange", null, other)));
      assertEquals(1, outage.affected().size());
      assertEquals(other, outage.affected().get(0).booking().vehicleId());
      last = other;
    }
    for (String nobody : List.of(last, "bus-99")) {
      String out = last;
      Refusal refused = refusal(desk -> desk.takeOut(out, new OutageInput("", null, nobody)));
      assertEquals(
          "must be another vehicle of the area, was '" + nobody + "'", refused.getMessage());
    }
  }

  @Test
  void aRideThatAVehicleCannotTakeStaysWhereItIs() throws Exception {
    BookingView booked = ride(20, 400);
    String id = booked.bookingId();
    String other = vehicleOf(booked).equals("bus-01") ? "bus-02" : "bus-01";
    order(desk -> desk.takeOut(other, new OutageInput("flat tyre", null, null)));
    for (String vehicle : List.of(other, vehicleOf(booked))) {
      Refusal refused = refusal(desk -> desk.reassign(id, new ReassignInput("why", vehicle)));
      assertEquals("vehicle " + vehicle + " has no place for booking " + id, refused.getMessage());
      assertEquals(booked.vehicleId(), booking(id).vehicleId());
    }
    assertEquals(List.of(), told("ride_released"));
  }

  @Test
  void anAboardRiderCannotChangeVehicles() throws Exception {
    BookingView booked = ride(0, 400);
    String id = booked.bookingId();
    // The driver lets the rider in without having said that the vehicle is there.
    order(desk -> desk.board(id, new BoardInput(null, null)));
    assertEquals("onboard", booking(id).state());
    Refusal refused = refusal(desk -> desk.reassign(id, new ReassignInput("nicer", null)));
    assertEquals(Refusal.Kind.CONFLICT, refused.kind());
  }
}
