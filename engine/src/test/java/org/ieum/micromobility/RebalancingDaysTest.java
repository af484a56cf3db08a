package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebalancingDaysTest {
  private static final int PLACES = 14;
  private static final int DAYS = 4;
  private static final int MINUTE = 60_000;
  private static final int HOUR = 60 * MINUTE;

  private static final PlaneCity CITY = new PlaneCity(PLACES, 3_000, 3);
  private static final int[] CAPACITY = filled(12);
  private static final int[] SCOOTERS = filled(5);

  private static final RebalancingPlan PLAN =
      new RebalancingPlan(
          DayOfWeek.MONDAY,
          true,
          true,
          List.of(
              new VanTourShift("night", 0, 10, 20, 2 * HOUR, 6 * HOUR),
              new VanTourShift("noon", 0, 10, 20, 11 * HOUR, 15 * HOUR)),
          new VanTourRules(MINUTE, 2 * MINUTE, 2_000_000, 30_000, 300_000, 4, 20),
          0.2,
          10 * HOUR,
          new RewardRules(
              Currency.getInstance("KRW"),
              5_000,
              20_000,
              15_000,
              300_000,
              10_000,
              100_000,
              900_000),
          4 * HOUR,
          1_500_000,
          150_000,
          30_000,
          4_000,
          1);

  private static int[] filled(int value) {
    int[] cells = new int[PLACES];
    Arrays.fill(cells, value);
    return cells;
  }

  private static RebalancingDemand demand(double rides) {
    return new RebalancingDemand(CITY, CITY.homes(), CITY.work(), rides);
  }

  private static RebalanceForecast forecast() {
    List<RebalancingTrip> past = demand(500).days(DayOfWeek.MONDAY, 14, 99);
    return RebalancingDemand.learn(CITY, PLACES, past, DayOfWeek.MONDAY, 14);
  }

  private static RebalancingFigures live(
      RebalancingPlan plan, List<RebalancingTrip> trips, RebalanceForecast forecast) {
    return RebalancingDays.run(plan, CAPACITY, SCOOTERS, CITY, CITY, forecast, trips, DAYS);
  }

  @Test
  void vansAndRewardsServeMoreRiders() {
    RebalanceForecast forecast = forecast();
    int nothing = 0;
    int vans = 0;
    int rewards = 0;
    int both = 0;
    for (long seed = 1; seed <= 3; seed++) {
      List<RebalancingTrip> trips = demand(500).days(DayOfWeek.MONDAY, DAYS, seed);
      RebalancingFigures none = live(PLAN.with(false, false), trips, forecast);
      RebalancingFigures van = live(PLAN.with(true, false), trips, forecast);
      RebalancingFigures reward = live(PLAN.with(false, true), trips, forecast);
      RebalancingFigures all = live(PLAN, trips, forecast);
      String where = "seed " + seed + ": " + List.of(none, van, reward, all);
      assertEquals(trips.size(), none.asked());
      assertEquals(0, none.vanMetres() + none.rewards() + none.moved() + none.offers(), where);
      assertTrue(van.moved() > 20 && van.swapped() > 5 && van.vanMetres() > 1_000, where);
      assertEquals(0, van.rewards() + reward.vanMetres(), where);
      assertTrue(reward.accepted() > 20 && reward.accepted() < reward.offers(), where);
      assertTrue(reward.rewards() > 0 && reward.mostRewards() <= 1_500_000, where);
      assertTrue(all.mostRewards() <= 1_500_000, where);
      assertTrue(reward.rewards() <= 150_000L * reward.accepted(), where);
      nothing += none.unserved();
      vans += van.unserved();
      rewards += reward.unserved();
      both += all.unserved();
    }
    String sums = nothing + ", " + vans + ", " + rewards + ", " + both;
    assertTrue(vans < nothing * 0.8 && rewards < nothing && both < vans, sums);
  }

  @Test
  void theSameDayTwiceIsTheSame() {
    RebalanceForecast forecast = forecast();
    List<RebalancingTrip> trips = demand(400).days(DayOfWeek.MONDAY, DAYS, 7);
    assertEquals(trips, demand(400).days(DayOfWeek.MONDAY, DAYS, 7));
    assertEquals(live(PLAN, trips, forecast), live(PLAN, trips, forecast));
  }

  @Test
  void aSmallBudgetIsKept() {
    RebalancingPlan poor =
        new RebalancingPlan(
            PLAN.firstDay(),
            false,
            true,
            PLAN.shifts(),
            PLAN.vanRules(),
            PLAN.leastGain(),
            PLAN.vanHorizon(),
            PLAN.rewardRules(),
            PLAN.rewardHorizon(),
            95_000,
            PLAN.vanCost(),
            PLAN.fullRange(),
            PLAN.flatRange(),
            1);
    RebalancingFigures figures =
        live(poor, demand(500).days(DayOfWeek.MONDAY, DAYS, 5), forecast());
    assertTrue(figures.mostRewards() <= 95_000 && figures.mostRewards() > 0, "" + figures);
  }

  /** Rides without vans and rewards, with batteries that last, as plainly as can be. */
  private static int unserved(List<RebalancingTrip> trips) {
    record Ride(int end, int to) {}
    int[] count = SCOOTERS.clone();
    List<Ride> riding = new ArrayList<>();
    int unserved = 0;
    for (RebalancingTrip trip : trips) {
      riding.sort(Comparator.comparingInt(Ride::end));
      while (!riding.isEmpty() && riding.get(0).end() < trip.time()) {
        int place = riding.remove(0).to();
        int to = place;
        if (count[place] == CAPACITY[place]) {
          int least = Integer.MAX_VALUE;
          for (int other = 0; other < PLACES; other++) {
            if (count[other] < CAPACITY[other] && CITY.ride(place, other) < least) {
              least = CITY.ride(place, other);
              to = other;
            }
          }
        }
        count[to]++;
      }
      if (count[trip.from()] == 0) {
        unserved++;
      } else {
        count[trip.from()]--;
        riding.add(new Ride(trip.time() + CITY.ride(trip.from(), trip.to()), trip.to()));
      }
    }
    return unserved;
  }

  @Test
  void withoutAnythingItIsPlainCounting() {
    RebalanceForecast forecast = forecast();
    RebalancingPlan lasting =
        new RebalancingPlan(
            PLAN.firstDay(),
            false,
            false,
            List.of(),
            PLAN.vanRules(),
            1,
            HOUR,
            PLAN.rewardRules(),
            HOUR,
            0,
            0,
            1_000_000_000,
            0,
            1);
    int sum = 0;
    for (long seed = 1; seed <= 10; seed++) {
      List<RebalancingTrip> trips = demand(600).days(DayOfWeek.MONDAY, DAYS, seed);
      int expected = unserved(trips);
      assertEquals(expected, live(lasting, trips, forecast).unserved(), "seed " + seed);
      sum += expected;
    }
    assertTrue(sum > 100, "unserved " + sum);
  }

  @Test
  void demandFollowsTheClock() {
    List<RebalancingTrip> trips = demand(1_000).days(DayOfWeek.FRIDAY, 3, 11);
    long morning = trips.stream().filter(trip -> trip.time() / HOUR == 8).count();
    long night = trips.stream().filter(trip -> trip.time() / HOUR == 2).count();
    long saturday = trips.stream().filter(trip -> trip.time() / HOUR / 24 == 1).count();
    assertTrue(morning > 70 && morning < 160 && night < 8, morning + ", " + night);
    assertTrue(saturday > 700 && saturday < 900, "saturday " + saturday);
    assertTrue(trips.stream().noneMatch(trip -> trip.from() == trip.to()));
  }

  @Test
  void daysWithoutAnEndAreRefused() {
    RebalanceForecast forecast = forecast();
    assertThrows(
        IllegalArgumentException.class,
        () -> RebalancingDays.run(PLAN, CAPACITY, SCOOTERS, CITY, CITY, forecast, List.of(), 15));
    int[] toomany = filled(13);
    assertThrows(
        IllegalStateException.class,
        () -> RebalancingDays.run(PLAN, CAPACITY, toomany, CITY, CITY, forecast, List.of(), 1));
  }
}
