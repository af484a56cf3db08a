package org.ieum.traveltime;

import org.jspecify.annotations.Nullable;

/** The legs found last, because a moving vehicle is asked about again and again. */
final class RecentLegs {
  /** How many legs are remembered; a power of two. */
  private static final int REMEMBERED = 4096;

  /** The leg last found of those whose places share hash i. */
  private final @Nullable Leg[] legs = new @Nullable Leg[REMEMBERED];

  /** The leg between two places, if it is remembered and they stand for the same positions. */
  @Nullable Leg find(PlaceTable places, int fromPlace, int toPlace) {
    Leg leg = legs[slot(fromPlace, toPlace)];
    return leg != null && isFor(leg, places, fromPlace, toPlace) ? leg : null;
  }

  /** Whether a leg joins two places, which may stand for other positions by now. */
  static boolean isFor(Leg leg, PlaceTable places, int fromPlace, int toPlace) {
    return leg.isFor(
        fromPlace,
        fromPlace < 0 ? null : places.position(fromPlace),
        toPlace,
        places.position(toPlace));
  }

  void put(Leg leg) {
    legs[slot(leg.fromPlace(), leg.toPlace())] = leg;
  }

  private static int slot(int fromPlace, int toPlace) {
    int hash = (fromPlace * 0x9E3779B1 + toPlace) * 0x85EBCA6B;
    return (hash >>> 16) & (REMEMBERED - 1);
  }
}
