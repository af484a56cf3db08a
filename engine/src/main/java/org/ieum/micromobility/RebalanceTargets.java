package org.ieum.micromobility;

/**
 * How many scooters each place ought to have.
 *
 * <p>Design note. Losses are convex in each place's number and the sum of numbers is given, so
 * moving one scooter at a time from where it is missed least to where it saves most ends at the
 * best distribution (Fox: <em>Discrete optimization via marginal analysis</em>, Management Science
 * 13, 1966). It starts from what is there and stops when a move saves less than it is worth, so
 * that nothing is moved for nothing.
 */
public final class RebalanceTargets {
  private RebalanceTargets() {}

  /**
   * The targets.
   *
   * @param scooters at place i now
   * @param outlooks of place i
   * @param leastGain a move has to save so many riders, above 0
   * @return of place i; their sum is that of the scooters
   */
  public static int[] levels(int[] scooters, RebalanceOutlook[] outlooks, double leastGain) {
    if (!(leastGain > 0)) {
      throw new IllegalArgumentException("least gain must be > 0 riders, was " + leastGain);
    }
    int[] level = scooters.clone();
    while (true) {
      int to = -1;
      int from = -1;
      double most = Double.NEGATIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      for (int place = 0; place < level.length; place++) {
        double gain = outlooks[place].gain(level[place]);
        if (gain > most) {
          most = gain;
          to = place;
        }
        double loss = loss(level[place], outlooks[place]);
        if (loss < least) {
          least = loss;
          from = place;
        }
      }
      if (to < 0 || from < 0 || to == from || most - least < leastGain) {
        return level;
      }
      level[to]++;
      level[from]--;
    }
  }

  /** What taking one scooter away costs; the place may hold more than it can. */
  private static double loss(int level, RebalanceOutlook outlook) {
    if (level == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return level > outlook.capacity() ? -1 : outlook.gain(level - 1);
  }

  /** Riders lost over all places, none of which has more than it can hold. */
  public static double lost(int[] scooters, RebalanceOutlook[] outlooks) {
    double sum = 0;
    for (int place = 0; place < scooters.length; place++) {
      sum += outlooks[place].lost(scooters[place]);
    }
    return sum;
  }
}
