package org.ieum.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.model.Break;
import org.ieum.model.Capacity;
import org.ieum.model.Party;
import org.ieum.model.Promise;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.Vehicle;
import org.ieum.simulation.VehicleLog.Activity;
import org.ieum.simulation.VehicleLog.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole random days, whose logs are checked against nothing but the events. */
class RandomDayTest {
  private static final int SEEDS = 25;
  private static final int DAY = Days.END;

  private static List<Vehicle> fleet() {
    Capacity seats = new Capacity(8, 0);
    Break rest = new Break(7, Days.window(6000, 9000), 1_200_000);
    Shift whole = new Shift(Days.window(0, DAY), 3, 15, List.of(rest));
    Shift early = new Shift(Days.window(500, 8000), 12, 10, List.of());
    Shift late = new Shift(Days.window(9000, DAY), 14, Shift.ANYWHERE, List.of());
    return List.of(
        Days.bus("a", 0),
        Days.bus("b", 10),
        new Vehicle("c", List.of(seats), List.of(whole)),
        new Vehicle("d", List.of(seats), List.of(early, late)));
  }

  private static List<RequestedTrip> trips(long seed) {
    Random random = new Random(seed);
    List<RequestedTrip> trips = new ArrayList<>();
    int now = 0;
    for (int id = 0; id < 250; id++) {
      now += random.nextInt(150_000);
      int ahead = random.nextInt(3) == 0 ? random.nextInt(4_000_000) : random.nextInt(60_000);
      boolean arrives = random.nextInt(6) == 0;
      int wheelchairs = random.nextInt(15) == 0 ? 1 : 0;
      trips.add(
          new RequestedTrip(
              1000 + id,
              random.nextInt(200),
              now,
              arrives ? TimeType.ARRIVE_BY : TimeType.DEPART_AT,
              now + ahead + (arrives ? 1_500_000 : 0),
              Street.at(20 * random.nextDouble()),
              Street.at(20 * random.nextDouble()),
              new Party(random.nextInt(3) + 1 - wheelchairs, wheelchairs)));
    }
    return trips;
  }

  private static SimulationResult day(long seed) {
    return Days.run(fleet(), new RiderBehaviour(0.1, 0.08, 0.3, seed), trips(seed));
  }

  @Test
  void logsSayWhatTheEventsSay() {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    int diversions = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      SimulationResult day = day(seed);
      Replay replay = new Replay(day);
      day.events().forEach(replay::hear);
      replay.checkEnd();
      for (RequestLog log : day.requests()) {
        outcomes.merge(log.outcome(), 1, Integer::sum);
      }
      diversions += replay.diversions;
    }
    for (Outcome outcome : Outcome.values()) {
      assertTrue(outcomes.getOrDefault(outcome, 0) > 100, outcomes::toString);
    }
    assertTrue(diversions > 200, diversions + " diversions");
  }

  @Test
  void noPromiseIsBroken() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SimulationResult day = day(seed);
      for (RequestLog log : day.requests()) {
        if (log.isServed()) {
          Promise promise = log.getOffer().promise();
          String what = "seed " + seed + ", request " + log.trip().id();
          assertTrue(promise.pickupWindow().earliest() <= log.departedAt(), what);
          assertTrue(promise.pickupWindow().latest() >= log.vehicleArrived(), what);
          assertTrue(promise.latestDropoff() >= log.alightedAt(), what);
          assertTrue(promise.maxRideDuration() >= log.alightedAt() - log.departedAt(), what);
          assertTrue(log.isPromiseKept(), what);
          assertEquals(
              Math.max(log.vehicleArrived(), promise.pickupWindow().earliest()),
              log.boardedAt(),
              what);
        }
      }
      assertEquals(1, Days.figure(day, "promisesKept"));
    }
  }

  @Test
  void figuresFollowFromTheRequests() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SimulationResult day = day(seed);
      int served = 0;
      int rejected = 0;
      double wait = 0;
      double pooled = 0;
      for (RequestLog log : day.requests()) {
        rejected += log.rejection() != null ? 1 : 0;
        if (log.isServed()) {
          served++;
          wait += log.boardedAt() - log.getOffer().promise().pickupWindow().earliest();
          pooled += sharesItsWay(log, day) ? 1 : 0;
        }
      }
      assertEquals(served, Days.figure(day, "rides"));
      assertEquals(rejected / 250.0, Days.figure(day, "rejectionRate"), 1e-12);
      assertEquals(wait / served / 1000, Days.figure(day, "wait_average"), 1e-6);
      assertEquals(pooled / served, Days.figure(day, "poolingRate"), 1e-12);
      double sharing = Days.figure(day, "sharingFactor");
      assertTrue(sharing > 1 && sharing < 8, "sharing factor " + sharing);
      double used = Days.figure(day, "fleetUtilization");
      assertTrue(used > 0.2 && used < 1, "utilisation " + used);
    }
  }

  private static boolean sharesItsWay(RequestLog log, SimulationResult day) {
    int middle = (log.departedAt() + log.alightedAt()) / 2;
    for (RequestLog other : day.requests()) {
      if (other != log && other.isServed() && other.vehicle() == log.vehicle()) {
        boolean before = other.alightedAt() <= log.departedAt();
        boolean after = other.departedAt() >= log.alightedAt();
        if (!before && !after) {
          return true;
        }
        assertTrue(middle < other.departedAt() || middle >= other.alightedAt());
      }
    }
    return false;
  }

  @Test
  void everyVehicleOnDutyIsInOneBin() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SimulationResult day = day(seed);
      int bin = 300_000;
      FleetOccupancy fleet = new FleetOccupancy(day.vehicles(), 200_000, DAY * 1000, bin);
      assertEquals(66, fleet.binCount());
      for (int i = 0; i < fleet.binCount(); i++) {
        assertEquals(200_000 + i * bin, fleet.binStart(i));
        double sum = fleet.onBreak(i) + fleet.idle(i);
        for (double vehicles : fleet.byRiders(i)) {
          assertTrue(vehicles >= 0);
          sum += vehicles;
        }
        assertEquals(onDuty(day, fleet.binStart(i), fleet.binEnd(i)), sum, 1e-9, "bin " + i);
      }
    }
  }

  /** Mean number of vehicles on duty, counted second by second. */
  private static double onDuty(SimulationResult day, int from, int to) {
    double millis = 0;
    for (VehicleLog vehicle : day.vehicles()) {
      List<Span> spans = vehicle.spans();
      for (int i = 0; i + 1 < spans.size(); i++) {
        if (spans.get(i).activity() != Activity.OFF_DUTY) {
          int start = Math.max(from, spans.get(i).start());
          millis += Math.max(0, Math.min(to, spans.get(i + 1).start()) - start);
        }
      }
    }
    return millis / (to - from);
  }

  @Test
  void vehiclesAreOnDutyInTheirShiftsAndRestInTheirBreaks() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SimulationResult day = day(seed);
      assertEquals(DAY * 1000, millis(day.vehicles().get(0), null));
      assertEquals(1_200_000, millis(day.vehicles().get(2), Activity.ON_BREAK));
      int secondBus = millis(day.vehicles().get(3), null);
      // Early back at the end of the first shift, or driving to the start of the second.
      assertEquals((7500 + 11_000) * 1000, secondBus, 1_000_000);
      for (VehicleLog vehicle : day.vehicles()) {
        List<Span> spans = vehicle.spans();
        for (int i = 1; i < spans.size(); i++) {
          assertTrue(spans.get(i - 1).start() < spans.get(i).start(), spans::toString);
          assertTrue(spans.get(i).aboard() >= 0, spans::toString);
        }
        Span last = spans.get(spans.size() - 1);
        assertEquals(Activity.OFF_DUTY, last.activity());
        assertEquals(0, last.aboard());
      }
    }
  }

  /** Time of one activity, or of all but being off duty. */
  private static int millis(VehicleLog vehicle, @Nullable Activity activity) {
    int sum = 0;
    List<Span> spans = vehicle.spans();
    for (int i = 1; i + 1 < spans.size(); i++) {
      Activity own = spans.get(i).activity();
      if (activity == null ? own != Activity.OFF_DUTY : own == activity) {
        sum += spans.get(i + 1).start() - spans.get(i).start();
      }
    }
    return sum;
  }

  @Test
  void theSameSeedGivesTheSameDay() {
    assertEquals(day(3).events(), day(3).events());
    assertNotEquals(day(3).events(), day(4).events());
  }

  /** Builds up from the events what the logs ought to say. */
  private static final class Replay {
    private final SimulationResult day;
    private final List<List<DispatchEvent>> byRequest = new ArrayList<>();

    /** People in vehicle v. */
    private final int[] aboard;

    /** When vehicle v left; it drives 10 m a second. */
    private final int[] left;

    /** When vehicle v arrived last. */
    private final int[] arrived;

    /** Metres driven by vehicle v. */
    private final double[] metres;

    private int time;
    private int diversions;

    Replay(SimulationResult day) {
      this.day = day;
      day.requests().forEach(log -> byRequest.add(new ArrayList<>()));
      aboard = new int[day.vehicles().size()];
      left = new int[aboard.length];
      arrived = new int[aboard.length];
      metres = new double[aboard.length];
    }

    void hear(DispatchEvent event) {
      assertTrue(event.time() >= time, () -> event + " after " + time);
      time = event.time();
      if (event instanceof RideConfirmed confirmed) {
        note(confirmed.offer().request().id(), event);
      } else if (event instanceof RideCancelled cancelled) {
        note(cancelled.request(), event);
      } else if (event instanceof RiderNoShow noShow) {
        note(noShow.request(), event);
      } else if (event instanceof RiderBoarded boarded) {
        note(boarded.request(), event);
        aboard[boarded.vehicle()] += boarded.party().size();
        assertEquals(arrived[boarded.vehicle()], log(boarded.request()).vehicleArrived());
      } else if (event instanceof RiderAlighted alighted) {
        note(alighted.request(), event);
        aboard[alighted.vehicle()] -= log(alighted.request()).getBoarded().size();
        assertTrue(aboard[alighted.vehicle()] >= 0);
      } else if (event instanceof VehicleDeparted departed) {
        assertEquals(aboard[departed.vehicle()], departed.riders() + departed.wheelchairs());
        assertTrue(aboard[departed.vehicle()] <= 8);
        left[departed.vehicle()] = event.time();
      } else if (event instanceof VehicleDiverted diverted) {
        diversions++;
        metres[diverted.vehicle()] += (diverted.atTime() - left[diverted.vehicle()]) / 100.0;
      } else if (event instanceof VehicleArrived vehicle) {
        arrived[vehicle.vehicle()] = event.time();
        metres[vehicle.vehicle()] += (event.time() - left[vehicle.vehicle()]) / 100.0;
      }
    }

    private RequestLog log(long request) {
      return day.requests().get((int) request);
    }

    private void note(long request, DispatchEvent event) {
      byRequest.get((int) request).add(event);
    }

    void checkEnd() {
      double total = 0;
      for (int v = 0; v < aboard.length; v++) {
        assertEquals(0, aboard[v]);
        assertEquals(metres[v], Days.metres(day.vehicles().get(v)), 1e-3);
        total += metres[v];
        List<DrivenLeg> legs = day.vehicles().get(v).legs();
        for (int i = 1; i < legs.size(); i++) {
          assertTrue(legs.get(i - 1).arrival() <= legs.get(i).departure(), legs::toString);
        }
      }
      assertEquals(total / 1000, Days.figure(day, "totalDistance"), 1e-6);
      for (int r = 0; r < byRequest.size(); r++) {
        checkRequest(log(r), byRequest.get(r));
      }
    }

    private static void checkRequest(RequestLog log, List<DispatchEvent> events) {
      if (log.outcome() == Outcome.REJECTED) {
        assertEquals(List.of(), events);
        return;
      }
      assertEquals(log.trip().submitted(), events.get(0).time());
      assertTrue(events.get(0) instanceof RideConfirmed);
      switch (log.outcome()) {
        case SERVED -> {
          assertEquals(3, events.size(), events::toString);
          assertTrue(events.get(1) instanceof RiderBoarded, events::toString);
          assertTrue(events.get(2) instanceof RiderAlighted, events::toString);
          assertEquals(events.get(1).time(), log.boardedAt());
          assertEquals(events.get(2).time(), log.alightedAt());
          assertTrue(log.boardedAt() <= log.departedAt());
          assertTrue(log.departedAt() < log.alightedAt());
        }
        case CANCELLED -> assertTrue(events.get(1) instanceof RideCancelled, events::toString);
        case NO_SHOW -> assertTrue(events.get(1) instanceof RiderNoShow, events::toString);
        default -> throw new AssertionError(log.outcome());
      }
      assertEquals(log.outcome() == Outcome.SERVED ? 3 : 2, events.size(), events::toString);
    }
  }
}
