package org.ieum.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ieum.journey.ScooterLeg;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.LatLon;
import org.junit.jupiter.api.Test;

/** Who has which scooter, where it is, and how far it still goes. */
class SimulatedScootersTest {
  private static final LatLon HERE = new LatLon(57.70, 11.95);
  private static final LatLon THERE = new LatLon(57.71, 11.96);
  private static final String KEY = "scooters:scooter-00000";

  private static SimulatedScooters scooters(int count) {
    return new SimulatedScooters(MadeUpScooters.of(List.of(HERE), count, 1, 0, null));
  }

  private static ScooterLeg leg(String id, LatLon from, LatLon to, int metres) {
    return new ScooterLeg("scooters", id, true, from, to, 0, 60_000, metres, 0, true);
  }

  private static Scooter first(SimulatedScooters scooters) {
    return scooters.supply(Instant.EPOCH).scooters().get(0);
  }

  @Test
  void heldForOneTakenByThatOneAndLeftElsewhere() {
    SimulatedScooters scooters = scooters(1);
    int range = first(scooters).rangeMetres();
    ScooterLeg leg = leg("scooter-00000", HERE, THERE, 1_000);
    assertFalse(scooters.isTaken(KEY));
    assertTrue(scooters.hold(leg, 7));
    assertTrue(scooters.isTaken(KEY));
    assertFalse(scooters.hold(leg, 8));
    assertFalse(scooters.release(leg, 8));
    assertFalse(scooters.take(leg, 8, 0, 60_000));
    assertTrue(scooters.take(leg, 7, 0, 60_000));
    assertFalse(scooters.take(leg, 7, 0, 60_000));
    assertFalse(scooters.release(leg, 7));
    scooters.leave(leg, 7);
    assertThrows(IllegalStateException.class, () -> scooters.leave(leg, 7));

    // Until the map knows where it is now nobody is offered it.
    assertTrue(scooters.isOutdated() && scooters.isTaken(KEY));
    assertEquals(THERE, first(scooters).position());
    assertEquals(range - 1_000, first(scooters).rangeMetres());
    assertFalse(scooters.isOutdated() || scooters.isTaken(KEY));
    assertFalse(scooters.hold(leg, 9), "it is not there any more");
    assertTrue(scooters.hold(leg("scooter-00000", THERE, HERE, 1_000), 9));
  }

  @Test
  void nobodyHoldsWhatCannotGoSoFar() {
    SimulatedScooters scooters = scooters(1);
    int range = first(scooters).rangeMetres();
    assertFalse(scooters.hold(leg("scooter-00000", HERE, THERE, range + 1), 1));
    assertTrue(scooters.hold(leg("scooter-00000", HERE, THERE, range), 1));
    assertTrue(scooters.take(leg("scooter-00000", HERE, THERE, range), 1, 0, 1));
    scooters.leave(leg("scooter-00000", HERE, THERE, range), 1);
    assertEquals(0, first(scooters).rangeMetres());
  }

  /** Calls in any order, beside books of its own: who holds, who rides. */
  @Test
  void randomCallsNeverGiveOneScooterToTwo() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SimulatedScooters scooters = scooters(3);
      Map<String, Integer> holders = new HashMap<>();
      Map<String, ScooterLeg> ridden = new HashMap<>();
      for (int step = 0; step < 200; step++) {
        ScooterSupply supply = scooters.supply(Instant.EPOCH);
        assertEquals(3, supply.scooters().size());
        Scooter scooter = supply.scooters().get(random.nextInt(3));
        String id = scooter.id();
        int trip = random.nextInt(4);
        ScooterLeg leg = leg(id, scooter.position(), random.nextBoolean() ? HERE : THERE, 500);
        boolean isMine = holders.getOrDefault(id, -1) == trip;
        ScooterLeg riding = ridden.get(id);
        switch (random.nextInt(4)) {
          case 0 -> {
            boolean can = !holders.containsKey(id) && scooter.rangeMetres() >= 500;
            assertEquals(can, scooters.hold(leg, trip));
            if (can) {
              holders.put(id, trip);
            }
          }
          case 1 -> {
            boolean can = isMine && riding == null && scooter.rangeMetres() >= 500;
            assertEquals(can, scooters.take(leg, trip, step, step + 1));
            if (can) {
              ridden.put(id, leg);
            }
          }
          case 2 -> {
            assertEquals(isMine && riding == null, scooters.release(leg, trip));
            if (isMine && riding == null) {
              holders.remove(id);
            }
          }
          default -> {
            if (isMine && riding != null) {
              scooters.leave(riding, trip);
              ridden.remove(id);
              holders.remove(id);
            }
          }
        }
      }
      checkChains(scooters.trips());
    }
  }

  private static void checkChains(List<ScooterTrip> trips) {
    Map<String, ScooterTrip> last = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (ScooterTrip trip : trips) {
      ScooterTrip before = last.put(trip.scooterId(), trip);
      if (trip.rangeLeft() < 0 || (before != null && !before.to().equals(trip.from()))) {
        faults.add(trip.toString());
      }
    }
    assertEquals(List.of(), faults);
  }
}
