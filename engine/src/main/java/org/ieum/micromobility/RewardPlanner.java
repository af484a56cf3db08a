package org.ieum.micromobility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ieum.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which riders to offer how much for leaving their scooter where one is short.
 *
 * <p>Design note. A scooter that ends at another place saves the riders whom the other place would
 * disappoint, and those for whom it is in the way here ({@link RebalanceOutlook}); times what a
 * rider is worth, that is the benefit if the offer is accepted. For each candidate the reward is
 * the one with the greatest expected surplus, acceptance times (benefit less reward), among those
 * that are no more than the van costs that it saves. Offers are then made one by one, the one with
 * most expected benefit for each unit of money first, as long as the budget would hold if everybody
 * accepted; after each, its place counts as fuller by the chance that it is accepted, so that not
 * everybody is sent to the same one. That is the greedy rule for knapsacks (Dantzig:
 * <em>Discrete-variable extremum problems</em>, Operations Research 5, 1957); the rewards of all
 * riders together could be chosen better, by parametric pricing of the budget, which was left out
 * since rides end a few at a time.
 */
public final class RewardPlanner {
  private final RewardRules rules;
  private final RebalanceOutlook[] outlooks;

  /** Scooters that are expected at place i. */
  private final double[] level;

  /** What vans spend on bringing one scooter to place i, minor units. */
  private final long[] vanCost;

  private RewardPlanner(
      RewardRules rules, RebalanceOutlook[] outlooks, double[] level, long[] vanCost) {
    this.rules = rules;
    this.outlooks = outlooks;
    this.level = level;
    this.vanCost = vanCost;
  }

  /**
   * Chooses offers, at most one for each rider.
   *
   * @param candidates in any order; their order decides between equals
   * @param scooters that are or will soon be at place i
   * @param outlooks of place i from now on
   * @param vanCost what vans spend on bringing one scooter to place i, minor units
   * @param budget that all offers together keep, minor units
   */
  public static List<RewardOffer> choose(
      List<RewardCandidate> candidates,
      int[] scooters,
      RebalanceOutlook[] outlooks,
      long[] vanCost,
      long budget,
      RewardRules rules) {
    double[] level = Arrays.stream(scooters).asDoubleStream().toArray();
    return new RewardPlanner(rules, outlooks, level, vanCost).choose(candidates, budget);
  }

  private List<RewardOffer> choose(List<RewardCandidate> candidates, long budget) {
    List<RewardCandidate> left = new ArrayList<>(candidates);
    List<RewardOffer> chosen = new ArrayList<>();
    long rest = budget;
    while (true) {
      RewardOffer best = null;
      double most = 0;
      for (RewardCandidate candidate : left) {
        RewardOffer offer = offer(candidate, rest);
        if (offer != null) {
          double benefit = offer.acceptance() * offer.riders() * rules.perRider();
          double perMoney = benefit / offer.reward().minorUnits();
          if (perMoney > most) {
            most = perMoney;
            best = offer;
          }
        }
      }
      if (best == null) {
        return chosen;
      }
      chosen.add(best);
      rest -= best.reward().minorUnits();
      level[best.candidate().place()] += best.acceptance();
      level[best.candidate().destination()] -= best.acceptance();
      int rider = best.candidate().rider();
      left.removeIf(candidate -> candidate.rider() == rider);
    }
  }

  /** The best offer to a candidate within a budget, if any has a surplus. */
  private @Nullable RewardOffer offer(RewardCandidate candidate, long budget) {
    if (candidate.extra() > rules.longest()) {
      return null;
    }
    double riders = gain(candidate.place()) - gain(candidate.destination());
    double benefit = riders * rules.perRider();
    long most = Math.min(Math.min(rules.most(), vanCost[candidate.place()]), budget);
    long best = 0;
    double surplus = 0;
    for (long reward = rules.step(); reward <= most && reward < benefit; reward += rules.step()) {
      double expected = rules.acceptance(reward, candidate.extra()) * (benefit - reward);
      if (expected > surplus) {
        surplus = expected;
        best = reward;
      }
    }
    return best == 0
        ? null
        : new RewardOffer(
            candidate,
            new Money(best, rules.currency()),
            rules.acceptance(best, candidate.extra()),
            riders);
  }

  /** Riders saved by one scooter more at a place; none where it would not fit in. */
  private double gain(int place) {
    RebalanceOutlook outlook = outlooks[place];
    double now = level[place];
    if (now + 1 > outlook.capacity()) {
      return outlook.lost(outlook.capacity() - 1.0) - outlook.lost(outlook.capacity()) - 1;
    }
    return outlook.lost(now) - outlook.lost(now + 1);
  }
}
