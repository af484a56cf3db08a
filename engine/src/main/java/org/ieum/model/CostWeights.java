package org.ieum.model;

/**
 * What dispatch minimises: operating time (driving and dwell) that an insertion adds, the new
 * party's time, and the delay of riders already promised, all in ms, each times its weight. Times
 * of riders count once for each person.
 *
 * @param operating weight of operating time added
 * @param walking weight of the new party's walks
 * @param waiting weight of its wait, from the start of the pickup window to departure
 * @param riding weight of its time aboard
 * @param delay weight of the later arrival of riders already promised
 */
public record CostWeights(int operating, int walking, int waiting, int riding, int delay) {
  /** All alike, walking twice. */
  public static final CostWeights DEFAULT = new CostWeights(1, 2, 1, 1, 1);

  public CostWeights {
    if (operating < 0 || walking < 0 || waiting < 0 || riding < 0 || delay < 0) {
      throw new IllegalArgumentException(
          "cost weights must be >= 0, were "
              + operating
              + ", "
              + walking
              + ", "
              + waiting
              + ", "
              + riding
              + ", "
              + delay);
    }
  }
}
