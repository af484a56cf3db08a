package org.ieum.model;

/**
 * How much a rider's trip may be stretched. A limit is {@code factor * direct + extra}, where
 * direct is the shortest drive between the two stop points.
 *
 * @param limitsFrom from when on the wait and the trip count
 * @param maxWait longest wait until a vehicle comes to the pickup, ms
 * @param tripFactor factor of the longest trip, which the wait is part of
 * @param tripExtra its constant, ms
 * @param rideFactor factor of the longest time aboard
 * @param rideExtra its constant, ms
 */
public record PromiseRules(
    LimitsFrom limitsFrom,
    int maxWait,
    double tripFactor,
    int tripExtra,
    double rideFactor,
    int rideExtra) {
  /** Ten minutes of waiting, a ride of at most 1.5 times the direct one and 5 minutes. */
  public static final PromiseRules DEFAULT = new PromiseRules(600_000, 1.5, 900_000, 1.5, 300_000);

  /** Limits that run from the stop. */
  public PromiseRules(
      int maxWait, double tripFactor, int tripExtra, double rideFactor, int rideExtra) {
    this(LimitsFrom.STOP, maxWait, tripFactor, tripExtra, rideFactor, rideExtra);
  }

  public PromiseRules {
    if (maxWait < 0) {
      throw new IllegalArgumentException("maximum wait must be >= 0, was " + maxWait);
    }
    requireFactor("trip", tripFactor, tripExtra);
    requireFactor("ride", rideFactor, rideExtra);
  }

  private static void requireFactor(String what, double factor, int extra) {
    if (!(factor >= 1 && factor <= 100)) {
      throw new IllegalArgumentException(what + " factor must be from 1 to 100, was " + factor);
    }
    if (extra < 0) {
      throw new IllegalArgumentException(what + " extra must be >= 0, was " + extra);
    }
  }

  /** How much of a walk counts toward the longest wait and the longest trip, ms. */
  public int counted(int walkDuration) {
    return limitsFrom == LimitsFrom.REQUEST ? walkDuration : 0;
  }

  /** Longest time from when the limits begin to the end of the trip, ms. */
  public int maxTrip(int direct) {
    return bounded(tripFactor * direct, tripExtra);
  }

  /** Longest time aboard, ms. */
  public int maxRide(int direct) {
    return Math.max(1, bounded(rideFactor * direct, rideExtra));
  }

  private static int bounded(double stretched, int extra) {
    return (int) Math.min(Integer.MAX_VALUE / 4, (long) stretched + extra);
  }
}
