package org.ieum.traveltime;

/**
 * A shortest path between two places with the nodes that it passes.
 *
 * @param fromPlace where it starts, see {@link TravelTimes}
 * @param toStopPoint where it ends
 * @param startNode road node at which it starts, or -1 when it starts within an edge
 * @param path its pieces
 * @param nodes where it passes from piece to piece
 */
record Leg(int fromPlace, int toStopPoint, int startNode, DrivePath path, PassedNodes nodes) {

  /** Finds the first place at which the vehicle can turn off, see {@link TravelTimes}. */
  void findDiversion(int elapsed, Diversion result) {
    int duration = path.duration();
    if (elapsed < 0 || elapsed > duration) {
      throw new IllegalArgumentException(
          "elapsed must be from 0 to " + duration + " ms, was " + elapsed);
    }
    if (elapsed == 0 && startNode >= 0 && duration > 0) {
      result.set(~startNode, 0);
      return;
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
      result.set(toStopPoint, duration);
    } else {
      result.set(~nodes.after(low), path.endMillis(low));
    }
  }

  /** The nodes at which the pieces of a path end. */
  static final class PassedNodes {
    /** Road node at the end of piece i, but for the last piece. */
    private final int[] node;

    PassedNodes(int[] node) {
      this.node = node;
    }

    int after(int piece) {
      return node[piece];
    }
  }
}
