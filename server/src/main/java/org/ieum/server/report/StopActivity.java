package org.ieum.server.report;

import org.ieum.model.StopPoint;

/**
 * What happened at a stop point during the day.
 *
 * @param stop the stop point
 * @param boardings riders who boarded there
 * @param alightings riders who got off there
 */
public record StopActivity(StopPoint stop, int boardings, int alightings) {
  public StopActivity {
    if (boardings < 0 || alightings < 0) {
      throw new IllegalArgumentException(
          "boardings and alightings must be >= 0, were " + boardings + " and " + alightings);
    }
  }
}
