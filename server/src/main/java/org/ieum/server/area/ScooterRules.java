package org.ieum.server.area;

import java.util.List;
import org.ieum.server.journeys.ScooterIds;

/**
 * How scooters are reserved.
 *
 * @param hold so long after the planned time a scooter is kept for its rider, ms
 * @param maxAhead so long ahead one can be reserved, ms
 * @param leastRange one that goes less far is flat, metres
 * @param ids by which clients know them
 * @param source of what scooters there are
 */
public record ScooterRules(
    int hold, int maxAhead, int leastRange, ScooterIds ids, ScooterSource source) {
  public ScooterRules {
    if (hold < 0 || maxAhead < 0 || leastRange < 0) {
      throw new IllegalArgumentException(
          "hold, max ahead and least range must be >= 0, were "
              + hold
              + ", "
              + maxAhead
              + " and "
              + leastRange);
    }
  }

  /** Of an area without scooters. */
  static ScooterRules none(String area) {
    return new ScooterRules(0, 0, 0, new ScooterIds(area, true), List::of);
  }
}
