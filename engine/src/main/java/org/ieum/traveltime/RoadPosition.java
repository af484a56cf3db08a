package org.ieum.traveltime;

/**
 * A place on the road graph.
 *
 * @param edge id of the road edge
 * @param fraction how far along the edge from its base node, 0 to 1
 * @param heading in which direction a vehicle stands there; nothing to a {@link PlainGraph}
 */
public record RoadPosition(int edge, double fraction, Heading heading) {
  public RoadPosition {
    if (edge < 0) {
      throw new IllegalArgumentException("edge must be >= 0, was " + edge);
    }
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction must be from 0 to 1, was " + fraction);
    }
  }

  /** A place where vehicles may stand in either direction. */
  public RoadPosition(int edge, double fraction) {
    this(edge, fraction, Heading.EITHER);
  }
}
