package org.ieum.micromobility;

/**
 * What becomes of one rider.
 *
 * @param riderId who
 * @param scooterId which scooter, or "" for none: the rider walks or is left to other means
 * @param place where the rider takes it; without a scooter, where the rider alights
 * @param walk to the scooter, or all the way, ms; 0 for riders left to other means
 * @param start when the scooter is taken; without one, when the rider alights, ms
 * @param arrival at the destination, ms; for riders left to other means with the penalty
 */
public record ScooterMatch(
    String riderId, String scooterId, int place, int walk, int start, int arrival) {
  /** Whether the rider has a scooter. */
  public boolean rides() {
    return !scooterId.isEmpty();
  }
}
