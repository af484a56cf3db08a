package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ieum.dispatch.DispatchEvent.ArrivalReported;
import org.ieum.dispatch.DispatchEvent.ImprovedRoute;
import org.ieum.dispatch.DispatchEvent.LegCutOff;
import org.ieum.dispatch.DispatchEvent.PromiseAtRisk;
import org.ieum.dispatch.DispatchEvent.PromiseBroken;
import org.ieum.dispatch.DispatchEvent.PromiseRestored;
import org.ieum.dispatch.DispatchEvent.RideAffected;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RideFailed;
import org.ieum.dispatch.DispatchEvent.RideInterrupted;
import org.ieum.dispatch.DispatchEvent.RideReassigned;
import org.ieum.dispatch.DispatchEvent.RideReleased;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.dispatch.DispatchEvent.ShiftLate;
import org.ieum.dispatch.DispatchEvent.ShiftShortened;
import org.ieum.dispatch.DispatchEvent.StopBroughtForward;
import org.ieum.dispatch.DispatchEvent.VehicleAnnounced;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchEvent.VehicleLocated;
import org.ieum.dispatch.DispatchEvent.VehicleOut;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Promise;
import org.ieum.traveltime.TravelTimes;
import org.jspecify.annotations.Nullable;

/**
 * Follows the events of a day with books of its own and complains about whatever cannot be: a
 * vehicle in two places, a rider in two vehicles, a promise broken.
 */
final class DayWatcher {
  /** A confirmed ride that has not come to its end. */
  static final class Ride {
    final Offer offer;
    int vehicle;
    int pickupPlace;

    /** Whether the rider has been told the vehicle. */
    boolean isAnnounced;

    /** Whether the first vehicle has broken down with the party aboard. */
    boolean boardsAgain;

    Party party;
    boolean boarded;
    boolean left;
    int departure;

    /** What must be kept: the promise, or what was told of it since. */
    int latestPickup;

    int latestDropoff;
    int maxRide;

    Ride(Offer offer, int vehicle) {
      this.offer = offer;
      this.vehicle = vehicle;
      pickupPlace = promise().pickupStopPoint();
      latestPickup = promise().pickupWindow().latest();
      latestDropoff = promise().latestDropoff();
      maxRide = promise().maxRideDuration();
      party = offer.request().party();
    }

    Promise promise() {
      return offer.promise();
    }

    int limit(PromiseLimit limit) {
      return switch (limit) {
        case LATEST_PICKUP -> latestPickup;
        case LATEST_DROPOFF -> latestDropoff;
        case LONGEST_RIDE -> maxRide;
      };
    }

    void setLimit(PromiseLimit limit, int millis) {
      switch (limit) {
        case LATEST_PICKUP -> latestPickup = millis;
        case LATEST_DROPOFF -> latestDropoff = millis;
        case LONGEST_RIDE -> maxRide = millis;
      }
    }
  }

  /** A ride that boards or alights at a place to which no open road leads. */
  record Affected(long request, int place) {}

  /** Where a vehicle stands or drives, as its events tell. */
  static final class Position {
    int place;
    @Nullable StopKind kind;
    int since;
    int wheelchairs;
    boolean drives;

    /** Whether it was seen further or less far on its way than planned. */
    boolean isCorrected;

    /** Whether its driver did not wait until the time that was planned. */
    boolean isHurried;

    /** Whether it left late and is at the next stop all the same. */
    boolean isArriving;

    int to;
    @Nullable VehicleDiverted diversion;
  }

  private final RandomService service;
  private final TravelTimes times;
  private final List<Position> positions = new ArrayList<>();
  private final Map<Long, Ride> rides = new LinkedHashMap<>();
  private final Map<Long, Integer> lateShifts = new LinkedHashMap<>();
  private final Set<Affected> affectedRides = new HashSet<>();
  private int seen;
  private int clock = Integer.MIN_VALUE;

  int completed;
  int shortened;
  int cancelled;
  int noShows;
  int diversions;
  int smallerParties;
  int broken;
  int restored;
  int lateBreaksAndEnds;
  int cutOff;
  int affected;
  int brokenRidesCompleted;
  int located;
  int forward;
  int reported;
  int interrupted;
  int reassigned;
  int failed;
  int promisesBroken;
  int announced;
  int improved;
  int exchanged;
  int moved;
  int reachedTargets;

  /** Breakdowns and corrected positions of vehicles with riders aboard or on their list. */
  int troubledRoutes;

  DayWatcher(RandomService service) {
    this.service = service;
    times = service.times();
    for (int v = 0; v < service.vehicles().size(); v++) {
      Position position = new Position();
      position.place = service.vehicles().get(v).shifts().get(0).startStopPoint();
      position.kind = StopKind.SHIFT_START;
      positions.add(position);
    }
  }

  Map<Long, Ride> rides() {
    return rides;
  }

  Position position(int vehicle) {
    return positions.get(vehicle);
  }

  /** Takes in what has happened since the last call. */
  void readEvents() {
    List<DispatchEvent> events = service.events();
    for (; seen < events.size(); seen++) {
      DispatchEvent event = events.get(seen);
      String where = event.toString();
      assertTrue(event.time() >= clock, where);
      assertTrue(event.time() <= service.now(), where);
      clock = event.time();
      read(event, where);
    }
  }

  private void read(DispatchEvent event, String where) {
    if (event instanceof RideConfirmed e) {
      assertFalse(rides.containsKey(e.offer().request().id()), where);
      rides.put(e.offer().request().id(), new Ride(e.offer(), e.vehicle()));
    } else if (event instanceof RideCancelled e) {
      assertFalse(end(e.request(), e.vehicle(), where).boarded, where);
      cancelled++;
    } else if (event instanceof RiderNoShow e) {
      readNoShow(e, where);
    } else if (event instanceof RiderBoarded e) {
      readBoarded(e, where);
    } else if (event instanceof RiderAlighted e) {
      readAlighted(e, where);
    } else if (event instanceof VehicleDeparted e) {
      readDeparted(e, where);
    } else if (event instanceof VehicleDiverted e) {
      readDiverted(e, where);
    } else if (event instanceof VehicleArrived e) {
      readArrived(e, where);
    } else if (event instanceof PromiseAtRisk e) {
      readBroken(e, where);
    } else if (event instanceof PromiseRestored e) {
      Ride ride = rides.get(e.request());
      assertNotNull(ride, where);
      assertTrue(ride.limit(e.limit()) > e.limit().of(ride.promise()), where);
      ride.setLimit(e.limit(), e.limit().of(ride.promise()));
      restored++;
    } else if (event instanceof ShiftLate e) {
      assertTrue(e.expected() >= e.latest(), where);
      assertTrue(latest(e.vehicle(), e.latest()) != e.expected(), where);
      lateShifts.put(key(e.vehicle(), e.latest()), e.expected());
      lateBreaksAndEnds++;
    } else if (event instanceof LegCutOff e) {
      assertTrue(times.isCutOff(e.fromPlace(), e.toPlace()), where);
      cutOff++;
    } else if (readTrouble(event, where)) {
      return;
    } else if (event instanceof RideAffected e) {
      Ride ride = rides.get(e.request());
      assertNotNull(ride, where);
      assertEquals(ride.vehicle, e.vehicle(), where);
      assertTrue(affectedRides.add(new Affected(e.request(), e.place())), where + " is told twice");
      affected++;
    }
  }

  private boolean readTrouble(DispatchEvent event, String where) {
    if (event instanceof VehicleLocated e) {
      readLocated(e, where);
    } else if (event instanceof StopBroughtForward) {
      forward++;
    } else if (event instanceof VehicleOut e) {
      noteTrouble(e.vehicle());
      Position position = positions.get(e.vehicle());
      if (position.drives) {
        position.diversion =
            new VehicleDiverted(e.time(), e.vehicle(), position.to, e.atPlace(), e.time());
      } else {
        assertEquals(position.place, e.atPlace(), where);
        position.kind = StopKind.DIVERSION;
      }
    } else if (event instanceof ArrivalReported e) {
      Position position = positions.get(e.vehicle());
      if (position.drives && position.diversion == null) {
        position.since = e.time() - times.durationAnyway(position.place, position.to);
      } else {
        position.isHurried = true;
      }
      position.isCorrected = true;
      reported++;
    } else if (event instanceof ShiftShortened e) {
      assertTrue(e.time() <= e.end() && e.end() < e.plannedEnd(), where);
      shortened++;
    } else if (event instanceof RideReleased e) {
      Ride ride = rides.get(e.request());
      assertNotNull(ride, where);
      assertEquals(ride.vehicle, e.vehicle(), where);
      assertFalse(ride.boarded, where);
      interrupted++;
    } else if (event instanceof RideInterrupted e) {
      Ride ride = rides.get(e.request());
      assertNotNull(ride, where);
      assertEquals(ride.vehicle, e.vehicle(), where);
      assertEquals(ride.boarded, e.wasAboard(), where);
      if (e.wasAboard()) {
        ride.departure = ride.left ? ride.departure : e.time();
        ride.boardsAgain = true;
      }
      ride.boarded = false;
      ride.left = false;
      interrupted++;
    } else if (event instanceof RideReassigned e) {
      Ride ride = rides.get(e.request());
      assertNotNull(ride, where);
      ride.vehicle = e.vehicle();
      ride.pickupPlace = e.pickupPlace();
      reassigned++;
    } else if (event instanceof VehicleAnnounced e) {
      Ride ride = rides.get(e.request());
      assertNotNull(ride, where);
      assertEquals(ride.vehicle, e.vehicle(), where);
      assertFalse(ride.boarded || ride.isAnnounced, where);
      ride.isAnnounced = true;
      announced++;
    } else if (event instanceof RoutesImproved e) {
      readImproved(e, where);
    } else if (event instanceof VehicleRepositioned e) {
      readRepositioned(e, where);
    } else if (event instanceof RideFailed e) {
      assertNotNull(rides.remove(e.request()), where);
      failed++;
    } else if (event instanceof PromiseBroken e) {
      Ride ride = rides.get(e.request());
      assertNotNull(ride, where);
      assertEquals(e.limit().of(ride.promise()), e.promised(), where);
      assertTrue(e.actual() > e.promised(), where);
      assertTrue(e.actual() <= ride.limit(e.limit()), where + " was not told before");
      promisesBroken++;
    } else {
      return false;
    }
    return true;
  }

  private void noteTrouble(int vehicle) {
    troubledRoutes += rides.values().stream().anyMatch(ride -> ride.vehicle == vehicle) ? 1 : 0;
  }

  /** Who changes vehicles has not been told any, and is in none. */
  private void readImproved(RoutesImproved event, String where) {
    assertTrue(event.saved() > 0, where);
    improved++;
    for (ImprovedRoute route : event.routes()) {
      for (long visit : route.visits()) {
        Ride ride = rides.get(visit >> 1);
        assertNotNull(ride, where);
        if (ride.vehicle != route.vehicle()) {
          assertFalse(ride.isAnnounced || ride.boarded, where);
          ride.vehicle = route.vehicle();
          exchanged++;
        }
      }
    }
  }

  /** Only an empty vehicle that stands, or comes to the end of a hop, goes on along its way. */
  private void readRepositioned(VehicleRepositioned e, String where) {
    Position position = positions.get(e.vehicle());
    VehicleDiverted diversion = position.diversion;
    assertEquals(diversion != null, position.drives, where);
    assertEquals(diversion != null ? diversion.atPlace() : position.place, e.fromPlace(), where);
    assertTrue(e.departure() >= e.time() && e.atTime() > e.departure(), where);
    int there = diversion != null ? diversion.atTime() : position.since;
    assertTrue(position.isCorrected || position.isHurried || e.departure() >= there, where);
    assertTrue(
        rides.values().stream().noneMatch(r -> r.vehicle == e.vehicle() && r.boarded), where);
    assertEquals(
        times.duration(e.fromPlace(), e.towards()),
        e.atTime() - e.departure() + times.duration(e.atPlace(), e.towards()),
        where + " is off its path");
    position.drives = false;
    position.diversion = null;
    position.place = e.atPlace();
    position.kind = StopKind.DIVERSION;
    position.since = e.atTime();
    position.isCorrected = false;
    moved++;
    reachedTargets += e.atPlace() == e.towards() ? 1 : 0;
  }

  private void readLocated(VehicleLocated e, String where) {
    Position position = positions.get(e.vehicle());
    located++;
    noteTrouble(e.vehicle());
    if (!position.drives) {
      position.place = e.atPlace();
      position.kind = StopKind.DIVERSION;
      position.since = e.atTime();
      return;
    }
    if (position.diversion == null && e.staysOnPath()) {
      position.since = e.arrival() - times.durationAnyway(position.place, position.to);
      position.isCorrected = true;
      assertTrue(position.since <= e.time(), where);
      return;
    }
    position.diversion =
        new VehicleDiverted(e.time(), e.vehicle(), position.to, e.atPlace(), e.atTime());
  }

  /** Compares what has been told with the rides that are affected now. */
  void checkAffected(Set<Affected> now, String where) {
    assertTrue(affectedRides.containsAll(now), where + " affects " + now);
    affectedRides.retainAll(now);
  }

  private void readBroken(PromiseAtRisk e, String where) {
    Ride ride = rides.get(e.request());
    assertNotNull(ride, where);
    assertEquals(ride.vehicle, e.vehicle(), where);
    assertEquals(e.limit().of(ride.promise()), e.promised(), where);
    assertTrue(e.expected() > e.promised(), where);
    assertTrue(e.expected() != ride.limit(e.limit()), where + " is told twice");
    ride.setLimit(e.limit(), e.expected());
    broken++;
  }

  private static long key(int vehicle, int latest) {
    return ((long) vehicle << 32) + latest;
  }

  /** Latest arrival at a break or end of a shift, as told last. */
  int latest(int vehicle, int latest) {
    return lateShifts.getOrDefault(key(vehicle, latest), latest);
  }

  private Ride end(long request, int vehicle, String where) {
    Ride ride = rides.remove(request);
    assertNotNull(ride, where);
    assertEquals(ride.vehicle, vehicle, where);
    return ride;
  }

  private void readNoShow(RiderNoShow e, String where) {
    Ride ride = end(e.request(), e.vehicle(), where);
    assertFalse(ride.boarded, where);
    assertTrue(e.time() >= ride.promise().pickupWindow().earliest(), where);
    checkAtPickup(ride, where);
    noShows++;
  }

  private void checkAtPickup(Ride ride, String where) {
    Position position = positions.get(ride.vehicle);
    assertFalse(position.drives, where);
    assertEquals(ride.pickupPlace, position.place, where);
    assertTrue(ride.boardsAgain || position.since <= ride.latestPickup, where);
  }

  private void readBoarded(RiderBoarded e, String where) {
    Ride ride = rides.get(e.request());
    assertNotNull(ride, where);
    assertEquals(ride.vehicle, e.vehicle(), where);
    assertFalse(ride.boarded, where);
    checkAtPickup(ride, where);
    smallerParties += e.party().equals(ride.party) ? 0 : 1;
    ride.party = e.party();
    ride.boarded = true;
    positions.get(e.vehicle()).wheelchairs += e.party().wheelchairs();
  }

  private void readAlighted(RiderAlighted e, String where) {
    Ride ride = end(e.request(), e.vehicle(), where);
    Position position = positions.get(e.vehicle());
    assertTrue(ride.left, where);
    assertFalse(position.drives, where);
    assertEquals(ride.promise().dropoffStopPoint(), position.place, where);
    assertEquals(position.since, e.time(), where);
    assertTrue(e.time() <= ride.latestDropoff, where);
    assertTrue(e.time() - ride.departure <= ride.maxRide, where);
    position.wheelchairs += ride.party.wheelchairs();
    brokenRidesCompleted +=
        e.time() > ride.promise().latestDropoff()
                || e.time() - ride.departure > ride.promise().maxRideDuration()
            ? 1
            : 0;
    completed++;
  }

  private void readDeparted(VehicleDeparted e, String where) {
    Position position = positions.get(e.vehicle());
    VehicleDiverted diversion = position.diversion;
    assertEquals(diversion != null, position.drives, where);
    if (diversion != null) {
      assertTrue(position.isHurried || e.time() >= diversion.atTime(), where);
      position.place = diversion.atPlace();
      position.diversion = null;
    } else if (position.kind == StopKind.SERVICE && !position.isHurried) {
      // Whoever boards where a diverted vehicle turns off takes less time.
      int dwell = service.rules().dwell().diversion();
      dwell += position.wheelchairs * service.rules().dwell().wheelchair();
      assertTrue(e.time() >= position.since + dwell, where);
    } else if (position.kind == StopKind.DIVERSION && !position.isHurried) {
      assertTrue(e.time() >= position.since, where);
    }
    assertEquals(position.place, e.fromPlace(), where);
    int riders = 0;
    int wheelchairs = 0;
    for (Ride ride : rides.values()) {
      if (ride.vehicle == e.vehicle() && ride.boarded) {
        riders += ride.party.riders();
        wheelchairs += ride.party.wheelchairs();
        if (!ride.left) {
          assertTrue(e.time() >= ride.promise().pickupWindow().earliest(), where);
          ride.left = true;
          ride.departure = ride.boardsAgain ? ride.departure : e.time();
        }
      }
    }
    assertEquals(riders, e.riders(), where);
    assertEquals(wheelchairs, e.wheelchairs(), where);
    assertTrue(FleetWatcher.fits(service.vehicles().get(e.vehicle()), riders, wheelchairs), where);
    position.isArriving = position.isHurried;
    position.isHurried = false;
    position.drives = true;
    position.isCorrected = false;
    position.since = e.time();
    position.to = e.toPlace();
  }

  private void readDiverted(VehicleDiverted e, String where) {
    Position position = positions.get(e.vehicle());
    assertTrue(position.drives && position.diversion == null, where);
    assertEquals(position.to, e.toPlace(), where);
    assertTrue(e.atTime() >= e.time(), where);
    if (!times.isCutOff(position.place, e.toPlace())) {
      assertEquals(
          times.duration(position.place, e.toPlace()),
          e.atTime() - position.since + times.duration(e.atPlace(), e.toPlace()),
          where + " is off its path");
    }
    position.diversion = e;
    diversions++;
  }

  private void readArrived(VehicleArrived e, String where) {
    Position position = positions.get(e.vehicle());
    assertTrue(position.drives && position.diversion == null, where);
    assertEquals(position.to, e.place(), where);
    int leg = e.place() == RoutePlan.ANYWHERE ? 0 : times.durationAnyway(position.place, e.place());
    assertEquals(position.isArriving ? position.since : position.since + leg, e.time(), where);
    position.isArriving = false;
    position.drives = false;
    position.isCorrected = false;
    position.place = e.place();
    position.kind = e.kind();
    position.since = e.time();
    position.wheelchairs = 0;
  }
}
