package org.ieum.osmdata.stops;

import java.util.Locale;

/** Where a stop point comes from. */
public enum StopSource {
  /** From a file of the operator. */
  GIVEN,
  /** A bus stop of OpenStreetMap. */
  OSM,
  /** Placed here. */
  VIRTUAL;

  /** The name in files, e.g. {@code virtual}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
