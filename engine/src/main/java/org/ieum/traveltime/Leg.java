package org.ieum.traveltime;

/**
 * A shortest path between two places.
 *
 * @param fromPlace where it starts, see {@link TravelTimes}
 * @param toPlace where it ends
 * @param path its pieces
 */
record Leg(int fromPlace, int toPlace, DrivePath path) {

  /** Finds the first place at which the vehicle can turn off, see {@link TravelTimes}. */
  void findDiversion(int elapsed, Diversion result) {
    int duration = path.duration();
    if (elapsed < 0 || elapsed > duration) {
      throw new IllegalArgumentException(
          "elapsed must be from 0 to " + duration + " ms, was " + elapsed);
    }
    int low = 0;
    int high = path.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (path.endMillis(middle) < elapsed) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low >= path.size() || path.endMillis(low) == duration) {
      result.set(toPlace, duration);
    } else {
      boolean against = path.toFraction(low) == 0;
      result.set(~(2 * path.edge(low) + (against ? 1 : 0)), path.endMillis(low));
    }
  }
}
