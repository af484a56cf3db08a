package org.ieum.traveltime;

import java.util.Arrays;

/**
 * A path that a vehicle drives, as consecutive pieces of road edges. Piece {@code i} runs on one
 * edge, from one fraction of it to another.
 */
public final class DrivePath {
  /** Lane of piece i, see {@link SearchGraph}; all but the first and the last are driven whole. */
  private final int[] lanes;

  /** Driving time from the start of the path to the end of piece i, ms. */
  private final int[] endMillis;

  private final double firstFraction;
  private final double lastFraction;

  /**
   * Takes the arrays over; both have the length of the path in pieces.
   *
   * @param firstFraction where the first piece begins
   * @param lastFraction where the last piece ends
   */
  DrivePath(int[] lanes, int[] endMillis, double firstFraction, double lastFraction) {
    if (lanes.length != endMillis.length) {
      throw new IllegalArgumentException("the arrays of a path must have one length");
    }
    this.lanes = lanes;
    this.endMillis = endMillis;
    this.firstFraction = firstFraction;
    this.lastFraction = lastFraction;
  }

  /** How many pieces the path has; 0 when it ends where it starts. */
  public int size() {
    return lanes.length;
  }

  /** The edge of a piece. */
  public int edge(int piece) {
    return lanes[piece] >> 1;
  }

  /** Fraction of its edge at which a piece begins, from the edge's base node. */
  public double fromFraction(int piece) {
    return piece == 0 ? firstFraction : lanes[piece] & 1;
  }

  /** Fraction of its edge at which a piece ends. */
  public double toFraction(int piece) {
    return piece == lanes.length - 1 ? lastFraction : 1 - (lanes[piece] & 1);
  }

  /** Driving time from the start of the path to the end of a piece, ms. */
  public int endMillis(int piece) {
    return endMillis[piece];
  }

  /** Driving time of the whole path, ms. */
  public int duration() {
    return lanes.length == 0 ? 0 : endMillis[lanes.length - 1];
  }

  /**
   * The piece on which a vehicle is so long after it has left, ms; the size when it has arrived.
   */
  int pieceAt(int elapsed) {
    int low = 0;
    int high = endMillis.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endMillis[middle] < elapsed) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The place at the end of a piece that ends with its edge, see {@link TravelTimes}. */
  int edgeEnd(int piece) {
    boolean against = toFraction(piece) == 0;
    return ~(2 * edge(piece) + (against ? 1 : 0));
  }

  /** Whether another path follows the same pieces at the same times. */
  public boolean isSameAs(DrivePath other) {
    return Arrays.equals(lanes, other.lanes)
        && Arrays.equals(endMillis, other.endMillis)
        && firstFraction == other.firstFraction
        && lastFraction == other.lastFraction;
  }

  /** Length in metres up to a driving time in ms. */
  public double metres(int millis, PathGeometry geometry) {
    double sum = 0;
    int before = 0;
    for (int i = 0; i < size() && before < millis; i++) {
      double length = Math.abs(toFraction(i) - fromFraction(i)) * geometry.length(edge(i));
      int end = endMillis(i);
      sum += end <= millis ? length : length * (millis - before) / (end - before);
      before = end;
    }
    return sum;
  }
}
