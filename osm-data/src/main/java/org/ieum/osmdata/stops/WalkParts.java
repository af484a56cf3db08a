package org.ieum.osmdata.stops;

/**
 * The parts of a network between which nobody can walk. A stop on a small one, say a driveway
 * mapped apart from everything else, would serve nobody.
 */
final class WalkParts {
  /** Parts shorter than this are small, unless there is no longer one. */
  static final int MIN_METRES = 5000;

  // Index i = node: the number of its part.
  private final int[] part;
  // Index i = part: its length, mm.
  private final long[] length;
  private final long least;

  WalkParts(StreetNetwork network) {
    Arcs both = new Arcs();
    for (int node = 0; node < network.nodeCount(); node++) {
      for (int arc = network.firstArc(node); arc < network.endArc(node); arc++) {
        both.add(node, network.arcTarget(arc));
      }
    }
    part = both.components(network.nodeCount());
    length = new long[network.nodeCount()];
    for (int segment = 0; segment < network.segmentCount(); segment++) {
      length[part[network.segmentFrom(segment)]] += network.segmentLength(segment);
    }
    long longest = 0;
    for (long mm : length) {
      longest = Math.max(longest, mm);
    }
    least = Math.min(longest, MIN_METRES * 1000L);
  }

  /** Whether the node lies on a part that is worth a stop. */
  boolean isLarge(int node) {
    return length[part[node]] >= least;
  }
}
