package org.ieum.fare;

import java.util.Locale;

/** How a leg of a journey is travelled. Walking costs nothing. */
public enum Mode {
  WALK,
  DRT,
  TRANSIT,
  SCOOTER;

  /** As in files and on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
