package org.ieum.micromobility;

import java.time.DayOfWeek;
import java.util.List;

/**
 * How a fleet is kept where it is needed in simulated days.
 *
 * @param firstDay weekday of the first midnight
 * @param vans whether vans drive
 * @param rewards whether riders are offered rewards
 * @param shifts of the vans on each day, times since its midnight
 * @param vanRules costs and times of vans
 * @param leastGain riders that moving one scooter has to save
 * @param vanHorizon for how long after their shift vans prepare, ms
 * @param rewardRules what riders may be offered
 * @param rewardHorizon how far rewards look ahead, ms
 * @param dailyBudget for rewards on each day, minor units
 * @param vanCost what bringing one scooter by van is thought to cost before any van has, minor
 *     units
 * @param fullRange of a scooter with a full battery, metres
 * @param flatRange below it nobody gets a scooter, and its battery is to be changed, metres
 * @param seed of the tours' search
 */
public record RebalancingPlan(
    DayOfWeek firstDay,
    boolean vans,
    boolean rewards,
    List<VanTourShift> shifts,
    VanTourRules vanRules,
    double leastGain,
    int vanHorizon,
    RewardRules rewardRules,
    int rewardHorizon,
    long dailyBudget,
    long vanCost,
    int fullRange,
    int flatRange,
    long seed) {
  public RebalancingPlan {
    shifts = List.copyOf(shifts);
    if (flatRange < 0 || flatRange > fullRange) {
      throw new IllegalArgumentException(
          "flat range must be from 0 to " + fullRange + " m, was " + flatRange);
    }
    if (dailyBudget < 0 || vanCost < 0) {
      throw new IllegalArgumentException(
          "budget and cost must be >= 0, were " + dailyBudget + " and " + vanCost);
    }
  }

  /** The same with other means. */
  public RebalancingPlan with(boolean otherVans, boolean otherRewards) {
    return new RebalancingPlan(
        firstDay,
        otherVans,
        otherRewards,
        shifts,
        vanRules,
        leastGain,
        vanHorizon,
        rewardRules,
        rewardHorizon,
        dailyBudget,
        vanCost,
        fullRange,
        flatRange,
        seed);
  }
}
