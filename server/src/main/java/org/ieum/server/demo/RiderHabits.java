package org.ieum.server.demo;

/**
 * What simulated riders do, as shares of those who come so far.
 *
 * @param ridersPerHour who ask for a ride, in an hour of the server's time
 * @param acceptShare of those with an offer
 * @param cancelShare of bookings, called off before boarding
 * @param noShowShare of bookings, whose riders never come
 * @param incompleteShare of parties of two or more, of which one stays away
 */
public record RiderHabits(
    double ridersPerHour,
    double acceptShare,
    double cancelShare,
    double noShowShare,
    double incompleteShare) {
  public RiderHabits {
    if (!(ridersPerHour >= 0 && ridersPerHour <= 100_000)) {
      throw new IllegalArgumentException(
          "riders must be from 0 to 100,000 an hour, were " + ridersPerHour);
    }
    requireShare("accept", acceptShare);
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

  /** The usual ones. */
  public static RiderHabits of(double ridersPerHour) {
    return new RiderHabits(ridersPerHour, 0.95, 0.03, 0.01, 0.05);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " share must be from 0 to 1, was " + share);
    }
  }
}
