package org.ieum.demand;

import org.ieum.model.LatLon;

/**
 * A place that draws more trips than its streets suggest: a station, a hospital, a school.
 *
 * @param location its middle
 * @param radius how far around it trips end, metres
 * @param weight trips that have an end here, relative to 1 for all ends spread over the map
 */
public record Attractor(LatLon location, double radius, double weight) {
  public Attractor {
    if (!(radius >= 0 && radius <= 10_000)) {
      throw new IllegalArgumentException("radius must be from 0 to 10000 m, was " + radius);
    }
    if (!(weight > 0 && weight <= 1000)) {
      throw new IllegalArgumentException("weight must be above 0, at most 1000, was " + weight);
    }
  }
}
