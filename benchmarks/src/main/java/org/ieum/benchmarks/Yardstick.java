package org.ieum.benchmarks;

import java.util.Arrays;
import org.ieum.traveltime.Hierarchy;

/**
 * The yardstick <em>q</em>: the first one-to-one kernel of the engine, frozen with its heap and its
 * own copy of the arrays. All performance targets are multiples of its time in the same run, so it
 * must never be improved, whatever happens to the live kernel.
 */
final class Yardstick {
  private static final int UNREACHABLE = Integer.MAX_VALUE / 4;

  private final Hierarchy hierarchy;

  /** First arc of group i: 2r leads up from rank r, 2r+1 leads from above down to rank r. */
  private final int[] start;

  /** Arc i in the cells 2i (upper end) and 2i+1 (time, ms). */
  private final int[] arcs;

  private final Side forward;
  private final Side backward;

  Yardstick(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    start = hierarchy.startCells().clone();
    arcs = hierarchy.arcCells().clone();
    forward = new Side(hierarchy.size());
    backward = new Side(hierarchy.size());
  }

  /** Shortest time between two nodes, ms. */
  int duration(int fromNode, int toNode) {
    forward.clear();
    backward.clear();
    forward.reach(hierarchy.rank(fromNode), 0, -1);
    backward.reach(hierarchy.rank(toNode), 0, -1);
    int best = UNREACHABLE;
    while (true) {
      int ahead = forward.topKey();
      int behind = backward.topKey();
      if (Math.min(ahead, behind) >= best) {
        return best;
      }
      best =
          ahead <= behind ? settle(forward, backward, 0, best) : settle(backward, forward, 1, best);
    }
  }

  private int settle(Side side, Side other, int group, int best) {
    int[] labels = side.labels;
    int[] cells = arcs;
    long pair = side.pop();
    int time = (int) (pair >>> 32);
    int rank = (int) pair;
    if (time != labels[2 * rank]) {
      return best;
    }
    int result = Math.min(best, time + other.labels[2 * rank]);
    int stallEnd = 2 * start[2 * rank + 2 - group];
    for (int i = 2 * start[2 * rank + 1 - group]; i < stallEnd; i += 2) {
      if (labels[2 * cells[i]] + cells[i + 1] < time) {
        return result;
      }
    }
    int end = 2 * start[2 * rank + 1 + group];
    for (int i = 2 * start[2 * rank + group]; i < end; i += 2) {
      int reached = time + cells[i + 1];
      if (reached < labels[2 * cells[i]]) {
        side.reach(cells[i], reached, i >> 1);
      }
    }
    return result;
  }

  /** One direction of the search. */
  private static final class Side {
    /** Time to rank r at cell 2r, the arc it came by at cell 2r+1. */
    private final int[] labels;

    /** Ranks with a label, the first {@link #touched}. */
    private final int[] list;

    private int touched;

    /** Binary heap of (time, rank) pairs; the children of i are 2i+1 and 2i+2. */
    private long[] heap = new long[256];

    private int size;

    Side(int ranks) {
      labels = new int[2 * ranks];
      list = new int[ranks];
      Arrays.fill(labels, UNREACHABLE);
    }

    void clear() {
      for (int i = 0; i < touched; i++) {
        labels[2 * list[i]] = UNREACHABLE;
      }
      touched = 0;
      size = 0;
    }

    void reach(int rank, int time, int arc) {
      if (labels[2 * rank] == UNREACHABLE) {
        list[touched++] = rank;
      }
      labels[2 * rank] = time;
      labels[2 * rank + 1] = arc;
      push(((long) time << 32) | rank);
    }

    int topKey() {
      return size == 0 ? Integer.MAX_VALUE : (int) (heap[0] >>> 32);
    }

    void push(long pair) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, 2 * size);
      }
      int i = size++;
      while (i > 0 && heap[(i - 1) >>> 1] > pair) {
        heap[i] = heap[(i - 1) >>> 1];
        i = (i - 1) >>> 1;
      }
      heap[i] = pair;
    }

    long pop() {
      long least = heap[0];
      long pair = heap[--size];
      int i = 0;
      for (int child = 1; child < size; child = 2 * i + 1) {
        if (child + 1 < size && heap[child + 1] < heap[child]) {
          child++;
        }
        if (heap[child] >= pair) {
          break;
        }
        heap[i] = heap[child];
        i = child;
      }
      heap[i] = pair;
      return least;
    }
  }
}
