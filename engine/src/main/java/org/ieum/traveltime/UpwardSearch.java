package org.ieum.traveltime;

import java.util.Arrays;
import org.ieum.collection.MinHeap;

/**
 * Climbs the whole hierarchy from one place, forward or backward in driving direction. What it
 * reaches without being stalled is the place's label: every shortest path from (or to) the place
 * has its most important node there, with the right time. Reused, allocates nothing, one thread.
 */
final class UpwardSearch {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;

  private final Hierarchy hierarchy;
  private final SearchGraph graph;
  private final Seeds seeds = new Seeds();
  private final int[] start;
  private final int[] arcs;
  private final boolean backward;

  /** Time to rank i, an upper bound where the search was stalled, or UNREACHABLE. */
  private final int[] millis;

  private final MinHeap heap = new MinHeap(256);

  /** Ranks with a time, the first {@link #touched}. */
  private final int[] list;

  private int touched;

  /** Ranks settled without being stalled, the first {@link #labelSize}, by time. */
  private final int[] label;

  private int labelSize;

  UpwardSearch(Hierarchy hierarchy, boolean backward) {
    this.hierarchy = hierarchy;
    this.backward = backward;
    graph = hierarchy.graph();
    start = hierarchy.startCells();
    arcs = hierarchy.arcCells();
    millis = new int[hierarchy.size()];
    Arrays.fill(millis, UNREACHABLE);
    list = new int[hierarchy.size()];
    label = new int[hierarchy.size()];
  }

  void run(int node) {
    clear();
    reach(hierarchy.rank(node), 0);
    settle();
  }

  void run(RoadPosition position) {
    clear();
    seeds.clear();
    if (backward) {
      graph.enter(position, seeds);
    } else {
      graph.leave(position, seeds);
    }
    for (int i = 0; i < seeds.size(); i++) {
      if (hierarchy.contains(seeds.node(i))) {
        reach(hierarchy.rank(seeds.node(i)), seeds.millis(i));
      }
    }
    settle();
  }

  private void clear() {
    for (int i = 0; i < touched; i++) {
      millis[list[i]] = UNREACHABLE;
    }
    touched = 0;
    labelSize = 0;
  }

  private void reach(int rank, int time) {
    int old = millis[rank];
    if (time < old) {
      if (old == UNREACHABLE) {
        list[touched++] = rank;
      }
      millis[rank] = time;
      heap.push(time, rank);
    }
  }

  private void settle() {
    int[] times = millis;
    int[] cells = arcs;
    // Group 2r leads up from r, group 2r+1 leads down to it: follow one, be stalled by the other.
    int side = backward ? 1 : 0;
    while (!heap.isEmpty()) {
      long pair = heap.pop();
      int time = MinHeap.key(pair);
      int rank = MinHeap.item(pair);
      if (time != times[rank]) {
        continue;
      }
      int stallGroup = 2 * rank + 1 - side;
      boolean stalled = false;
      int stallEnd = 2 * start[stallGroup + 1];
      for (int i = 2 * start[stallGroup]; i < stallEnd; i += 2) {
        if (times[cells[i]] + cells[i + 1] < time) {
          stalled = true;
          break;
        }
      }
      if (stalled) {
        continue;
      }
      label[labelSize++] = rank;
      int end = 2 * start[2 * rank + side + 1];
      for (int i = 2 * start[2 * rank + side]; i < end; i += 2) {
        reach(cells[i], time + cells[i + 1]);
      }
    }
  }

  /** How many ranks the label of the last place holds. */
  int labelSize() {
    return labelSize;
  }

  /** Rank i of the label. */
  int labelRank(int i) {
    return label[i];
  }

  /** Time between the last place and a rank, ms, or UNREACHABLE. */
  int millis(int rank) {
    return millis[rank];
  }

  /** Times by rank, for inner loops; not to be changed. */
  int[] millisCells() {
    return millis;
  }
}
