package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.reoptimize.SearchBudget;
import org.junit.jupiter.api.Test;

final class ScooterMatchingTest {
  private static final int MINUTE = 60_000;
  private static final MatchRules RULES =
      new MatchRules(60 * MINUTE, 50, 30_000, 20_000, 45 * MINUTE, 500, 0);

  /** Places on a line, 100 m apart; walking takes a minute each, riding 20 s. */
  private static final LastMileTimes LINE =
      new LastMileTimes() {
        @Override
        public int walk(int from, int to) {
          return Math.abs(from - to) * MINUTE;
        }

        @Override
        public int ride(int from, int to) {
          return Math.abs(from - to) * 20_000;
        }

        @Override
        public int rideMetres(int from, int to) {
          return Math.abs(from - to) * 100;
        }
      };

  private static LastMileRider rider(String id, int alighting, int minute, int destination) {
    return new LastMileRider(id, alighting, minute * MINUTE, destination, 8 * MINUTE);
  }

  private static OfferedScooter scooter(String id, int place, String reservedFor) {
    return new OfferedScooter(id, place, 20_000, 0, reservedFor);
  }

  private static String scooters(MatchingPlan plan) {
    return String.join(" ", plan.matches().stream().map(m -> m.riderId() + m.scooterId()).toList());
  }

  @Test
  void theNearestScooterOfOneIsLeftToTheOther() {
    List<LastMileRider> riders = List.of(rider("a", 10, 0, 40), rider("b", 12, 1, 40));
    List<OfferedScooter> scooters = List.of(scooter("X", 11, ""), scooter("Y", 4, ""));
    ScooterMatching matching = new ScooterMatching(LINE, RULES);
    // The first to alight takes X, and Y is 8 minutes from b but 6 from a.
    assertEquals("aX bY", scooters(matching.nearest(0, riders, scooters)));
    MatchingPlan plan = matching.assign(0, riders, scooters);
    assertEquals("aY bX", scooters(plan));
    ScooterMatch match = plan.matches().get(0);
    assertEquals(6 * MINUTE, match.walk());
    assertEquals(6 * MINUTE, match.start());
    assertEquals(6 * MINUTE + 30_000 + 36 * 20_000 + 20_000, match.arrival());
  }

  @Test
  void reservationsAreKeptUnlessTheyCannotBeRidden() {
    List<LastMileRider> riders = List.of(rider("a", 10, 0, 40), rider("b", 12, 1, 39));
    ScooterMatching matching = new ScooterMatching(LINE, RULES);
    List<OfferedScooter> kept = List.of(scooter("X", 11, "a"), scooter("Y", 4, ""));
    assertEquals("aX bY", scooters(matching.assign(0, riders, kept)));
    OfferedScooter flat = new OfferedScooter("X", 11, 3_400, 0, "a");
    MatchingPlan plan = matching.assign(0, riders, List.of(flat, scooter("Y", 4, "")));
    assertEquals(List.of(), plan.lost());
    // 2.9 km and half a kilometre to spare are 3.4 km.
    OfferedScooter flatter = new OfferedScooter("X", 11, 3_399, 0, "a");
    plan = matching.assign(0, riders, List.of(flatter, scooter("Y", 4, "")));
    assertEquals(List.of("a"), plan.lost());
    assertEquals("aY bX", scooters(plan), "28 places and the spare are 3.3 km");
    List<OfferedScooter> stranger = List.of(scooter("X", 11, "else"), scooter("Y", 4, ""));
    assertEquals("aY b", scooters(matching.assign(0, riders, stranger)));
  }

  @Test
  void whoAlightsLaterThanTheHorizonWaitsForAnotherTime() {
    List<LastMileRider> riders = List.of(rider("a", 10, 30, 40), rider("b", 12, 31, 40));
    List<OfferedScooter> scooters = List.of(scooter("X", 11, ""));
    MatchRules near = new MatchRules(10 * MINUTE, 50, 0, 0, 45 * MINUTE, 0, 0);
    ScooterMatching matching = new ScooterMatching(LINE, near);
    assertEquals("", scooters(matching.assign(0, riders, scooters)));
    assertEquals("aX", scooters(matching.assign(20 * MINUTE, riders, scooters)));
    assertEquals("bX", scooters(matching.assign(0, riders, List.of(scooter("X", 11, "b")))));
  }

  @Test
  void oneScooterCarriesSeveralInTurn() {
    List<LastMileRider> riders = List.of(rider("b", 30, 20, 60), rider("a", 10, 0, 29));
    List<OfferedScooter> scooters = List.of(scooter("X", 11, ""));
    ScooterMatching matching = new ScooterMatching(LINE, RULES);
    assertEquals("b aX", scooters(matching.assign(0, riders, scooters)));
    MatchingPlan plan = matching.sequence(0, riders, scooters, 1, SearchBudget.ofIterations(20));
    assertEquals("bX aX", scooters(plan));
    assertEquals(29, plan.matches().get(0).place());
    assertEquals(21 * MINUTE, plan.matches().get(0).start());
  }

  @Test
  void impossibleInputIsRefused() {
    ScooterMatching matching = new ScooterMatching(LINE, RULES);
    LastMileRider a = rider("a", 10, 0, 40);
    assertThrows(
        IllegalArgumentException.class, () -> matching.assign(0, List.of(a, a), List.of()));
    List<OfferedScooter> two = List.of(scooter("X", 11, "a"), scooter("Y", 12, "a"));
    assertThrows(IllegalArgumentException.class, () -> matching.assign(0, List.of(a), two));
    assertEquals(List.of(), matching.assign(0, List.of(), List.of()).matches());
  }

  /** Tries all assignments and all sequences, by the check's reckoning alone. */
  @Test
  void equalsBruteForceOnSmallCases() {
    int optimal = 0;
    int cases = 150;
    int chained = 0;
    int lost = 0;
    long least = 0;
    long sum = 0;
    for (int seed = 0; seed < cases; seed++) {
      int riders = 1 + seed % 5;
      MatchingCases given = new MatchingCases(riders, 1 + seed % 3, 1_200, 60 * MINUTE, seed);
      ScooterMatching matching = new ScooterMatching(given, RULES);
      MatchingCheck check = new MatchingCheck(given, RULES);
      MatchingPlan assigned = matching.assign(0, given.riders, given.scooters);
      assertEquals(
          List.of(), check.faults(0, given.riders, given.scooters, assigned), "seed " + seed);
      AllPlans single = new AllPlans(given, assigned.lost(), 1);
      assertEquals(single.best(), assigned.cost(), "seed " + seed);
      MatchingPlan found =
          matching.sequence(0, given.riders, given.scooters, 7, SearchBudget.ofIterations(100));
      assertEquals(List.of(), check.faults(0, given.riders, given.scooters, found), "seed " + seed);
      long best = new AllPlans(given, assigned.lost(), riders).best();
      assertTrue(found.cost() >= best && found.cost() <= assigned.cost(), "seed " + seed);
      least += best;
      sum += found.cost();
      optimal += found.cost() == best ? 1 : 0;
      chained += best < assigned.cost() ? 1 : 0;
      lost += assigned.lost().size();
    }
    assertTrue(chained > 20 && lost > 2, chained + " " + lost);
    assertTrue(optimal >= cases * 9 / 10, optimal + " of " + cases);
    assertTrue(sum <= 1.02 * least, sum + " " + least);
  }

  /** Depth-first through all plans: each rider in turn goes to the end of a scooter's rides. */
  private static final class AllPlans {
    private final MatchingCases given;
    private final List<String> lost;
    private final int longest;
    private final Map<String, List<LastMileRider>> chains = new TreeMap<>();
    private long best = Long.MAX_VALUE;

    AllPlans(MatchingCases given, List<String> lost, int longest) {
      this.given = given;
      this.lost = lost;
      this.longest = longest;
      given.scooters.forEach(scooter -> chains.put(scooter.id(), new ArrayList<>()));
    }

    long best() {
      search(0);
      return best;
    }

    private void search(int r) {
      if (r == given.riders.size()) {
        best = Math.min(best, cost());
        return;
      }
      search(r + 1);
      for (List<LastMileRider> chain : chains.values()) {
        for (int i = 0; i <= chain.size() && chain.size() < longest; i++) {
          chain.add(i, given.riders.get(r));
          search(r + 1);
          chain.remove(i);
        }
      }
    }

    /** Cost of the chains, or the greatest number if they cannot be. */
    private long cost() {
      long sum = 0;
      List<LastMileRider> left = new ArrayList<>(given.riders);
      for (OfferedScooter scooter : given.scooters) {
        int place = scooter.place();
        int free = Math.max(0, scooter.freeFrom());
        int range = scooter.rangeMetres() - RULES.spareMetres();
        List<LastMileRider> chain = chains.getOrDefault(scooter.id(), List.of());
        boolean isHeld = !scooter.reservedFor().isEmpty() && !lost.contains(scooter.reservedFor());
        boolean isOwners = !chain.isEmpty() && chain.get(0).id().equals(scooter.reservedFor());
        boolean isStrangers = scooter.reservedFor().startsWith("stranger");
        if (isHeld && (isStrangers ? !chain.isEmpty() : !isOwners)) {
          return Long.MAX_VALUE;
        }
        for (LastMileRider rider : chain) {
          int walk = given.walk(rider.alighting(), place);
          int ride = given.ride(place, rider.destination());
          range -= given.rideMetres(place, rider.destination());
          if (walk > rider.longestWalk()
              || ride > 100_000_000
              || range < 0
              || !given.mayStart(place)
              || !given.mayEnd(rider.destination())) {
            return Long.MAX_VALUE;
          }
          free = Math.max(free, rider.alightsAt() + walk) + 50_000 + ride;
          sum += free - rider.alightsAt() + walk / 2;
          place = rider.destination();
          left.remove(rider);
        }
      }
      for (LastMileRider rider : left) {
        int walk = given.walk(rider.alighting(), rider.destination());
        sum += walk <= rider.longestWalk() ? walk + walk / 2 : RULES.penalty();
      }
      return sum;
    }
  }

  @Test
  void largeCasesHoldAndRepeat() {
    long nearest = 0;
    long assigned = 0;
    long chained = 0;
    for (int seed = 0; seed < 3; seed++) {
      MatchingCases given = new MatchingCases(60, 30, 2_500, 40 * MINUTE, 100 + seed);
      ScooterMatching matching = new ScooterMatching(given, RULES);
      MatchingCheck check = new MatchingCheck(given, RULES);
      SearchBudget budget = SearchBudget.ofIterations(100);
      MatchingPlan alone = matching.nearest(0, given.riders, given.scooters);
      MatchingPlan single = matching.assign(0, given.riders, given.scooters);
      MatchingPlan turns = matching.sequence(0, given.riders, given.scooters, 3, budget);
      for (MatchingPlan plan : List.of(alone, single, turns)) {
        assertEquals(List.of(), check.faults(0, given.riders, given.scooters, plan));
      }
      assertEquals(turns, matching.sequence(0, given.riders, given.scooters, 3, budget));
      assertTrue(single.cost() < alone.cost() && turns.cost() <= single.cost());
      nearest += arrivals(alone);
      assigned += arrivals(single);
      chained += arrivals(turns);
    }
    assertTrue(assigned < nearest, assigned + " " + nearest);
    assertTrue(chained < assigned, chained + " " + assigned);
  }

  private static long arrivals(MatchingPlan plan) {
    return plan.matches().stream().mapToLong(ScooterMatch::arrival).sum();
  }

  /** What is wrong is found, one thing at a time. */
  @Test
  void theCheckFindsFaults() {
    List<LastMileRider> riders = List.of(rider("a", 10, 0, 40), rider("b", 12, 1, 40));
    List<OfferedScooter> scooters = List.of(scooter("X", 11, ""), scooter("Y", 4, "b"));
    MatchingPlan right = new ScooterMatching(LINE, RULES).assign(0, riders, scooters);
    MatchingCheck check = new MatchingCheck(LINE, RULES);
    assertEquals(List.of(), check.faults(0, riders, scooters, right));
    ScooterMatch a = right.matches().get(0);
    ScooterMatch b = right.matches().get(1);
    List<List<ScooterMatch>> wrong =
        List.of(
            List.of(a),
            List.of(a, a, b),
            List.of(a, new ScooterMatch("b", "X", 11, b.walk(), b.start(), b.arrival())),
            List.of(a, new ScooterMatch("b", "Z", 4, b.walk(), b.start(), b.arrival())),
            List.of(a, new ScooterMatch("b", "Y", 4, b.walk(), b.start() - 1, b.arrival() - 1)),
            List.of(a, new ScooterMatch("b", "Y", 4, b.walk(), b.start(), b.arrival() - 1)),
            List.of(a, new ScooterMatch("b", "Y", 4, b.walk() - 1, b.start(), b.arrival())),
            List.of(a, new ScooterMatch("b", "", 12, 0, MINUTE, 46 * MINUTE)));
    for (List<ScooterMatch> matches : wrong) {
      MatchingPlan plan = new MatchingPlan(matches, right.cost(), List.of());
      assertTrue(!check.faults(0, riders, scooters, plan).isEmpty(), matches.toString());
    }
    MatchingPlan cheaper = new MatchingPlan(right.matches(), right.cost() - 1, List.of());
    assertEquals(1, check.faults(0, riders, scooters, cheaper).size());
  }
}
