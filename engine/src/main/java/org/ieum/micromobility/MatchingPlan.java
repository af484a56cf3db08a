package org.ieum.micromobility;

import java.util.List;

/**
 * Who gets which scooter.
 *
 * @param matches of all riders within the horizon, in the order in which they were given
 * @param cost times from alighting to arrival and weighted walks of all of them, ms
 * @param lost riders whose reservation could not be kept, as the scooter is not far enough charged,
 *     too far to walk to, or may not be taken or left where it would have to be
 */
public record MatchingPlan(List<ScooterMatch> matches, long cost, List<String> lost) {
  public MatchingPlan {
    matches = List.copyOf(matches);
    lost = List.copyOf(lost);
  }

  /** How many ride. */
  public int riding() {
    int count = 0;
    for (ScooterMatch match : matches) {
      count += match.rides() ? 1 : 0;
    }
    return count;
  }
}
