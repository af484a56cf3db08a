package org.ieum.traveltime;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;

/**
 * Travel times on another metric, ready to replace those in use.
 *
 * <p>Design note. What waits is a complete twin of the travel times in use, with the same places
 * under the same numbers, so that taking over is a swap of references: no array is copied and no
 * label searched while dispatch stands still. The twin is made from a {@link TimesSnapshot} on
 * another thread; only places that came since then are entered on the writer's.
 */
final class PreparedTimes implements NewTravelTimes {
  /** A path as it was found on the metric before, and whether it will be another. */
  record OldLeg(Leg leg, boolean changes) {}

  private final RoadTravelTimes inUse;
  private final RoadTravelTimes twin;

  /** The metric to which the old legs belong. */
  private final RoadMetric oldMetric;

  /** Paths of vehicles under way, by their two places, see {@link #key}. */
  private final Long2ObjectOpenHashMap<OldLeg> oldLegs;

  private boolean isTaken;

  PreparedTimes(
      RoadTravelTimes inUse,
      RoadTravelTimes twin,
      RoadMetric oldMetric,
      Long2ObjectOpenHashMap<OldLeg> oldLegs) {
    this.inUse = inUse;
    this.twin = twin;
    this.oldMetric = oldMetric;
    this.oldLegs = oldLegs;
  }

  static long key(int fromPlace, int toPlace) {
    return (long) fromPlace << 32 | toPlace;
  }

  @Override
  public boolean changesPath(int fromPlace, int toPlace) {
    makeReady();
    OldLeg old = oldLegs.get(key(fromPlace, toPlace));
    if (old != null && inUse.metric() == oldMetric && inUse.isFor(old.leg(), fromPlace, toPlace)) {
      // Where the vehicle is on this path will be asked next.
      inUse.remember(old.leg());
      return old.changes();
    }
    return !twin.path(fromPlace, toPlace).isSameAs(inUse.path(fromPlace, toPlace));
  }

  @Override
  public void takeOver() {
    makeReady();
    isTaken = true;
    inUse.become(twin);
  }

  /** Brings the twin up to date, whenever it is asked: places may have come and gone since. */
  private void makeReady() {
    if (isTaken) {
      throw new IllegalStateException("these travel times have taken over already");
    }
    twin.mirror(inUse);
  }
}
