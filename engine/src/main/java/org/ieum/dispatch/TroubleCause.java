package org.ieum.dispatch;

import java.util.Locale;

/** Why a promise cannot be kept. */
public enum TroubleCause {
  /** Roads are slower than they were, or closed. */
  ROADS,
  /** The vehicle is behind its plan. */
  DELAY,
  /** Nobody knows where the vehicle is. */
  NO_CONTACT,
  /** The vehicle, or the one before it, has broken down or was withdrawn. */
  BREAKDOWN,
  /** The driver served stops otherwise than planned. */
  DRIVER,
  /** A dispatcher decided so. */
  OPERATOR,
  /** A shift was changed or is late. */
  SHIFT;

  /** The name in files and feeds, e.g. {@code no_contact}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
