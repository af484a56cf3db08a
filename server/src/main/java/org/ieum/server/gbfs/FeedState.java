package org.ieum.server.gbfs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a feed is doing.
 *
 * @param condition in a word
 * @param reasons why it is not fresh, one sentence each
 * @param asOf when the vehicles were as they are known, if ever
 * @param badRows rows left out in the last good reading
 * @param faults the first faults of that reading, one sentence each
 */
public record FeedState(
    Condition condition,
    List<String> reasons,
    Optional<Instant> asOf,
    int badRows,
    List<String> faults) {
  public FeedState {
    reasons = List.copyOf(reasons);
    faults = List.copyOf(faults);
  }

  /** How a feed can be. */
  public enum Condition {
    /** Nobody has looked yet. */
    WAITING,
    /** All is well. */
    FRESH,
    /** It is answered, but its data have not changed for long. */
    STALE,
    /** Something cannot be had or understood; the last good data are used, if there are any. */
    BROKEN,
    /** The last good data are too old to be used. */
    TOO_OLD
  }
}
