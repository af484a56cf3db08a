package org.ieum.model;

/**
 * A stop point, or another place on the road, at which a party could be picked up or dropped off.
 *
 * @param stopPoint index of the stop point, or number of a place that the caller holds
 * @param walkDuration walk between the rider's place and the stop point, ms
 */
public record CandidatePoint(int stopPoint, int walkDuration) {
  public CandidatePoint {
    if (stopPoint < 0) {
      throw new IllegalArgumentException("stop point must be >= 0, was " + stopPoint);
    }
    if (walkDuration < 0) {
      throw new IllegalArgumentException("walk duration must be >= 0, was " + walkDuration);
    }
  }
}
