package org.ieum.transit;

/**
 * What a feed says of changing between two stops ({@code transfers.txt} of GTFS, from stop to
 * stop).
 *
 * @param from stop where one alights
 * @param to stop where one boards, perhaps the same
 * @param least how long changing takes at least, seconds; 0 if nothing is said; {@link #FORBIDDEN}
 */
public record TransferRule(int from, int to, int least) {
  /** One cannot change here. */
  public static final int FORBIDDEN = -1;

  public TransferRule {
    if (least < FORBIDDEN) {
      throw new IllegalArgumentException("least time must be >= 0 s, was " + least);
    }
  }

  /** Whether one cannot change here. */
  public boolean isForbidden() {
    return least == FORBIDDEN;
  }
}
