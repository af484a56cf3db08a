package org.ieum.traveltime;

import org.jspecify.annotations.Nullable;

/**
 * A shortest path between two places.
 *
 * @param fromPlace where it starts, see {@link TravelTimes}
 * @param from the position of that place, null when it is the end of an edge
 * @param toPlace where it ends
 * @param to the position of that place
 * @param path its pieces
 */
record Leg(
    int fromPlace, @Nullable RoadPosition from, int toPlace, RoadPosition to, DrivePath path) {

  /** Whether it joins two places that still stand for the same positions. */
  boolean isFor(
      int wantedFrom,
      @Nullable RoadPosition wantedFromPosition,
      int wantedTo,
      RoadPosition wantedToPosition) {
    return fromPlace == wantedFrom
        && toPlace == wantedTo
        && to.equals(wantedToPosition)
        && (from == null || from.equals(wantedFromPosition));
  }

  /** Finds the first place at which the vehicle can turn off, see {@link TravelTimes}. */
  void findDiversion(int elapsed, Diversion result) {
    int duration = path.duration();
    if (elapsed < 0 || elapsed > duration) {
      throw new IllegalArgumentException(
          "elapsed must be from 0 to " + duration + " ms, was " + elapsed);
    }
    int piece = path.pieceAt(elapsed);
    if (piece >= path.size() || path.endMillis(piece) == duration) {
      result.set(toPlace, duration);
    } else {
      result.set(path.edgeEnd(piece), path.endMillis(piece));
    }
  }
}
