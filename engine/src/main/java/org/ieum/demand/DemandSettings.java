package org.ieum.demand;

/**
 * What a made-up day of trips is like.
 *
 * @param prebookedShare share of trips asked for half an hour to four hours ahead
 * @param arriveByShare share of trips with a time of arrival
 * @param wheelchairShare share of parties with a wheelchair
 * @param shortestTrip shortest straight line between the ends, metres
 * @param tripDecay distance at which a trip is as 1/e as likely, metres
 */
public record DemandSettings(
    double prebookedShare,
    double arriveByShare,
    double wheelchairShare,
    double shortestTrip,
    double tripDecay) {
  public static final DemandSettings DEFAULT = new DemandSettings(0.2, 0.1, 0.015, 800, 3000);

  public DemandSettings {
    requireShare("prebooked", prebookedShare);
    requireShare("arrive-by", arriveByShare);
    requireShare("wheelchair", wheelchairShare);
    if (!(shortestTrip >= 0)) {
      throw new IllegalArgumentException("shortest trip must be >= 0 m, was " + shortestTrip);
    }
    if (!(tripDecay > 0)) {
      throw new IllegalArgumentException("trip decay must be > 0 m, was " + tripDecay);
    }
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " share must be from 0 to 1, was " + share);
    }
  }
}
