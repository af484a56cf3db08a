package org.ieum.traveltime;

import java.util.Arrays;

/**
 * A path that a vehicle drives, as consecutive pieces of road edges. Piece {@code i} runs on one
 * edge, from one fraction of it to another.
 */
public final class DrivePath {
  /** Edge of piece i. */
  private final int[] edges;

  /** Fraction of edge i at which piece i begins, from the edge's base node. */
  private final double[] fromFraction;

  /** Fraction of edge i at which piece i ends. */
  private final double[] toFraction;

  /** Driving time from the start of the path to the end of piece i, ms. */
  private final int[] endMillis;

  /** Takes the arrays over; they all have the length of the path in pieces. */
  public DrivePath(int[] edges, double[] fromFraction, double[] toFraction, int[] endMillis) {
    if (edges.length != fromFraction.length
        || edges.length != toFraction.length
        || edges.length != endMillis.length) {
      throw new IllegalArgumentException("the arrays of a path must have one length");
    }
    this.edges = edges;
    this.fromFraction = fromFraction;
    this.toFraction = toFraction;
    this.endMillis = endMillis;
  }

  /** How many pieces the path has; 0 when it ends where it starts. */
  public int size() {
    return edges.length;
  }

  public int edge(int piece) {
    return edges[piece];
  }

  public double fromFraction(int piece) {
    return fromFraction[piece];
  }

  public double toFraction(int piece) {
    return toFraction[piece];
  }

  /** Driving time from the start of the path to the end of a piece, ms. */
  public int endMillis(int piece) {
    return endMillis[piece];
  }

  /** Driving time of the whole path, ms. */
  public int duration() {
    return edges.length == 0 ? 0 : endMillis[edges.length - 1];
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
    boolean against = toFraction[piece] == 0;
    return ~(2 * edges[piece] + (against ? 1 : 0));
  }

  /** Whether another path follows the same pieces at the same times. */
  public boolean isSameAs(DrivePath other) {
    return Arrays.equals(edges, other.edges)
        && Arrays.equals(endMillis, other.endMillis)
        && Arrays.equals(fromFraction, other.fromFraction)
        && Arrays.equals(toFraction, other.toFraction);
  }
}
