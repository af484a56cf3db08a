package org.ieum.osmdata.stops;

import org.ieum.model.LatLon;

/**
 * The streets of an area as a walker sees them, in flat arrays: nodes, and segments between two
 * nodes that can be walked both ways. Segments are short (at most {@link #MAX_SEGMENT_METRES}), so
 * that a node is a good enough place for a stop. Of driving it knows only where a bus may stop.
 *
 * <p>The router's graph would do for walking, but it forgets what placing stops needs: class and
 * name of a street, tunnels and bridges, and nodes between junctions. That the router serves each
 * place that these streets offer is tested on real cities.
 */
final class StreetNetwork {
  /** Longer stretches between two map nodes are divided. */
  static final int MAX_SEGMENT_METRES = 50;

  // Index i = node.
  private final double[] lat;
  private final double[] lon;
  private final boolean[] drivable;
  private final boolean[] connected;
  private final int[] stopRank;
  private final String[] streetName;

  // Index i = node, up to the number of nodes: its arcs are [firstArc[i], firstArc[i + 1]).
  private final int[] firstArc;
  // Index i = arc: the node at its other end, and its segment.
  private final int[] arcTarget;
  private final int[] arcSegment;

  // Index i = segment.
  private final int[] segmentFrom;
  private final int[] segmentLength;
  private final boolean[] counted;

  StreetNetwork(StreetNetworkBuilder from) {
    int nodes = from.lat.size();
    lat = from.lat.toDoubleArray();
    lon = from.lon.toDoubleArray();
    stopRank = from.stopRank.toIntArray();
    streetName = from.streetName.toArray(new String[0]);
    drivable = from.driving.touched(nodes);
    connected = from.driving.largestStrongComponent(nodes);
    segmentFrom = from.segmentFrom.toIntArray();
    segmentLength = from.segmentLength.toIntArray();
    counted = from.counted.toBooleanArray();
    int[] segmentTo = from.segmentTo.toIntArray();
    firstArc = new int[nodes + 1];
    for (int s = 0; s < segmentFrom.length; s++) {
      firstArc[segmentFrom[s] + 1]++;
      firstArc[segmentTo[s] + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      firstArc[v + 1] += firstArc[v];
    }
    int[] next = firstArc.clone();
    arcTarget = new int[2 * segmentFrom.length];
    arcSegment = new int[2 * segmentFrom.length];
    for (int s = 0; s < segmentFrom.length; s++) {
      int a = next[segmentFrom[s]]++;
      arcTarget[a] = segmentTo[s];
      arcSegment[a] = s;
      int b = next[segmentTo[s]]++;
      arcTarget[b] = segmentFrom[s];
      arcSegment[b] = s;
    }
  }

  int nodeCount() {
    return lat.length;
  }

  int segmentCount() {
    return segmentFrom.length;
  }

  LatLon location(int node) {
    return new LatLon(lat[node], lon[node]);
  }

  double lat(int node) {
    return lat[node];
  }

  double lon(int node) {
    return lon[node];
  }

  /** Whether cars get to the node. */
  boolean isDrivable(int node) {
    return drivable[node];
  }

  /** Whether cars get from the node to the main part of the streets and back. */
  boolean isConnected(int node) {
    return connected[node];
  }

  /** Whether people get to the node on foot. */
  boolean isWalkable(int node) {
    return firstArc[node] < firstArc[node + 1];
  }

  /** How many segments meet there. */
  int degree(int node) {
    return firstArc[node + 1] - firstArc[node];
  }

  /** Rank of the biggest street at the node along which a bus may stop, 0 when there is none. */
  int stopRank(int node) {
    return stopRank[node];
  }

  /** Name of that street, blank when it has none. */
  String streetName(int node) {
    return streetName[node];
  }

  int firstArc(int node) {
    return firstArc[node];
  }

  int endArc(int node) {
    return firstArc[node + 1];
  }

  int arcTarget(int arc) {
    return arcTarget[arc];
  }

  int arcSegment(int arc) {
    return arcSegment[arc];
  }

  /** The end of a segment that coverage calls its first. */
  int segmentFrom(int segment) {
    return segmentFrom[segment];
  }

  /** Length of a segment, mm. */
  int segmentLength(int segment) {
    return segmentLength[segment];
  }

  /** Whether the segment lies in the service area, so that covering it counts. */
  boolean isCounted(int segment) {
    return counted[segment];
  }
}
