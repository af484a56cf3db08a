package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Cuts the elimination tree of a frame into a top and pieces below it that do not touch each other,
 * so that threads can work on them side by side. The cut depends on the frame alone.
 */
final class FramePieces {
  /** No piece holds more than this share of all triangles, unless the top grows too large. */
  private static final double LARGEST_SHARE = 1 / 6.0;

  private static final int LARGEST_TOP = 1_000;

  /** Ranks of the top, the most important first. */
  private final int[] top;

  /** Whether rank i belongs to the top. */
  private final boolean[] inTop;

  /** First cell of piece i in {@link #ranks}; has one entry more. */
  private final int[] start;

  /** Ranks by piece, each piece from the most to the least important; heavy pieces come first. */
  private final int[] ranks;

  FramePieces(HierarchyFrame frame) {
    int size = frame.size();
    long[] work = new long[size];
    long total = 0;
    int[] firstChild = new int[size];
    Arrays.fill(firstChild, -1);
    int[] nextChild = new int[size];
    int[] roots = new int[size];
    int rootCount = 0;
    for (int rank = size - 1; rank >= 0; rank--) {
      int links = frame.startCells()[rank + 1] - frame.startCells()[rank];
      work[rank] += 1 + (long) links * links;
      total += 1 + (long) links * links;
      int parent = frame.parent(rank);
      if (parent < 0) {
        roots[rootCount++] = rank;
      } else {
        work[parent] += work[rank];
        nextChild[rank] = firstChild[parent];
        firstChild[parent] = rank;
      }
    }
    inTop = new boolean[size];
    int topSize = 0;
    while (topSize < LARGEST_TOP) {
      int heaviest = -1;
      for (int i = 0; i < rootCount; i++) {
        if (heaviest < 0 || work[roots[i]] > work[roots[heaviest]]) {
          heaviest = i;
        }
      }
      if (heaviest < 0 || work[roots[heaviest]] <= total * LARGEST_SHARE) {
        break;
      }
      int rank = roots[heaviest];
      inTop[rank] = true;
      topSize++;
      roots[heaviest] = roots[--rootCount];
      for (int child = firstChild[rank]; child >= 0; child = nextChild[child]) {
        roots[rootCount++] = child;
      }
    }
    IntArrays.quickSort(
        roots,
        0,
        rootCount,
        (a, b) -> work[a] != work[b] ? Long.compare(work[b], work[a]) : Integer.compare(a, b));
    int[] piece = new int[size];
    Arrays.fill(piece, -1);
    start = new int[rootCount + 1];
    for (int i = 0; i < rootCount; i++) {
      piece[roots[i]] = i;
    }
    top = new int[topSize];
    topSize = 0;
    for (int rank = 0; rank < size; rank++) {
      if (inTop[rank]) {
        top[topSize++] = rank;
      } else {
        if (piece[rank] < 0) {
          piece[rank] = piece[frame.parent(rank)];
        }
        start[piece[rank] + 1]++;
      }
    }
    for (int i = 0; i < rootCount; i++) {
      start[i + 1] += start[i];
    }
    ranks = new int[size - topSize];
    int[] next = start.clone();
    for (int rank = 0; rank < size; rank++) {
      if (!inTop[rank]) {
        ranks[next[piece[rank]]++] = rank;
      }
    }
  }

  int topSize() {
    return top.length;
  }

  /** Rank i of the top. */
  int top(int i) {
    return top[i];
  }

  boolean inTop(int rank) {
    return inTop[rank];
  }

  /** How many pieces there are below the top. */
  int count() {
    return start.length - 1;
  }

  /** First cell of a piece; it ends at {@code start(piece + 1)}. */
  int start(int piece) {
    return start[piece];
  }

  /** The rank in a cell. */
  int rank(int cell) {
    return ranks[cell];
  }
}
