package org.ieum.server.feeds;

/** A part of the earth that tells what lies in it; recognises swapped coordinates. */
@FunctionalInterface
public interface Region {
  /** Nothing is in it, so that no coordinates look swapped. */
  Region UNKNOWN = (lat, lon) -> false;

  /** Whether a place is inside; degrees, and any values are allowed. */
  boolean contains(double lat, double lon);
}
