package org.ieum.traveltime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What travel times in use knew at one moment, so that another metric can be prepared for them on
 * another thread while they go on answering. Immutable.
 */
public final class TimesSnapshot {
  private final RoadTravelTimes inUse;

  /** Position of place i, or null. */
  private final List<@Nullable RoadPosition> positions;

  TimesSnapshot(RoadTravelTimes inUse, List<@Nullable RoadPosition> positions) {
    this.inUse = inUse;
    this.positions = positions;
  }

  /**
   * Prepares another metric; on any thread.
   *
   * @throws IllegalArgumentException when it is for other roads or stop points, or opens a road
   *     that is never open
   */
  public NewTravelTimes prepare(RoadMetric next) {
    return new PreparedTimes(inUse, inUse.twin(next, positions));
  }
}
