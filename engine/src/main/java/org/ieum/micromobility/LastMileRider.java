package org.ieum.micromobility;

/**
 * Somebody who will alight and wants to go on by scooter, alone.
 *
 * @param id unique
 * @param alighting place of {@link LastMileTimes}
 * @param alightsAt ms
 * @param destination place where the scooter is to be left
 * @param longestWalk to a scooter, ms
 */
public record LastMileRider(
    String id, int alighting, int alightsAt, int destination, int longestWalk) {
  public LastMileRider {
    if (id.isBlank()) {
      throw new IllegalArgumentException("rider id must not be blank, was '" + id + "'");
    }
    if (longestWalk < 0) {
      throw new IllegalArgumentException("longest walk must be >= 0 ms, was " + longestWalk);
    }
  }
}
