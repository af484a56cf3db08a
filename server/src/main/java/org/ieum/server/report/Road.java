package org.ieum.server.report;

import java.util.List;
import org.ieum.model.LatLon;

/**
 * A line on the map's background.
 *
 * @param kind how strongly it is drawn
 * @param points at least two places, in order
 */
public record Road(Kind kind, List<LatLon> points) {
  /** How strongly a road is drawn. */
  public enum Kind {
    /** Roads that carry a city's traffic: motorway to tertiary. */
    MAIN,
    /** All other roads for cars. */
    MINOR,
    /** For walking and cycling only; drawn when the map is near. */
    PATH
  }

  public Road {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("a road needs two points or more, had " + points.size());
    }
  }
}
