package org.ieum.model;

/**
 * What dispatch minimises: operating time (driving and dwell) that an insertion adds, the new
 * party's time, and the delay of riders already promised, all in ms, each times its weight. Times
 * of riders count once for each person.
 *
 * @param operating weight of operating time added
 * @param walk weight of the new party's walks
 * @param wait weight of its wait, from the start of the pickup window to departure
 * @param ride weight of its time aboard
 * @param delay weight of the later arrival of riders already promised
 */
public record CostWeights(int operating, int walk, int wait, int ride, int delay) {
  /** All alike, walking twice. */
  public static final CostWeights DEFAULT = new CostWeights(1, 2, 1, 1, 1);

  public CostWeights {
    if (operating < 0 || walk < 0 || wait < 0 || ride < 0 || delay < 0) {
      throw new IllegalArgumentException(
          "cost weights must be >= 0, were "
              + operating
              + ", "
              + walk
              + ", "
              + wait
              + ", "
              + ride
              + ", "
              + delay);
    }
  }
}
