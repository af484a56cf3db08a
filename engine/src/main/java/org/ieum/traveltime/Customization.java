package org.ieum.traveltime;

import java.util.Arrays;

/** New travel times. */
public final class Customization {
  private static final int CLOSED = EdgeTimes.CLOSED;
  private static final int NOT_NEEDED = Integer.MIN_VALUE;

  private final HierarchyFrame frame;
  private final EdgeTimes base;
  private final int[] cells;
  private final int[] via;
  private final int[] linkTo;

  public Customization(EdgeTimes base, int[] nodeOfRank) {
    this.base = base;
    frame = new HierarchyFrame(base, nodeOfRank);
    cells = new int[2 * frame.linkCount()];
    via = new int[2 * frame.linkCount()];
    linkTo = new int[frame.size()];
  }

  public String stats() {
    int[] start = frame.startCells();
    int[] upper = frame.upperCells();
    long tri = 0;
    long scan = 0;
    int depth = 0;
    long sumDepth = 0, sumSpace = 0;
    int[] d = new int[frame.size()];
    long[] sp = new long[frame.size()];
    int maxUp = 0;
    for (int r = 0; r < frame.size(); r++) {
      int k = start[r + 1] - start[r];
      maxUp = Math.max(maxUp, k);
      tri += k * (k - 1L) / 2;
      for (int l = start[r]; l < start[r + 1]; l++) {
        scan += start[upper[l] + 1] - start[upper[l]];
      }
      d[r] = frame.parent(r) < 0 ? 1 : d[frame.parent(r)] + 1;
      sp[r] = frame.parent(r) < 0 ? 0 : sp[frame.parent(r)] + k;
      depth = Math.max(depth, d[r]);
      sumDepth += d[r];
      sumSpace += sp[r];
    }
    return frame.size() + " ranks, " + frame.linkCount() + " links, triangles " + tri + " scan " + scan
        + " depth max " + depth + " mean " + sumDepth / frame.size() + " links in space " + sumSpace / frame.size() + " maxUp " + maxUp;
  }

  public Hierarchy customize(EdgeTimes times) {
    enter(times);
    for (int rank = frame.size() - 1; rank >= 0; rank--) {
      pull(rank, linkTo);
    }
    for (int rank = 0; rank < frame.size(); rank++) {
      perfect(rank, linkTo);
    }
    return output(times);
  }

  public void enter(EdgeTimes times) {
    Arrays.fill(cells, CLOSED);
    Arrays.fill(via, NOT_NEEDED);
    int[] links = frame.linkOfEdgeCells();
    for (int edge = 0; edge < links.length; edge++) {
      int link = links[edge];
      if (link != HierarchyFrame.NO_LINK) {
        int cell = link >= 0 ? 2 * link : 2 * ~link + 1;
        improve(cell, times.forward(edge), ~edge);
        improve(cell ^ 1, times.backward(edge), ~edge);
      }
    }
  }

  private void improve(int cell, int millis, int how) {
    if (millis < cells[cell]) {
      cells[cell] = millis;
      via[cell] = how;
    }
  }

  public void pullAll() {
    for (int rank = frame.size() - 1; rank >= 0; rank--) {
      pull(rank, linkTo);
    }
  }
  public void perfectAll() {
    for (int rank = 0; rank < frame.size(); rank++) {
      perfect(rank, linkTo);
    }
  }
  private void pull(int rank, int[] linkTo) {
    int[] start = frame.startCells();
    int[] upper = frame.upperCells();
    int[] under = frame.underCells();
    int[] lower = frame.lowerCells();
    int[] times = cells;
    for (int a = start[rank]; a < start[rank + 1]; a++) {
      linkTo[upper[a]] = a;
    }
    int end = frame.underStartCells()[rank + 1];
    for (int i = frame.underStartCells()[rank]; i < end; i++) {
      int b = under[i];
      int climb = times[2 * b];
      int descend = times[2 * b + 1];
      for (int c = start[lower[b]]; c < b; c++) {
        int a = linkTo[upper[c]];
        int there = descend + times[2 * c];
        if (there < times[2 * a]) {
          times[2 * a] = there;
          via[2 * a] = b;
        }
        int back = climb + times[2 * c + 1];
        if (back < times[2 * a + 1]) {
          times[2 * a + 1] = back;
          via[2 * a + 1] = b;
        }
      }
    }
  }

  private void perfect(int rank, int[] linkTo) {
    int[] start = frame.startCells();
    int[] upper = frame.upperCells();
    int[] times = cells;
    int first = start[rank];
    int end = start[rank + 1];
    for (int c = first; c < end; c++) {
      linkTo[upper[c]] = c;
    }
    for (int b = first + 1; b < end; b++) {
      int middle = upper[b];
      int aEnd = start[middle + 1];
      for (int a = start[middle]; a < aEnd; a++) {
        int c = linkTo[upper[a]];
        if (c < first || c >= end || upper[c] != upper[a]) {
          continue;
        }
        int there = times[2 * a];
        int back = times[2 * a + 1];
        lower(2 * c, times[2 * b] + there);
        lower(2 * b, times[2 * c] + back);
        lower(2 * c + 1, back + times[2 * b + 1]);
        lower(2 * b + 1, there + times[2 * c + 1]);
      }
    }
  }

  private void lower(int cell, int millis) {
    if (millis < cells[cell]) {
      cells[cell] = millis;
      via[cell] = NOT_NEEDED;
    }
  }

  public Hierarchy output(EdgeTimes times) {
    int[] start = frame.startCells();
    int[] upper = frame.upperCells();
    int[] arcOf = new int[2 * frame.linkCount()];
    int[] groups = new int[2 * frame.size() + 1];
    int count = 0;
    for (int rank = 0; rank < frame.size(); rank++) {
      for (int side = 0; side < 2; side++) {
        for (int cell = 2 * start[rank] + side; cell < 2 * start[rank + 1]; cell += 2) {
          arcOf[cell] = via[cell] == NOT_NEEDED ? -1 : count++;
        }
        groups[2 * rank + side + 1] = count;
      }
    }
    int[] arcs = new int[2 * count];
    int[] firstHalf = new int[count];
    int[] secondHalf = new int[count];
    int[] lower = frame.lowerCells();
    for (int rank = 0; rank < frame.size(); rank++) {
      for (int link = start[rank]; link < start[rank + 1]; link++) {
        for (int side = 0; side < 2; side++) {
          int cell = 2 * link + side;
          int arc = arcOf[cell];
          if (arc < 0) continue;
          arcs[2 * arc] = upper[link];
          arcs[2 * arc + 1] = cells[cell];
          int b = via[cell];
          if (b < 0) {
            firstHalf[arc] = b;
          } else {
            int c = start[lower[b]];
            while (upper[c] != upper[link]) c++;
            // up: rank -> x (down of b), x -> upper (up of c)
            firstHalf[arc] = side == 0 ? arcOf[2 * b + 1] : arcOf[2 * c + 1];
            secondHalf[arc] = side == 0 ? arcOf[2 * c] : arcOf[2 * b];
          }
        }
      }
    }
    return new Hierarchy(times, frame.nodeOfRankCells(), groups, arcs, firstHalf, secondHalf);
  }
}
