package org.ieum.traveltime;

import java.util.Arrays;
import java.util.List;
import org.ieum.progress.ProgressLine;

/**
 * Shortest driving times between all pairs of positions.
 *
 * <p>Design note. Buckets after Knopp, Sanders, Schultes, Schulz, Wagner (<em>Computing
 * Many-to-Many Shortest Paths Using Highway Hierarchies</em>, ALENEX 2007): each rank keeps the
 * targets whose backward label holds it; a source walks its forward label and joins the buckets.
 * The few most important ranks appear in the labels of nearly every target, and they make up most
 * of the work: their buckets are kept as full rows, one time per target, so that joining one is a
 * plain loop of additions and minima over two arrays, which the compiler turns into vector
 * instructions.
 */
public final class ManyToManyQuery {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;

  /** A bucket becomes a full row when it holds at least one in this many targets. */
  private static final int FULL_ROW_SHARE = 16;

  private static final int FULL_ROWS_AT_ONCE = 4;

  private final Hierarchy hierarchy;

  public ManyToManyQuery(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Times from every position to every position. */
  public StopMatrix matrix(List<RoadPosition> positions) {
    return new StopMatrix(positions.size(), durations(positions, positions));
  }

  /** Times from source i to target j at cell {@code i * targets.size() + j}, ms. */
  public int[] durations(List<RoadPosition> sources, List<RoadPosition> targets) {
    int columns = targets.size();
    long cells = (long) sources.size() * columns;
    if (cells > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a matrix of " + sources.size() + " by " + columns + " does not fit into one array");
    }
    int[] result = new int[(int) cells];
    Buckets buckets = new Buckets(hierarchy.size(), Labels.of(targets, backward()));
    SameEdge sameEdge = new SameEdge(hierarchy.graph(), targets);
    UpwardSearch search = new UpwardSearch(hierarchy, /* backward= */ false);
    int[] row = new int[columns];
    boolean large = sources.size() >= 2_000;
    ProgressLine progress = large ? new ProgressLine("matrix", "rows", sources.size()) : null;
    for (int i = 0; i < sources.size(); i++) {
      search.run(sources.get(i));
      Arrays.fill(row, UNREACHABLE);
      buckets.join(search, row);
      sameEdge.improve(sources.get(i), row);
      System.arraycopy(row, 0, result, i * columns, columns);
      if (progress != null) {
        progress.add(1);
      }
    }
    if (progress != null) {
      progress.close();
    }
    return result;
  }

  private UpwardSearch backward() {
    return new UpwardSearch(hierarchy, /* backward= */ true);
  }

  /** The label entries of all targets, by rank. */
  private static final class Buckets {
    /** First cell of rank i in {@link #sparse}; has one entry more. */
    private final int[] start;

    /** Entries of sparse buckets, two cells each: target, time in ms. */
    private final int[] sparse;

    /** Index of the full row of rank i in {@link #full}, or -1. */
    private final int[] rowOfRank;

    /** Full rows: time to target j, or UNREACHABLE. */
    private final int[][] full;

    /** Full row i of those that wait to be joined. */
    private final int[][] fullRows = new int[FULL_ROWS_AT_ONCE][];

    /** Time from the source to the rank of waiting row i, ms. */
    private final int[] fullMillis = new int[FULL_ROWS_AT_ONCE];

    Buckets(int ranks, Labels labels) {
      int targets = labels.size();
      int[] count = new int[ranks];
      for (int cell = 0; cell < labels.start(targets); cell += 2) {
        count[labels.rank(cell)]++;
      }
      rowOfRank = new int[ranks];
      start = new int[ranks + 1];
      int rows = 0;
      for (int rank = 0; rank < ranks; rank++) {
        boolean dense = count[rank] > 0 && count[rank] * FULL_ROW_SHARE >= targets;
        rowOfRank[rank] = dense ? rows++ : -1;
        start[rank + 1] = start[rank] + (dense ? 0 : 2 * count[rank]);
      }
      full = new int[rows][targets];
      for (int[] row : full) {
        Arrays.fill(row, UNREACHABLE);
      }
      sparse = new int[start[ranks]];
      int[] next = start.clone();
      for (int target = 0; target < targets; target++) {
        for (int cell = labels.start(target); cell < labels.start(target + 1); cell += 2) {
          int rank = labels.rank(cell);
          if (rowOfRank[rank] >= 0) {
            full[rowOfRank[rank]][target] = labels.millis(cell);
          } else {
            sparse[next[rank]++] = target;
            sparse[next[rank]++] = labels.millis(cell);
          }
        }
      }
    }

    /** Improves the times of a row by the paths over all ranks of a label. */
    void join(UpwardSearch label, int[] row) {
      int waiting = 0;
      for (int i = 0; i < label.labelSize(); i++) {
        int rank = label.labelRank(i);
        if (rowOfRank[rank] < 0) {
          joinSparse(rank, label.millis(rank), row);
          continue;
        }
        fullRows[waiting] = full[rowOfRank[rank]];
        fullMillis[waiting++] = label.millis(rank);
        if (waiting == FULL_ROWS_AT_ONCE) {
          joinFull(
              fullRows[0],
              fullMillis[0],
              fullRows[1],
              fullMillis[1],
              fullRows[2],
              fullMillis[2],
              fullRows[3],
              fullMillis[3],
              row);
          waiting = 0;
        }
      }
      for (int i = 0; i < waiting; i++) {
        joinFull(fullRows[i], fullMillis[i], row);
      }
    }

    private void joinSparse(int rank, int millis, int[] row) {
      int[] cells = sparse;
      int end = start[rank + 1];
      for (int i = start[rank]; i < end; i += 2) {
        int target = cells[i];
        int sum = millis + cells[i + 1];
        if (sum < row[target]) {
          row[target] = sum;
        }
      }
    }

    private static void joinFull(int[] times, int millis, int[] row) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.min(row[i], times[i] + millis);
      }
    }

    /** Four at once, so that the row is read and written once. */
    private static void joinFull(
        int[] a,
        int aMillis,
        int[] b,
        int bMillis,
        int[] c,
        int cMillis,
        int[] d,
        int dMillis,
        int[] row) {
      for (int i = 0; i < row.length; i++) {
        int ab = Math.min(a[i] + aMillis, b[i] + bMillis);
        int cd = Math.min(c[i] + cMillis, d[i] + dMillis);
        row[i] = Math.min(row[i], Math.min(ab, cd));
      }
    }
  }

  /** Paths that stay on one edge, which no rank sees. */
  private static final class SameEdge {
    private final SearchGraph graph;
    private final List<RoadPosition> targets;

    /** First target on edge i, or -1. */
    private final int[] first;

    /** Next target on the same edge as target i, or -1. */
    private final int[] next;

    SameEdge(SearchGraph graph, List<RoadPosition> targets) {
      this.graph = graph;
      this.targets = targets;
      first = new int[graph.roads().edgeCount()];
      Arrays.fill(first, -1);
      next = new int[targets.size()];
      for (int target = 0; target < targets.size(); target++) {
        int edge = targets.get(target).edge();
        next[target] = first[edge];
        first[edge] = target;
      }
    }

    void improve(RoadPosition from, int[] row) {
      for (int target = first[from.edge()]; target >= 0; target = next[target]) {
        row[target] = Math.min(row[target], graph.along(from, targets.get(target)));
      }
    }
  }
}
