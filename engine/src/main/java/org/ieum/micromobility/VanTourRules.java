package org.ieum.micromobility;

/**
 * What vans cost and how long their work takes. Money is in minor units of one currency.
 *
 * @param handling to load or unload one scooter, ms
 * @param swap to change one battery, ms
 * @param perHour what a van at work costs an hour, its driver included
 * @param perKilometre what each kilometre costs
 * @param perRider what it is worth that one rider more is served
 * @param batch how many scooters are moved together at most
 * @param iterations of the search
 */
public record VanTourRules(
    int handling,
    int swap,
    long perHour,
    long perKilometre,
    long perRider,
    int batch,
    int iterations) {
  public VanTourRules {
    checkNotNegative("handling", handling);
    checkNotNegative("swap", swap);
    checkNotNegative("cost per hour", perHour);
    checkNotNegative("cost per kilometre", perKilometre);
    checkNotNegative("worth of a rider", perRider);
    checkNotNegative("iterations", iterations);
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be >= 1 scooter, was " + batch);
    }
  }

  private static void checkNotNegative(String what, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " must be >= 0, was " + value);
    }
  }

  /** Cost of time and way together, minor units. */
  public double cost(long millis, long metres) {
    return perHour * (millis / 3_600_000.0) + perKilometre * (metres / 1000.0);
  }
}
