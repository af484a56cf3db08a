package org.ieum.model;

import java.util.Locale;

/** Where a confirmed ride request stands. */
public enum BookingState {
  /** A vehicle will come. */
  ASSIGNED,
  /** The vehicle is at the pickup. */
  ARRIVED_AT_PICKUP,
  /** The party is in the vehicle. */
  ONBOARD,
  /** The vehicle can take the party no further; another one is looked for. */
  INTERRUPTED,
  /** The party has alighted. */
  COMPLETED,
  /** Called off before boarding. */
  CANCELLED,
  /** The party was not at the pickup. */
  NO_SHOW,
  /** No vehicle can take the party any more. */
  FAILED;

  /** Whether nothing can happen to it any more. */
  public boolean isFinal() {
    return this == COMPLETED || this == CANCELLED || this == NO_SHOW || this == FAILED;
  }

  /** The name in files and feeds, e.g. {@code no_show}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
