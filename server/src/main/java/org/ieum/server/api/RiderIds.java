package org.ieum.server.api;

/** Ids of riders: those of guests are given by the server, and by nobody else. */
public final class RiderIds {
  /** Begins the ids of riders who gave none; nothing is counted for or against them. */
  public static final String GUEST = "guest-";

  private RiderIds() {}

  /** Whether a rider gave no id. */
  public static boolean isGuest(String riderId) {
    return riderId.startsWith(GUEST);
  }

  /**
   * Checks the id of somebody who comes again.
   *
   * @throws Refusal when it is a guest's
   */
  public static void checkNoGuest(String riderId) {
    if (isGuest(riderId)) {
      throw Refusal.invalid("rider_id", "must not be a guest, was '" + riderId + "'");
    }
  }
}
