package org.ieum.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.DispatchEvent.PromiseBroken;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.dispatch.StopReach;
import org.ieum.model.ServiceRules;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.reposition.DemandForecast;
import org.ieum.reposition.RepositionRules;
import org.ieum.simulation.Simulation.Improvement;
import org.ieum.simulation.Simulation.Positioning;
import org.ieum.traveltime.RoadTravelTimes;
import org.junit.jupiter.api.Test;

/** Simulated days whose idle vehicles are moved to where riders are expected. */
final class PositionedDayTest {
  private static final int MINUTE = 60_000;
  private static final DayOfWeek DAY = DayOfWeek.FRIDAY;

  /** The street is long: from its end it takes twenty minutes to its beginning. */
  private static final RepositionRules RULES =
      new RepositionRules(MINUTE, MINUTE / 4, 20 * MINUTE, 40 * MINUTE, 10 * MINUTE, 1);

  /** Riders come to the first kilometres of the street, and want to go to the last. */
  private static List<RequestedTrip> trips(long seed) {
    Random random = new Random(seed);
    List<RequestedTrip> trips = new ArrayList<>();
    int now = 0;
    for (int id = 0; now < 16_000; id++) {
      now += random.nextInt(600);
      double from = 3 * random.nextDouble();
      trips.add(Days.trip(id, now, now, from, 15 + 5 * random.nextDouble(), 1));
    }
    return trips;
  }

  private static SimulationResult day(long seed, boolean moves, boolean improves) {
    RoadTravelTimes times = Days.STREET.times();
    StopReach reach = Days.STREET.reach(400_000);
    Simulation simulation =
        new Simulation(
            ServiceRules.DEFAULT,
            List.of(Days.bus("a", 0), Days.bus("b", 10), Days.bus("c", 19)),
            times,
            times,
            Days.STREET,
            reach,
            Days.RELIABLE);
    if (moves) {
      DemandForecast forecast =
          new TripForecast(times.stopPointCount(), reach).add(DAY, trips(~seed)).forecast();
      simulation.positioned(new Positioning(forecast, RULES, DAY));
    }
    if (improves) {
      ReoptimizeRules rules = new ReoptimizeRules(10_000, 120_000, 3, 100);
      simulation.improved(new Improvement(RouteSearch::improve, rules, seed));
    }
    return simulation.run(trips(seed));
  }

  @Test
  void aDayWithMovesRepeatsItselfAndBreaksNoPromise() {
    for (long seed = 1; seed <= 5; seed++) {
      boolean improves = seed % 2 == 0;
      SimulationResult day = day(seed, /* moves= */ true, improves);
      assertEquals(day.events(), day(seed, /* moves= */ true, improves).events(), "seed " + seed);
      assertTrue(day.events().stream().anyMatch(VehicleRepositioned.class::isInstance));
      assertTrue(day.events().stream().noneMatch(PromiseBroken.class::isInstance));
      for (RequestLog log : day.requests()) {
        assertTrue(!log.isServed() || log.getOffer().promise().latestDropoff() >= log.alightedAt());
      }
    }
  }

  @Test
  void ridersWaitLessAndMovesAreDriven() {
    double wait = 0;
    double before = 0;
    int served = 0;
    int servedBefore = 0;
    for (long seed = 1; seed <= 5; seed++) {
      SimulationResult plain = day(seed, /* moves= */ false, /* improves= */ false);
      SimulationResult moved = day(seed, /* moves= */ true, /* improves= */ false);
      wait += Days.figure(moved, "wait_average");
      before += Days.figure(plain, "wait_average");
      served += (int) Days.figure(moved, "rides");
      servedBefore += (int) Days.figure(plain, "rides");
      assertEquals(0, Days.figure(plain, "repositioning"));
      checkDriven(moved);
    }
    assertTrue(wait < 0.9 * before, "waits " + wait + " s instead of " + before);
    assertTrue(served >= servedBefore, served + " rides instead of " + servedBefore);
  }

  /** Each hop is a drive of its vehicle, with nobody aboard, and counted as such. */
  private static void checkDriven(SimulationResult day) {
    long hops = 0;
    for (var event : day.events()) {
      if (event instanceof VehicleRepositioned e) {
        hops += e.atTime() - e.departure();
        assertTrue(
            day.vehicles().get(e.vehicle()).legs().stream()
                .anyMatch(
                    leg ->
                        leg.departure() == e.departure()
                            && leg.arrival() == e.atTime()
                            && leg.aboard() == 0
                            && leg.metres() > 0));
      }
    }
    assertEquals(hops / 3.6e6, Days.figure(day, "repositioning"), 1e-9);
    for (VehicleLog vehicle : day.vehicles()) {
      int end = 0;
      for (DrivenLeg leg : vehicle.legs()) {
        assertTrue(leg.departure() >= end, "in two places");
        end = leg.arrival();
      }
    }
  }
}
