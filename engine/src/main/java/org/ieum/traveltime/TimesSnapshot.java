package org.ieum.traveltime;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.List;
import org.ieum.traveltime.PreparedTimes.OldLeg;
import org.jspecify.annotations.Nullable;

/**
 * What travel times in use knew at one moment, so that another metric can be prepared for them on
 * another thread while they go on answering.
 *
 * <p>Does not change, but for the travel times themselves, which it keeps for what is prepared to
 * take over in them. Of them the preparation reads only what never changes: their usual metric and
 * their stop points.
 */
public final class TimesSnapshot {
  /** At the ends of so many edges, from where a vehicle is, it may be when the times change. */
  private static final int EDGES_AHEAD = 8;

  private final RoadTravelTimes inUse;
  private final RoadMetric metric;

  /** Position of place i, or null. */
  private final List<@Nullable RoadPosition> positions;

  private final DrivenLegs driven;
  private final boolean approaches;

  TimesSnapshot(
      RoadTravelTimes inUse,
      List<@Nullable RoadPosition> positions,
      DrivenLegs driven,
      boolean approaches) {
    this.inUse = inUse;
    this.metric = inUse.metric();
    this.positions = positions;
    this.driven = driven;
    this.approaches = approaches;
  }

  /**
   * Prepares another metric; on any thread. Searches all that dispatch would otherwise search when
   * the metric is put in place: the labels of all places, and the old and new paths of vehicles
   * under way.
   *
   * @throws IllegalArgumentException when it is for other roads or stop points, or opens a road
   *     that is never open
   */
  public NewTravelTimes prepare(RoadMetric next) {
    RoadTravelTimes twin = inUse.twin(next, positions);
    twin.warmUp(approaches);
    Long2ObjectOpenHashMap<OldLeg> oldLegs = new Long2ObjectOpenHashMap<>();
    if (driven.size() > 0) {
      RoadTravelTimes old = inUse.twin(metric, positions);
      for (int i = 0; i < driven.size(); i++) {
        int from = driven.fromPlace(i);
        int to = driven.toPlace(i);
        Leg leg = old.leg(from, to);
        boolean changes = !twin.path(from, to).isSameAs(leg.path());
        oldLegs.put(PreparedTimes.key(from, to), new OldLeg(leg, changes));
        if (changes) {
          keepEdgeEnds(leg.path(), driven.elapsed(i), twin);
        }
      }
    }
    return new PreparedTimes(inUse, twin, metric, oldLegs);
  }

  /** Makes the labels from where a vehicle may be when the times change. */
  private static void keepEdgeEnds(DrivePath path, int elapsed, RoadTravelTimes twin) {
    int piece = path.pieceAt(elapsed);
    int end = Math.min(piece + EDGES_AHEAD, path.size() - 1);
    for (; piece < end; piece++) {
      twin.keepEdgeEnd(path.edgeEnd(piece));
    }
  }
}
