package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.RoadPosition;

/** The road graph of {@code ../shared/data/dispatch}, arcs as they are: all are one-way. */
final class RoadPack {
  final EdgeTimes edges;

  /** Length of edge i, m. */
  final double[] metres;

  RoadPack(EdgeTimes edges, double[] metres) {
    this.edges = edges;
    this.metres = metres;
  }

  /** Reads {@code edges.csv.gz} of a folder. */
  RoadPack(Path folder) {
    List<String[]> rows = CsvRows.read(folder.resolve("edges.csv.gz"));
    int[] tails = new int[rows.size()];
    int[] heads = new int[rows.size()];
    int[] forward = new int[rows.size()];
    int[] backward = new int[rows.size()];
    metres = new double[rows.size()];
    int nodes = 0;
    for (int edge = 0; edge < tails.length; edge++) {
      tails[edge] = CsvRows.number(rows.get(edge)[1]);
      heads[edge] = CsvRows.number(rows.get(edge)[2]);
      forward[edge] = CsvRows.millis(rows.get(edge)[3]);
      backward[edge] = EdgeTimes.CLOSED;
      metres[edge] = Double.parseDouble(rows.get(edge)[4]);
      nodes = Math.max(nodes, 1 + Math.max(tails[edge], heads[edge]));
    }
    edges = new EdgeTimes(nodes, tails, heads, forward, backward);
  }

  /**
   * The end of an edge, for somebody who has driven it: a hair's breadth before its head, so that
   * it is reached by this edge only and left at once.
   */
  static RoadPosition end(int edge) {
    return new RoadPosition(edge, Math.nextDown(1.0));
  }
}
