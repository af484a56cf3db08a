package org.ieum.model;

import java.util.Locale;

/** Why a request gets no offer. */
public enum RejectionReason {
  /** No stop point within walking distance of an end of the trip. */
  OUT_OF_AREA,
  /** No vehicle is on shift at that time. */
  OUT_OF_HOURS,
  /** All vehicles on shift are too full or too far. */
  NO_CAPACITY,
  /** No vehicle of the fleet takes so many wheelchairs. */
  NO_ACCESSIBLE_VEHICLE,
  /** The request breaks a rule of the service. */
  BOOKING_RULE,
  /** The rider may not book at present. */
  RIDER_RESTRICTED;

  /** The name in files and feeds, e.g. {@code out_of_area}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
