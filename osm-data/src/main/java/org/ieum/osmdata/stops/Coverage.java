package org.ieum.osmdata.stops;

/**
 * How much of the walkable network lies within the walking distance of a stop. Of each segment it
 * remembers how far it is covered from either end; what is covered is their sum, at most the whole
 * segment. As a function of the set of stops it is the measure of a union, so it is monotone and
 * submodular: a stop adds the less, the more stops there are.
 */
final class Coverage {
  private final StreetNetwork network;
  private final int limit;
  // Index i = segment: mm covered from its first end and from its second.
  private final int[] fromFirst;
  private final int[] fromSecond;
  private final long total;
  private long covered;

  /**
   * Nothing is covered yet.
   *
   * @param limit walking distance, mm
   */
  Coverage(StreetNetwork network, int limit) {
    this.network = network;
    this.limit = limit;
    fromFirst = new int[network.segmentCount()];
    fromSecond = new int[network.segmentCount()];
    long sum = 0;
    for (int s = 0; s < network.segmentCount(); s++) {
      sum += network.isCounted(s) ? network.segmentLength(s) : 0;
    }
    total = sum;
  }

  /** Walking distance, mm. */
  int limit() {
    return limit;
  }

  /** Length of the network, mm. */
  long total() {
    return total;
  }

  /** Length that is covered, mm. */
  long covered() {
    return covered;
  }

  /** What a stop would add, mm; its reach must have been searched up to the limit. */
  long gain(WalkReach reach) {
    return visit(reach, false);
  }

  /** Adds a stop; its reach must have been searched up to the limit. Returns what it added, mm. */
  long add(WalkReach reach) {
    long gain = visit(reach, true);
    covered += gain;
    return gain;
  }

  private long visit(WalkReach reach, boolean isKept) {
    long gain = 0;
    for (int i = 0; i < reach.reachedCount(); i++) {
      int node = reach.reached(i);
      for (int arc = network.firstArc(node); arc < network.endArc(node); arc++) {
        int segment = network.arcSegment(arc);
        int other = network.arcTarget(arc);
        boolean isFirst = network.segmentFrom(segment) == node;
        // A segment of which both ends are reached is looked at from its first end only.
        if (network.isCounted(segment) && (isFirst || reach.distance(other) == WalkReach.FAR)) {
          gain +=
              visitSegment(segment, reach, isFirst ? node : other, isFirst ? other : node, isKept);
        }
      }
    }
    return gain;
  }

  private int visitSegment(int segment, WalkReach reach, int first, int second, boolean isKept) {
    int length = network.segmentLength(segment);
    int newFirst = Math.max(fromFirst[segment], left(reach.distance(first), length));
    int newSecond = Math.max(fromSecond[segment], left(reach.distance(second), length));
    int before = Math.min(length, fromFirst[segment] + fromSecond[segment]);
    int after = Math.min(length, newFirst + newSecond);
    if (isKept) {
      fromFirst[segment] = newFirst;
      fromSecond[segment] = newSecond;
    }
    return after - before;
  }

  private int left(int distance, int length) {
    return distance == WalkReach.FAR ? 0 : Math.min(length, limit - distance);
  }
}
