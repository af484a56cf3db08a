package org.ieum.model;

/**
 * What an accepted offer guarantees to its rider.
 *
 * @param pickupStopPoint where the party boards
 * @param dropoffStopPoint where it alights
 * @param pickupWindow when the vehicle arrives to pick up; it never leaves before the window's
 *     start without the party
 * @param latestDropoff when the vehicle arrives at the dropoff at the latest, ms since the epoch
 * @param maxRideDuration longest time from departure at the pickup to arrival at the dropoff, ms
 */
public record Promise(
    int pickupStopPoint,
    int dropoffStopPoint,
    TimeWindow pickupWindow,
    int latestDropoff,
    int maxRideDuration) {
  public Promise {
    if (pickupStopPoint == dropoffStopPoint) {
      throw new IllegalArgumentException(
          "pickup and dropoff must differ, both were stop point " + pickupStopPoint);
    }
    if (latestDropoff < pickupWindow.earliest()) {
      throw new IllegalArgumentException(
          "latest dropoff must be >= the start of the pickup window, was "
              + latestDropoff
              + " < "
              + pickupWindow.earliest());
    }
    if (maxRideDuration <= 0) {
      throw new IllegalArgumentException(
          "maximum ride duration must be > 0, was " + maxRideDuration);
    }
  }
}
