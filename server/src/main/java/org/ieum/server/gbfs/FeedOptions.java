package org.ieum.server.gbfs;

import java.time.Duration;

/**
 * How a feed is looked after.
 *
 * @param managed whether Ieum manages the fleet
 * @param floor the shortest time between two looks at one file, whatever its ttl
 * @param stale age of the vehicles' data from which on the feed counts as stale
 * @param tooOld age from which on it is used no more
 * @param slack how far its clock may be ahead
 */
public record FeedOptions(
    boolean managed, Duration floor, Duration stale, Duration tooOld, Duration slack) {
  public FeedOptions {
    if (floor.isNegative() || floor.isZero()) {
      throw new IllegalArgumentException("floor must be > 0, was " + floor);
    }
    if (stale.compareTo(tooOld) > 0) {
      throw new IllegalArgumentException("stale must be <= too old, was " + stale + " > " + tooOld);
    }
  }

  /** Files at most each 15 s; stale after three minutes, too old after ten; a minute ahead. */
  public static FeedOptions of(boolean managed) {
    return new FeedOptions(
        managed,
        Duration.ofSeconds(15),
        Duration.ofMinutes(3),
        Duration.ofMinutes(10),
        Duration.ofMinutes(1));
  }
}
