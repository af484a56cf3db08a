package org.ieum.reoptimize;

import java.util.SplittableRandom;

/**
 * Temperatures that fall geometrically, and who is let through at one (Kirkpatrick et al., Science
 * 220, 1983). Powers and logarithms come from tables made with {@link StrictMath}: they are the
 * same on every machine, and take no memory.
 */
final class Annealing {
  private static final int STEPS = 1024;

  /** First and last temperature as shares of the mean cost of a leg. */
  private static final double HOT = 0.5;

  private static final double COLD = 0.005;

  /** Temperature after i of all steps, as a share of the mean cost of a leg. */
  private static final double[] SHARES = new double[STEPS + 1];

  /** Quantile i of how much dearer a plan may be, in temperatures. */
  private static final double[] EXCESS = new double[STEPS];

  static {
    for (int i = 0; i <= STEPS; i++) {
      SHARES[i] = HOT * StrictMath.pow(COLD / HOT, (double) i / STEPS);
    }
    for (int i = 0; i < STEPS; i++) {
      EXCESS[i] = -StrictMath.log(1 - (i + 0.5) / STEPS);
    }
  }

  private final SplittableRandom random;

  Annealing(SplittableRandom random) {
    this.random = random;
  }

  /**
   * The temperature as a share of the mean cost of a leg.
   *
   * @param progress from 0 to 1
   */
  static double share(double progress) {
    return SHARES[(int) (STEPS * Math.min(1, progress))];
  }

  /** How much dearer a plan may be this time. */
  double excess(double temperature) {
    return temperature * EXCESS[random.nextInt(STEPS)];
  }
}
