package org.ieum.osmdata.stops;

import java.util.Random;

/** Small random networks: lengths of a few mm, so that coverage can be counted mm by mm. */
final class RandomStreets {
  private RandomStreets() {}

  static StreetNetwork make(Random random, int nodes, int segments) {
    StreetNetworkBuilder builder = new StreetNetworkBuilder();
    for (int v = 0; v < nodes; v++) {
      builder.addNode(0, v / 1000.0);
      builder.allowStop(v, random.nextInt(3), "");
    }
    for (int s = 0; s < segments; s++) {
      int from = random.nextInt(nodes);
      int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
      builder.addSegment(from, to, random.nextInt(12), random.nextInt(8) > 0);
    }
    return builder.build();
  }

  /** All shortest distances by Floyd and Warshall; index i = node, j = node. */
  static int[][] distances(StreetNetwork network) {
    int n = network.nodeCount();
    int[][] d = new int[n][n];
    for (int i = 0; i < n; i++) {
      java.util.Arrays.fill(d[i], 1_000_000);
      d[i][i] = 0;
      for (int arc = network.firstArc(i); arc < network.endArc(i); arc++) {
        int j = network.arcTarget(arc);
        d[i][j] = Math.min(d[i][j], network.segmentLength(network.arcSegment(arc)));
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
        }
      }
    }
    return d;
  }

  /** What stops at the nodes cover, counted mm by mm. */
  static long covered(StreetNetwork network, int[][] d, int limit, int[] stops) {
    int[] to = new int[network.segmentCount()];
    for (int v = 0; v < network.nodeCount(); v++) {
      for (int arc = network.firstArc(v); arc < network.endArc(v); arc++) {
        int s = network.arcSegment(arc);
        if (network.segmentFrom(s) == v) {
          to[s] = network.arcTarget(arc);
        }
      }
    }
    long covered = 0;
    for (int s = 0; s < network.segmentCount(); s++) {
      int length = network.isCounted(s) ? network.segmentLength(s) : 0;
      for (int mm = 0; mm < length; mm++) {
        boolean isNear = false;
        for (int stop : stops) {
          isNear |= d[stop][network.segmentFrom(s)] + mm + 1 <= limit;
          isNear |= d[stop][to[s]] + length - mm <= limit;
        }
        covered += isNear ? 1 : 0;
      }
    }
    return covered;
  }
}
