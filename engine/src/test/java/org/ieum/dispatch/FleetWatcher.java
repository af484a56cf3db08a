package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ieum.dispatch.DayWatcher.Affected;
import org.ieum.dispatch.DayWatcher.Position;
import org.ieum.dispatch.DayWatcher.Ride;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.Break;
import org.ieum.model.DwellRules;
import org.ieum.model.Promise;
import org.ieum.model.Shift;
import org.ieum.model.Vehicle;

/** Compares all routes with the books of a {@link DayWatcher}. */
final class FleetWatcher {
  /** A stop that a route must have, with its first departure and last arrival. */
  private record Fixed(StopKind kind, int place, int ready, int late) {}

  private final RandomService service;
  private final DayWatcher day;
  private final FleetView fleet;

  FleetWatcher(RandomService service, DayWatcher day) {
    this.service = service;
    this.day = day;
    fleet = service.fleet();
  }

  static boolean fits(Vehicle vehicle, int riders, int wheelchairs) {
    return vehicle.configurations().stream()
        .anyMatch(c -> riders <= c.seats() && wheelchairs <= c.wheelchairPlaces());
  }

  void check() {
    day.readEvents();
    int found = 0;
    Set<Affected> affected = new HashSet<>();
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      String where = "vehicle " + v + " at " + service.now();
      found += fleet.rideCount(v);
      checkPosition(v, where);
      checkTimes(v, where);
      checkFixedStops(v, where);
      addAffected(v, affected);
      for (int k = 0; k < fleet.rideCount(v); k++) {
        checkRide(v, k, where + " request " + fleet.request(v, k));
      }
    }
    day.checkAffected(affected, "time " + service.now());
    // Every ride in a route is on the books and in its vehicle, so equal counts mean exactly once.
    assertEquals(day.rides().size(), found);
    for (Map.Entry<Long, Ride> entry : day.rides().entrySet()) {
      Ride ride = entry.getValue();
      long there = 0;
      for (int k = 0; k < fleet.rideCount(ride.vehicle); k++) {
        there += fleet.request(ride.vehicle, k) == entry.getKey() ? 1 : 0;
      }
      assertEquals(1, there, "request " + entry.getKey());
    }
  }

  private void addAffected(int v, Set<Affected> affected) {
    for (int i = 1; i < fleet.stopCount(v); i++) {
      int to = fleet.place(v, i);
      if (to != RoutePlan.ANYWHERE && service.times().isCutOff(fleet.place(v, i - 1), to)) {
        for (int k = 0; k < fleet.rideCount(v); k++) {
          if (fleet.pickup(v, k) == i || fleet.dropoff(v, k) == i) {
            affected.add(new Affected(fleet.request(v, k), to));
          }
        }
      }
    }
  }

  private void checkPosition(int v, String where) {
    Position position = day.position(v);
    boolean turnsOff = position.diversion != null;
    assertEquals(position.drives && !turnsOff, fleet.departed(v), where);
    assertEquals(
        position.diversion != null ? position.diversion.atPlace() : position.place,
        fleet.place(v, 0),
        where);
    if (fleet.departed(v)) {
      assertEquals(position.since, fleet.departure(v, 0), where);
      assertEquals(position.to, fleet.place(v, 1), where);
    }
  }

  private void checkTimes(int v, String where) {
    int last = fleet.stopCount(v) - 1;
    for (int i = 0; i <= last; i++) {
      String stop = where + " stop " + i;
      boolean isCorrected = i == 0 && day.position(v).isCorrected;
      assertTrue(
          isCorrected || fleet.departure(v, i) >= fleet.arrival(v, i) + fleet.dwell(v, i), stop);
      int riders = 0;
      int wheelchairs = 0;
      int moved = 0;
      for (int k = 0; k < fleet.rideCount(v); k++) {
        Ride ride = day.rides().get(fleet.request(v, k));
        assertNotNull(ride, stop);
        boolean boards = fleet.pickup(v, k) == i;
        boolean alights = fleet.dropoff(v, k) == i;
        moved += boards || alights ? ride.party.wheelchairs() : 0;
        if (fleet.pickup(v, k) <= i && i < fleet.dropoff(v, k)) {
          riders += ride.party.riders();
          wheelchairs += ride.party.wheelchairs();
        }
      }
      assertEquals(riders, fleet.riders(v, i), stop);
      assertEquals(wheelchairs, fleet.wheelchairs(v, i), stop);
      assertTrue(fits(service.vehicles().get(v), riders, wheelchairs), stop);
      if (i < last) {
        int to = fleet.place(v, i + 1);
        int from = fleet.place(v, i);
        int leg = to == RoutePlan.ANYWHERE ? 0 : service.times().durationAnyway(from, to);
        assertEquals(leg, fleet.leg(v, i), stop);
        assertEquals(fleet.departure(v, i) + leg, fleet.arrival(v, i + 1), stop);
        boolean rests = fleet.kind(v, i + 1) == StopKind.BREAK;
        boolean ends = fleet.kind(v, i + 1) == StopKind.SHIFT_END;
        assertTrue(riders + wheelchairs == 0 || !(rests || ends), stop);
      }
      if (i > 0 && fleet.kind(v, i) == StopKind.SERVICE) {
        int extra = moved * service.rules().dwell().wheelchair();
        int dwell = fleet.dwell(v, i) - extra;
        DwellRules rules = service.rules().dwell();
        assertTrue(dwell == rules.stop() || dwell == rules.diversion(), stop + ": " + dwell);
      }
    }
  }

  private static List<Fixed> fixedStops(Vehicle vehicle) {
    List<Fixed> all = new ArrayList<>();
    for (Shift shift : vehicle.shifts()) {
      int start = shift.time().earliest();
      all.add(new Fixed(StopKind.SHIFT_START, shift.startStopPoint(), start, Integer.MAX_VALUE));
      for (Break rest : shift.breaks()) {
        int ready = rest.start().earliest() + rest.duration();
        all.add(new Fixed(StopKind.BREAK, rest.stopPoint(), ready, rest.start().latest()));
      }
      int end = shift.endStopPoint() < 0 ? RoutePlan.ANYWHERE : shift.endStopPoint();
      all.add(new Fixed(StopKind.SHIFT_END, end, Integer.MIN_VALUE, shift.time().latest()));
    }
    return all;
  }

  private void checkFixedStops(int v, String where) {
    List<Fixed> all = fixedStops(service.vehicles().get(v));
    int next = all.size() - 1;
    for (int i = fleet.stopCount(v) - 1; i >= 0; i--) {
      StopKind kind = fleet.kind(v, i);
      if (kind == StopKind.SERVICE || kind == StopKind.DIVERSION) {
        assertTrue(kind == StopKind.SERVICE || i == 0, where);
        // What comes before a shift start is the end of another shift.
        // A vehicle on its way there may have been diverted.
        assertTrue(
            kind == StopKind.DIVERSION
                || next == all.size() - 1
                || all.get(next + 1).kind() != StopKind.SHIFT_START);
        continue;
      }
      Fixed expected = all.get(next--);
      assertEquals(expected.kind(), kind, where);
      assertEquals(expected.place(), fleet.place(v, i), where);
      boolean isCorrected = i == 0 && day.position(v).isCorrected;
      assertTrue(isCorrected || fleet.departure(v, i) >= expected.ready(), where);
      assertTrue(fleet.arrival(v, i) <= day.latest(v, expected.late()), where);
    }
  }

  private void checkRide(int v, int k, String where) {
    Ride ride = day.rides().get(fleet.request(v, k));
    assertNotNull(ride, where);
    assertEquals(ride.vehicle, v, where);
    Promise promise = ride.promise();
    int pickup = fleet.pickup(v, k);
    int dropoff = fleet.dropoff(v, k);
    assertTrue(pickup < dropoff && dropoff > 0, where);
    assertEquals(promise.dropoffStopPoint(), fleet.place(v, dropoff), where);
    assertEquals(ride.left, pickup == RoutePlan.ABOARD, where);
    boolean counts = ride.left || ride.boardsAgain;
    int departure = counts ? ride.departure : fleet.departure(v, pickup);
    if (!ride.left) {
      assertEquals(ride.pickupPlace, fleet.place(v, pickup), where);
      assertTrue(ride.boardsAgain || fleet.arrival(v, pickup) <= ride.latestPickup, where);
      assertTrue(fleet.departure(v, pickup) >= promise.pickupWindow().earliest(), where);
      assertTrue(!ride.boarded || pickup == 0, where);
    }
    int arrival = fleet.arrival(v, dropoff);
    assertTrue(arrival <= ride.latestDropoff, where);
    assertTrue(arrival - departure <= ride.maxRide, where);
  }
}
