package org.ieum.traveltime;

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

  PreparedTimes(RoadTravelTimes inUse, RoadTravelTimes twin) {
    this.inUse = inUse;
    this.twin = twin;
  }

  @Override
  public boolean changesPath(int fromPlace, int toPlace) {
    twin.mirror(inUse);
    return !twin.path(fromPlace, toPlace).isSameAs(inUse.path(fromPlace, toPlace));
  }

  @Override
  public void takeOver() {
    twin.mirror(inUse);
    inUse.become(twin);
  }
}
