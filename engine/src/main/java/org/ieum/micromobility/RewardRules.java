package org.ieum.micromobility;

import java.util.Currency;

/**
 * What rewards may be, and how riders are thought to answer.
 *
 * <p>A rider compares the reward with what the change costs: a fixed reluctance to be asked at all,
 * and each minute more on the way. The difference decides by a binary logit, half of the riders
 * accepting where both are equal (McFadden: <em>Conditional logit analysis of qualitative choice
 * behavior</em>, 1974); with a spread of 0 it is a threshold. The defaults of any service are
 * assumptions until its own answers are counted.
 *
 * @param currency of all amounts
 * @param perMinute what a minute more is worth to riders, minor units
 * @param reluctance what being asked costs, minor units
 * @param spread how much riders differ: the scale of the logit, minor units; 0 for a threshold
 * @param perRider what it is worth that one rider more is served, minor units
 * @param step rewards are multiples of this, minor units
 * @param most the highest reward, minor units
 * @param longest nobody is asked for a longer way more than this, ms
 */
public record RewardRules(
    Currency currency,
    double perMinute,
    double reluctance,
    double spread,
    long perRider,
    long step,
    long most,
    int longest) {
  public RewardRules {
    if (!(perMinute >= 0 && reluctance >= 0 && spread >= 0)) {
      throw new IllegalArgumentException(
          "what riders think must be >= 0, was " + perMinute + ", " + reluctance + ", " + spread);
    }
    if (step < 1 || most < 0 || perRider < 0 || longest < 0) {
      throw new IllegalArgumentException(
          "step must be >= 1, all else >= 0, were "
              + step
              + ", "
              + most
              + ", "
              + perRider
              + ", "
              + longest);
    }
  }

  /**
   * How likely a rider accepts.
   *
   * @param reward minor units; nobody is asked without
   * @param extra how much longer the way gets, ms
   */
  public double acceptance(long reward, int extra) {
    if (reward <= 0) {
      return 0;
    }
    double surplus = reward - reluctance - perMinute * (extra / 60_000.0);
    if (spread == 0) {
      return surplus >= 0 ? 1 : 0;
    }
    return 1 / (1 + StrictMath.exp(-surplus / spread));
  }
}
