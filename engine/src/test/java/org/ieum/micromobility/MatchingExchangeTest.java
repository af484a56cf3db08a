package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Riders who have scooters are given better ones, and nobody a worse one. */
final class MatchingExchangeTest {
  private static final int MINUTE = 60_000;
  private static final int CHANGE = 20_000;
  private static final MatchRules RULES =
      new MatchRules(60 * MINUTE, 50, 30_000, 20_000, 45 * MINUTE, 0, CHANGE);

  /** Few scooters are given out first; then there are others, too, and some have fled. */
  @Test
  void equalsBruteForceAndNobodyIsWorseOff() {
    int exchanged = 0;
    int kept = 0;
    int lost = 0;
    for (int seed = 0; seed < 400; seed++) {
      MatchingCases given = new MatchingCases(4, 6, 1_000, 40 * MINUTE, seed);
      ScooterMatching matching = new ScooterMatching(given, RULES);
      List<OfferedScooter> first =
          given.scooters.subList(0, 4).stream().map(one -> held(one, "")).toList();
      MatchingPlan before = matching.assign(0, given.riders, first);
      Map<String, ScooterMatch> had = new TreeMap<>();
      for (ScooterMatch match : before.matches()) {
        if (match.rides()) {
          had.put(match.scooterId(), match);
        }
      }
      List<OfferedScooter> now = new ArrayList<>();
      for (OfferedScooter scooter : given.scooters) {
        ScooterMatch match = had.get(scooter.id());
        String owner = match == null ? "" : match.riderId();
        boolean isFlat = (seed + now.size()) % 11 == 0;
        OfferedScooter offered = held(scooter, owner);
        now.add(isFlat ? new OfferedScooter(scooter.id(), scooter.place(), 10, 0, owner) : offered);
      }
      MatchingPlan plan = matching.exchange(0, given.riders, now);
      lost += plan.lost().size();
      Set<String> used = new HashSet<>();
      for (ScooterMatch match : plan.matches()) {
        assertTrue(!match.rides() || used.add(match.scooterId()), "seed " + seed);
        ScooterMatch old =
            had.values().stream()
                .filter(one -> one.riderId().equals(match.riderId()))
                .findFirst()
                .orElse(null);
        if (old != null && !plan.lost().contains(match.riderId())) {
          assertTrue(match.rides() && match.arrival() <= old.arrival(), "seed " + seed);
          assertTrue(match.walk() <= old.walk(), "seed " + seed);
          boolean isOther = !match.scooterId().equals(old.scooterId());
          exchanged += isOther ? 1 : 0;
          kept += isOther ? 0 : 1;
        }
      }
      assertEquals(new AllPlans(given, now, plan.lost()).best(), plan.cost(), "" + seed);
    }
    assertTrue(exchanged > 60 && kept > 100 && lost > 20, exchanged + " " + kept + " " + lost);
  }

  private static OfferedScooter held(OfferedScooter scooter, String owner) {
    return new OfferedScooter(
        scooter.id(), scooter.place(), scooter.rangeMetres(), scooter.freeFrom(), owner);
  }

  /** All ways to give each rider one scooter or none, by reckoning of its own. */
  private static final class AllPlans {
    private final MatchingCases given;
    private final List<OfferedScooter> scooters;
    private final List<String> lost;
    private final boolean[] isUsed;

    AllPlans(MatchingCases given, List<OfferedScooter> scooters, List<String> lost) {
      this.given = given;
      this.scooters = scooters;
      this.lost = lost;
      isUsed = new boolean[scooters.size()];
    }

    long best() {
      return search(0, 0);
    }

    private long search(int r, long cost) {
      if (r == given.riders.size()) {
        return cost;
      }
      LastMileRider rider = given.riders.get(r);
      OfferedScooter own =
          scooters.stream()
              .filter(one -> one.reservedFor().equals(rider.id()))
              .filter(one -> !lost.contains(rider.id()))
              .findFirst()
              .orElse(null);
      long best = Long.MAX_VALUE;
      if (own == null) {
        int walk = given.walk(rider.alighting(), rider.destination());
        boolean walks = walk <= rider.longestWalk();
        best = search(r + 1, cost + (walks ? walk + walk / 2 : RULES.penalty()));
      }
      for (int s = 0; s < isUsed.length; s++) {
        OfferedScooter scooter = scooters.get(s);
        boolean isOwn = scooter.equals(own);
        if (!isUsed[s]
            && canRide(rider, scooter)
            && (own == null || isOwn || isNoWorse(rider, scooter, own))) {
          isUsed[s] = true;
          int walk = given.walk(rider.alighting(), scooter.place());
          long takes = arrival(rider, scooter) - rider.alightsAt() + walk / 2;
          best = Math.min(best, search(r + 1, cost + takes));
          isUsed[s] = false;
        }
      }
      return best;
    }

    private boolean canRide(LastMileRider rider, OfferedScooter scooter) {
      return given.walk(rider.alighting(), scooter.place()) <= rider.longestWalk()
          && given.ride(scooter.place(), rider.destination()) < 100_000_000
          && given.rideMetres(scooter.place(), rider.destination()) <= scooter.rangeMetres()
          && given.mayStart(scooter.place())
          && given.mayEnd(rider.destination());
    }

    private boolean isNoWorse(LastMileRider rider, OfferedScooter other, OfferedScooter own) {
      return given.walk(rider.alighting(), other.place())
              <= given.walk(rider.alighting(), own.place())
          && arrival(rider, other) <= arrival(rider, own)
          && takes(rider, other) <= takes(rider, own) - CHANGE;
    }

    private long takes(LastMileRider rider, OfferedScooter scooter) {
      int walk = given.walk(rider.alighting(), scooter.place());
      return arrival(rider, scooter) - rider.alightsAt() + walk / 2;
    }

    private long arrival(LastMileRider rider, OfferedScooter scooter) {
      long there = (long) rider.alightsAt() + given.walk(rider.alighting(), scooter.place());
      return Math.max(scooter.freeFrom(), there)
          + 50_000
          + given.ride(scooter.place(), rider.destination());
    }
  }
}
