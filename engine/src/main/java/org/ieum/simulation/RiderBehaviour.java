package org.ieum.simulation;

import java.util.SplittableRandom;
import org.ieum.model.Party;

/**
 * What riders do after they have booked. It depends on the seed and the number of the request
 * alone, so that two fleets meet the same riders.
 *
 * @param cancelShare share of bookings called off before boarding
 * @param noShowShare share of parties that never come to the pickup
 * @param incompleteShare share of parties of two or more of which one stays away
 * @param seed of the choices
 */
public record RiderBehaviour(
    double cancelShare, double noShowShare, double incompleteShare, long seed) {
  public RiderBehaviour {
    requireShare("cancel", cancelShare);
    requireShare("no-show", noShowShare);
    requireShare("incomplete", incompleteShare);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " share must be from 0 to 1, was " + share);
    }
  }

  /** What one party does. */
  enum Choice {
    RIDES,
    CANCELS,
    NO_SHOW
  }

  private SplittableRandom random(long request) {
    return new SplittableRandom(seed ^ (request * 0x9E37_79B9_7F4A_7C15L));
  }

  Choice choice(long request) {
    double draw = random(request).nextDouble();
    if (draw < cancelShare) {
      return Choice.CANCELS;
    }
    return draw < cancelShare + noShowShare ? Choice.NO_SHOW : Choice.RIDES;
  }

  /** When a party that cancels does so, between two times. */
  int cancelTime(long request, int from, int to) {
    SplittableRandom random = random(request);
    random.nextDouble();
    return from + (int) (random.nextDouble() * Math.max(0, to - from));
  }

  /** Who of a party comes. */
  Party boarding(long request, Party booked) {
    SplittableRandom random = random(request).split();
    return booked.riders() > 1 && random.nextDouble() < incompleteShare
        ? new Party(booked.riders() - 1, booked.wheelchairs())
        : booked;
  }
}
