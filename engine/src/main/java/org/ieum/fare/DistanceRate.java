package org.ieum.fare;

/**
 * A price for the first metres, and one for each further step or part of it.
 *
 * @param base minor units
 * @param baseMetres how far that takes one
 * @param perStep minor units
 * @param stepMetres length of a step, such as 1,000
 */
public record DistanceRate(long base, int baseMetres, long perStep, int stepMetres) {
  public DistanceRate {
    Exact.requireAtLeast("base", 0, base);
    Exact.requireAtLeast("base metres", 0, baseMetres);
    Exact.requireAtLeast("price of a step", 0, perStep);
    Exact.requireAtLeast("step metres", 1, stepMetres);
  }

  /**
   * Minor units for a distance.
   *
   * @throws ArithmeticException naming amounts that are too large
   */
  public long price(int metres) {
    Exact.requireAtLeast("metres", 0, metres);
    long steps = Exact.stepsBegun((long) metres - baseMetres, stepMetres);
    return Exact.plus(base, Exact.times(perStep, steps));
  }
}
