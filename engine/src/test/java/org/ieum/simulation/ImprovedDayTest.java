package org.ieum.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.DispatchEvent.PromiseBroken;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.model.ServiceRules;
import org.ieum.model.Vehicle;
import org.ieum.reoptimize.ReoptimizeRules;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.simulation.Simulation.Improvement;
import org.ieum.traveltime.RoadTravelTimes;
import org.junit.jupiter.api.Test;

/** Simulated days whose routes are improved while they are driven. */
final class ImprovedDayTest {
  private static final ReoptimizeRules RULES = new ReoptimizeRules(10_000, 120_000, 3, 100);

  private static SimulationResult day(long seed, boolean improves) {
    Random random = new Random(seed);
    List<RequestedTrip> trips = new ArrayList<>();
    int now = 0;
    for (int id = 0; id < 150; id++) {
      now += random.nextInt(150);
      int leaves = now + random.nextInt(3600);
      trips.add(Days.trip(id, now, leaves, 20 * random.nextDouble(), 20 * random.nextDouble(), 1));
    }
    List<Vehicle> fleet = List.of(Days.bus("a", 0), Days.bus("b", 10), Days.bus("c", 19));
    RoadTravelTimes times = Days.STREET.times();
    Simulation simulation =
        new Simulation(
            ServiceRules.DEFAULT,
            fleet,
            times,
            times,
            Days.STREET,
            Days.STREET.reach(400_000),
            Days.RELIABLE);
    if (improves) {
      simulation.improved(new Improvement(RouteSearch::improve, RULES, seed));
    }
    return simulation.run(trips);
  }

  @Test
  void anImprovedDayRepeatsItselfAndBreaksNoPromise() {
    double plain = 0;
    double improved = 0;
    for (long seed = 1; seed <= 5; seed++) {
      SimulationResult day = day(seed, true);
      assertEquals(day.events(), day(seed, true).events(), "seed " + seed);
      SimulationResult before = day(seed, false);
      assertNotEquals(day.events(), before.events());
      assertTrue(day.events().stream().anyMatch(RoutesImproved.class::isInstance));
      assertTrue(day.events().stream().noneMatch(PromiseBroken.class::isInstance));
      for (RequestLog log : day.requests()) {
        assertTrue(!log.isServed() || log.getOffer().promise().latestDropoff() >= log.alightedAt());
      }
      plain += perRide(before);
      improved += perRide(day);
    }
    assertTrue(improved < plain, "driven for each ride: " + improved + " m instead of " + plain);
  }

  private static double perRide(SimulationResult day) {
    double metres = day.vehicles().stream().mapToDouble(Days::metres).sum();
    return metres / day.requests().stream().filter(RequestLog::isServed).count();
  }
}
