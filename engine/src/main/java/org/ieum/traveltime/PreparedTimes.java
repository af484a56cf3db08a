package org.ieum.traveltime;

import java.util.List;

/**
 * Travel times on another metric, ready to replace those in use.
 *
 * <p>Design note. What waits is a complete twin of the travel times in use, with the same places
 * under the same numbers, so that taking over is a swap of references: no array is copied and no
 * label searched while dispatch stands still. The twin is made from a {@link TimesSnapshot} on
 * another thread; only places that came since then are entered on the writer's.
 */
final class PreparedTimes implements NewTravelTimes {
  private final RoadTravelTimes inUse;
  private final RoadTravelTimes twin;

  /** The metric to which the old legs belong. */
  private final RoadMetric oldMetric;

  private final List<Leg> oldLegs;
  private boolean isReady;

  PreparedTimes(
      RoadTravelTimes inUse, RoadTravelTimes twin, RoadMetric oldMetric, List<Leg> oldLegs) {
    this.inUse = inUse;
    this.twin = twin;
    this.oldMetric = oldMetric;
    this.oldLegs = oldLegs;
  }

  @Override
  public boolean changesPath(int fromPlace, int toPlace) {
    makeReady();
    return !twin.path(fromPlace, toPlace).isSameAs(inUse.path(fromPlace, toPlace));
  }

  @Override
  public void takeOver() {
    makeReady();
    inUse.become(twin);
  }

  /** Brings the twin up to date, at the last moment. */
  private void makeReady() {
    if (isReady) {
      return;
    }
    isReady = true;
    twin.mirror(inUse);
    if (inUse.metric() == oldMetric) {
      for (Leg leg : oldLegs) {
        inUse.remember(leg);
      }
    }
  }
}
