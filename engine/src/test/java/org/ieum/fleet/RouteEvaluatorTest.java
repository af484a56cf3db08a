package org.ieum.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ieum.model.Capacity;
import org.ieum.model.DwellRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.PlainTravelTimes;
import org.junit.jupiter.api.Test;

/** Compares the evaluator with a plain solution of the same limits on random plans. */
class RouteEvaluatorTest {
  private static final int MINUTE = 60_000;
  private static final int PLANS = 60_000;

  private int feasible;
  private int tooLate;
  private int held;
  private int heldTwice;
  private int waitsBeforeDriving;

  @Test
  void findsTheEarliestScheduleOfRandomPlans() {
    for (long seed = 1; seed <= PLANS; seed++) {
      Random random = new Random(seed);
      PlainTravelTimes times = PlainTravelTimes.random(12, 6, 12 * MINUTE, 1, random);
      Vehicle vehicle = vehicle(random);
      DwellRules dwell = new DwellRules(random.nextInt(MINUTE), random.nextInt(3 * MINUTE), 0);
      RouteEvaluator evaluator = new RouteEvaluator(List.of(vehicle), dwell);
      int now = random.nextInt(30 * MINUTE);
      RoutePlan plan = randomPlan(random, times, dwell, now);
      compare("seed " + seed, plan, evaluator, now, vehicle, dwell);
    }
    String counts =
        feasible
            + " feasible, "
            + tooLate
            + " too late, "
            + held
            + " with a pickup held back, "
            + heldTwice
            + " with several, "
            + waitsBeforeDriving
            + " waits before driving";
    System.out.println(PLANS + " random plans: " + counts);
    assertTrue(feasible > PLANS / 5, counts);
    assertTrue(tooLate > PLANS / 10, counts);
    assertTrue(held > 2000, counts);
    assertTrue(heldTwice > 200, counts);
    assertTrue(waitsBeforeDriving > PLANS / 20, counts);
  }

  private static Vehicle vehicle(Random random) {
    List<Capacity> configurations = new ArrayList<>(List.of(new Capacity(6, 0)));
    if (random.nextInt(4) > 0) {
      configurations.add(new Capacity(5, 2));
    }
    TimeWindow day = new TimeWindow(0, 600 * MINUTE);
    return new Vehicle("v", configurations, List.of(new Shift(day, 0, 0, List.of())));
  }

  /** Stops with ever later moments around which windows lie, so that many plans are feasible. */
  private static RoutePlan randomPlan(
      Random random, PlainTravelTimes times, DwellRules dwell, int now) {
    RoutePlan plan = new RoutePlan();
    plan.reset(0, 0, 0);
    int middle = 2 + random.nextInt(8);
    StopKind first = random.nextBoolean() ? StopKind.SERVICE : StopKind.SHIFT_START;
    plan.insertStop(
        0, random.nextInt(6), first, first == StopKind.SERVICE ? dwell.stop() : 0, times);
    int[] moment = new int[middle + 2];
    moment[0] = now;
    int shiftChange = random.nextInt(4) == 0 ? 1 + random.nextInt(middle) : -1;
    for (int i = 1; i <= middle; i++) {
      StopKind kind = random.nextInt(9) == 0 ? StopKind.BREAK : StopKind.SERVICE;
      if (i == shiftChange) {
        kind = StopKind.SHIFT_END;
      } else if (i == shiftChange + 1 && shiftChange > 0) {
        kind = StopKind.SHIFT_START;
      }
      int stay = kind == StopKind.SERVICE ? dwell.stop() : kind == StopKind.BREAK ? 10 * MINUTE : 0;
      plan.insertStop(i, random.nextInt(6), kind, stay, times);
      moment[i] = moment[i - 1] + plan.leg(i - 1) + stay + random.nextInt(12 * MINUTE);
      switch (kind) {
        case BREAK -> plan.bind(i, moment[i] + stay, moment[i] + random.nextInt(20 * MINUTE));
        case SHIFT_START -> plan.bind(i, moment[i], RoutePlan.NEVER);
        case SHIFT_END -> plan.bind(i, Integer.MIN_VALUE, moment[i] + random.nextInt(9 * MINUTE));
        default -> {}
      }
    }
    int end = random.nextBoolean() ? RoutePlan.ANYWHERE : random.nextInt(6);
    plan.insertStop(middle + 1, end, StopKind.SHIFT_END, 0, times);
    plan.bind(middle + 1, Integer.MIN_VALUE, moment[middle] + random.nextInt(60 * MINUTE));
    plan.stops[RouteLayout.ARRIVAL] = now - random.nextInt(5 * MINUTE);
    plan.stops[RouteLayout.OWN_READY] =
        random.nextInt(3) == 0 ? now + random.nextInt(5 * MINUTE) : Integer.MIN_VALUE;
    if (random.nextInt(3) == 0) {
      plan.departed = true;
      plan.stops[RouteLayout.DEPARTURE] = now - random.nextInt(3 * MINUTE);
      plan.stops[RouteLayout.ARRIVAL] = plan.stops[RouteLayout.DEPARTURE] - MINUTE;
    }
    addRides(random, plan, moment, now);
    return plan;
  }

  private static void addRides(Random random, RoutePlan plan, int[] moment, int now) {
    for (int n = 1 + random.nextInt(9); n > 0; n--) {
      int pickup = random.nextInt(plan.stopCount - 1) - 1;
      pickup = pickup == 0 && plan.departed ? RoutePlan.ABOARD : pickup;
      int dropoff = Math.max(pickup, 0) + 1 + random.nextInt(4);
      boolean serves =
          dropoff < plan.stopCount
              && plan.kind(dropoff) == StopKind.SERVICE
              && (pickup < 0 || plan.kind(pickup) == StopKind.SERVICE);
      if (!serves) {
        continue;
      }
      int wheelchairs = random.nextInt(6) == 0 ? 1 : 0;
      int ride = plan.addRide(n, random.nextInt(3) + 1 - wheelchairs, wheelchairs, pickup, dropoff);
      int latestDropoff = moment[dropoff] + (15 + random.nextInt(60)) * MINUTE;
      if (pickup < 0) {
        plan.limitRide(ride, now - MINUTE, now, latestDropoff, RoutePlan.UNLIMITED);
        continue;
      }
      int drive = 0;
      for (int i = pickup; i < dropoff; i++) {
        drive +=
            plan.leg(i)
                + (i > pickup
                    ? plan.stops[(i << RouteLayout.STOP_BITS) + RouteLayout.OWN_DWELL]
                    : 0);
      }
      int earliest = moment[pickup] - random.nextInt(6 * MINUTE);
      int window = random.nextInt(10) == 0 ? 0 : 8 + random.nextInt(40);
      int latestPickup = earliest + window * MINUTE;
      int maxRide =
          random.nextInt(5) == 0 ? RoutePlan.UNLIMITED : drive + 1 + random.nextInt(3 * MINUTE);
      plan.limitRide(ride, earliest, latestPickup, latestDropoff, maxRide);
    }
  }

  private void compare(
      String where,
      RoutePlan plan,
      RouteEvaluator evaluator,
      int now,
      Vehicle vehicle,
      DwellRules dwell) {
    PlainSchedule expected = new PlainSchedule(plan, now, vehicle, dwell);
    assertEquals(expected.feasible(), evaluator.evaluate(plan, now), where);
    if (!expected.feasible()) {
      tooLate++;
      return;
    }
    feasible++;
    int heldHere = 0;
    for (int i = 0; i < plan.stopCount(); i++) {
      assertEquals(expected.departure(i), plan.soonest(i), where + " soonest of " + i);
      checkPlanned(where + " stop " + i, plan, expected, i);
      for (int k = 0; k < plan.rideCount(); k++) {
        int needed = plan.arrival(plan.dropoff(k)) - plan.maxRide(k);
        if (plan.pickup(k) == i && plan.soonest(i) == needed) {
          heldHere++;
        }
      }
    }
    held += heldHere > 0 ? 1 : 0;
    heldTwice += heldHere > 1 ? 1 : 0;
    checkLatest(where, plan, evaluator, now);
  }

  /** Waiting before driving delays nobody and keeps every limit. */
  private void checkPlanned(String where, RoutePlan plan, PlainSchedule expected, int i) {
    int departure = plan.departure(i);
    int arrival = plan.arrival(i);
    assertTrue(departure >= expected.departure(i) || (i == 0 && plan.departed()), where);
    assertTrue(departure >= arrival, where);
    boolean empty = plan.riders(i) + plan.wheelchairs(i) == 0;
    if (!empty) {
      assertEquals(expected.departure(i), departure, where + " leaves with riders at once");
    }
    if (i > 0) {
      assertEquals(plan.departure(i - 1) + plan.leg(i - 1), arrival, where);
      waitsBeforeDriving += arrival > expected.arrival(i) ? 1 : 0;
      assertTrue(arrival >= expected.arrival(i), where);
      assertTrue(arrival <= plan.stops[(i << RouteLayout.STOP_BITS) + RouteLayout.OWN_LATE], where);
      if (plan.kind(i) == StopKind.SERVICE || plan.kind(i) == StopKind.BREAK) {
        assertTrue(arrival + plan.dwell(i) <= plan.soonest(i), where + " delays the departure");
      }
    }
    for (int k = 0; k < plan.rideCount(); k++) {
      if (plan.pickup(k) == i) {
        assertTrue(arrival <= plan.latestPickup(k), where);
        assertTrue(departure >= plan.earliest(k), where);
        int ride = plan.arrival(plan.dropoff(k)) - departure;
        assertTrue(ride <= plan.maxRide(k), where);
      }
      if (plan.dropoff(k) == i) {
        assertTrue(arrival <= plan.latestDropoff(k), where);
        assertEquals(expected.arrival(i), arrival, where + " dropoff is as early as can be");
      }
    }
  }

  /** A vehicle kept until the latest arrival allows it is in time, a millisecond more is not. */
  private static void checkLatest(String where, RoutePlan plan, RouteEvaluator evaluator, int now) {
    if (plan.departed()) {
      return;
    }
    int latest = plan.stops[(1 << RouteLayout.STOP_BITS) + RouteLayout.LATEST];
    plan.stops[RouteLayout.OWN_READY] = latest - plan.leg(0);
    assertTrue(evaluator.evaluate(plan, now), where + " kept as long as can be");
    plan.stops[RouteLayout.OWN_READY]++;
    assertTrue(!evaluator.evaluate(plan, now), where + " kept too long");
  }
}
