package org.ieum.simulation;

import java.util.Locale;

/** How a trip ended whose rider chose among journeys. */
public enum JourneyOutcome {
  /** No journey was found, or none that could be confirmed. */
  NO_WAY,
  /** Still on the way; no trip is at the end of a day. */
  UNDER_WAY,
  /** At the destination. */
  ARRIVED,
  /** The rider cancelled a ride or did not come to it, and all else was called off. */
  GIVEN_UP,
  /** A leg could not be had. */
  STRANDED;

  /** The name in files, e.g. {@code no_way}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
