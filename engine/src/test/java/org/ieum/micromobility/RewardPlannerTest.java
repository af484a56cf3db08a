package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewardPlannerTest {
  private static final Currency WON = Currency.getInstance("KRW");
  private static final RewardRules RULES =
      new RewardRules(WON, 100, 200, 150, 3_000, 50, 2_000, 15 * 60_000);

  private static RebalanceOutlook outlook(double pickups, double returns) {
    return new RebalanceOutlook(new double[] {pickups}, new double[] {returns}, 10, true);
  }

  private static List<RewardOffer> choose(
      List<RewardCandidate> candidates, int[] scooters, long vanCost, long budget) {
    RebalanceOutlook[] outlooks = {outlook(1, 6), outlook(9, 0), outlook(4, 3)};
    long[] cost = {vanCost, vanCost, vanCost};
    return RewardPlanner.choose(candidates, scooters, outlooks, cost, budget, RULES);
  }

  @Test
  void acceptanceGrowsWithMoneyAndFallsWithTheWay() {
    assertEquals(0.5, RULES.acceptance(700, 5 * 60_000), 1e-12);
    assertTrue(RULES.acceptance(800, 5 * 60_000) > 0.6);
    assertTrue(RULES.acceptance(700, 6 * 60_000) < 0.4);
    assertEquals(0, RULES.acceptance(0, 0));
    RewardRules threshold = new RewardRules(WON, 100, 200, 0, 3_000, 50, 2_000, 0);
    assertEquals(1, threshold.acceptance(300, 60_000));
    assertEquals(0, threshold.acceptance(299, 60_000));
  }

  @Test
  void ridersAreAskedToEndWhereScootersAreShort() {
    List<RewardCandidate> candidates =
        List.of(
            new RewardCandidate(7, 0, 1, 3 * 60_000),
            new RewardCandidate(7, 0, 2, 3 * 60_000),
            new RewardCandidate(8, 1, 0, 60_000));
    List<RewardOffer> offers = choose(candidates, new int[] {8, 1, 3}, 1_500, 100_000);
    assertEquals(1, offers.size(), "not away from where they are short: " + offers);
    assertEquals(candidates.get(0), offers.get(0).candidate());
    assertTrue(offers.get(0).riders() > 0.9);
    assertEquals(WON, offers.get(0).reward().currency());
    assertTrue(choose(candidates, new int[] {8, 1, 3}, 49, 100_000).isEmpty(), "vans are cheaper");
    assertTrue(choose(candidates, new int[] {8, 1, 3}, 1_500, 49).isEmpty(), "no budget");
    assertTrue(
        choose(List.of(new RewardCandidate(7, 0, 1, 16 * 60_000)), new int[] {8, 1, 3}, 1_500, 999)
            .isEmpty(),
        "too far");
  }

  @Test
  void budgetAndVanCostsAreKeptByRandomRiders() {
    int made = 0;
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<RewardCandidate> candidates = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        int from = random.nextInt(3);
        candidates.add(
            new RewardCandidate(
                random.nextInt(12),
                from,
                (from + 1 + random.nextInt(2)) % 3,
                random.nextInt(900_000)));
      }
      long vanCost = random.nextInt(2_000);
      long budget = random.nextInt(5_000);
      int[] scooters = {random.nextInt(11), random.nextInt(11), random.nextInt(11)};
      List<RewardOffer> offers = choose(candidates, scooters, vanCost, budget);
      long sum = 0;
      Set<Integer> riders = new HashSet<>();
      for (RewardOffer offer : offers) {
        long reward = offer.reward().minorUnits();
        sum += reward;
        assertTrue(riders.add(offer.candidate().rider()), "seed " + seed);
        assertTrue(reward <= vanCost && reward % 50 == 0 && reward > 0, "seed " + seed);
        assertTrue(offer.riders() * 3_000 > reward, "seed " + seed);
      }
      assertTrue(sum <= budget, "seed " + seed);
      made += offers.size();
    }
    assertTrue(made > 300, "offers " + made);
  }

  @Test
  void noPlaceIsFloodedByOffers() {
    List<RewardCandidate> candidates = new ArrayList<>();
    for (int rider = 0; rider < 40; rider++) {
      candidates.add(new RewardCandidate(rider, 0, 1, 0));
    }
    List<RewardOffer> offers = choose(candidates, new int[] {5, 2, 3}, 1_500, 1_000_000);
    assertFalse(offers.isEmpty());
    assertTrue(offers.size() < 15, "offers " + offers.size());
  }
}
