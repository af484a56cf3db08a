package org.ieum.server.area;

import java.util.List;
import org.ieum.model.Capacity;

/**
 * A vehicle as the configuration of an area names it; it serves at the same hours every day.
 *
 * @param id unique in the area
 * @param configurations what it holds
 * @param stopPoint where its shifts begin and end
 * @param start of its shift, ms after midnight
 * @param end of its shift, ms after midnight, perhaps of the next day
 */
public record FleetVehicle(
    String id, List<Capacity> configurations, int stopPoint, int start, int end) {
  public FleetVehicle {
    configurations = List.copyOf(configurations);
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a shift must have 0 <= start < end, was " + start + " and " + end);
    }
  }
}
