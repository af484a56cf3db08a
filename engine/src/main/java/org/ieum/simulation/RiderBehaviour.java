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
    if (cancelShare + noShowShare > 1) {
      throw new IllegalArgumentException(
          "cancel and no-show shares must add up to at most 1, were "
              + cancelShare
              + " and "
              + noShowShare);
    }
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

  /**
   * Numbers of one request. SplittableRandom steps by the golden gamma, so that starts which lie a
   * multiple of it apart share their numbers; the step between requests is another odd one.
   */
  private SplittableRandom random(long request) {
    long start = new SplittableRandom(~seed).nextLong();
    return new SplittableRandom(start + request * 0xD134_2543_DE82_EF95L);
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
