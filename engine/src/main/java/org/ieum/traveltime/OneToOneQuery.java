package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.ieum.collection.MinHeap;

/**
 * Shortest driving time between two places, and the path if it is asked for.
 *
 * <p>Design note. Both ends climb the hierarchy, the lower of the two queue heads first, until
 * neither head can improve the best meeting. A node that can be reached more quickly from above is
 * not on a shortest path, so its arcs are not followed (stall-on-demand, Geisberger et al. 2012);
 * without stalling the search space is several times larger. The label of a node holds its time and
 * the arc that reached it in neighbouring cells, so paths cost nothing extra while searching. Stale
 * heap entries are skipped when they come out, which beat decrease-key at these heap sizes.
 *
 * <p>Reused from query to query, allocates nothing, belongs to one thread. Benchmark: {@code
 * OneToOneBenchmark}.
 */
public final class OneToOneQuery {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;
  private static final int NO_ARC = -1;

  private final Hierarchy hierarchy;
  private final SearchGraph graph;
  private final Seeds seeds = new Seeds();
  private final int[] start;
  private final int[] arcs;

  /** Label of rank r in the forward search: cell 2r is its time, cell 2r+1 the arc it came by. */
  private final int[] forward;

  /** Label of rank r in the backward search, like {@link #forward}. */
  private final int[] backward;

  private final MinHeap forwardHeap = new MinHeap(256);
  private final MinHeap backwardHeap = new MinHeap(256);

  /** Ranks whose forward label is set, the first {@link #forwardTouched}. */
  private final int[] forwardList;

  /** Ranks whose backward label is set, the first {@link #backwardTouched}. */
  private final int[] backwardList;

  private int forwardTouched;
  private int backwardTouched;
  private int best;
  private int meeting;
  private final IntArrayList stack = new IntArrayList();

  public OneToOneQuery(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    graph = hierarchy.graph();
    start = hierarchy.startCells();
    arcs = hierarchy.arcCells();
    forward = new int[2 * hierarchy.size()];
    backward = new int[2 * hierarchy.size()];
    Arrays.fill(forward, UNREACHABLE);
    Arrays.fill(backward, UNREACHABLE);
    forwardList = new int[hierarchy.size()];
    backwardList = new int[hierarchy.size()];
  }

  /** Shortest time between two nodes of the hierarchy, ms, or {@link TravelTimes#UNREACHABLE}. */
  public int duration(int fromNode, int toNode) {
    clear();
    startAt(hierarchy.rank(fromNode), 0);
    endAt(hierarchy.rank(toNode), 0);
    return run(UNREACHABLE);
  }

  /** Shortest time from a node to a position, ms, or {@link TravelTimes#UNREACHABLE}. */
  public int duration(int fromNode, RoadPosition to) {
    clear();
    startAt(hierarchy.rank(fromNode), 0);
    endAt(to);
    return run(UNREACHABLE);
  }

  /** Shortest time between two positions, ms, or {@link TravelTimes#UNREACHABLE}. */
  public int duration(RoadPosition from, RoadPosition to) {
    clear();
    startAt(from);
    endAt(to);
    return run(graph.along(from, to));
  }

  private void startAt(RoadPosition from) {
    seeds.clear();
    graph.leave(from, seeds);
    for (int i = 0; i < seeds.size(); i++) {
      if (hierarchy.contains(seeds.node(i))) {
        startAt(hierarchy.rank(seeds.node(i)), seeds.millis(i));
      }
    }
  }

  private void endAt(RoadPosition to) {
    seeds.clear();
    graph.enter(to, seeds);
    for (int i = 0; i < seeds.size(); i++) {
      if (hierarchy.contains(seeds.node(i))) {
        endAt(hierarchy.rank(seeds.node(i)), seeds.millis(i));
      }
    }
  }

  private void startAt(int rank, int time) {
    if (time < forward[2 * rank]) {
      if (forward[2 * rank] == UNREACHABLE) {
        forwardList[forwardTouched++] = rank;
      }
      forward[2 * rank] = time;
      forward[2 * rank + 1] = NO_ARC;
      forwardHeap.push(time, rank);
    }
  }

  private void endAt(int rank, int time) {
    if (time < backward[2 * rank]) {
      if (backward[2 * rank] == UNREACHABLE) {
        backwardList[backwardTouched++] = rank;
      }
      backward[2 * rank] = time;
      backward[2 * rank + 1] = NO_ARC;
      backwardHeap.push(time, rank);
    }
  }

  private void clear() {
    for (int i = 0; i < forwardTouched; i++) {
      forward[2 * forwardList[i]] = UNREACHABLE;
    }
    for (int i = 0; i < backwardTouched; i++) {
      backward[2 * backwardList[i]] = UNREACHABLE;
    }
    forwardTouched = 0;
    backwardTouched = 0;
    forwardHeap.clear();
    backwardHeap.clear();
  }

  /** Searches for something better than a known time. */
  private int run(int known) {
    best = known;
    meeting = -1;
    while (true) {
      int ahead = forwardHeap.topKey();
      int behind = backwardHeap.topKey();
      if (ahead <= behind) {
        if (ahead >= best) {
          return best;
        }
        climb();
      } else {
        if (behind >= best) {
          return best;
        }
        descend();
      }
    }
  }

  /** Settles the next node of the forward search. */
  private void climb() {
    int[] labels = forward;
    int[] cells = arcs;
    long pair = forwardHeap.pop();
    int time = MinHeap.key(pair);
    int rank = MinHeap.item(pair);
    if (time != labels[2 * rank]) {
      return;
    }
    int sum = time + backward[2 * rank];
    if (sum < best) {
      best = sum;
      meeting = rank;
    }
    int first = 2 * start[2 * rank];
    int middle = 2 * start[2 * rank + 1];
    int end = 2 * start[2 * rank + 2];
    for (int i = middle; i < end; i += 2) {
      if (labels[2 * cells[i]] + cells[i + 1] < time) {
        return;
      }
    }
    for (int i = first; i < middle; i += 2) {
      int head = cells[i];
      int reached = time + cells[i + 1];
      int old = labels[2 * head];
      if (reached < old) {
        if (old == UNREACHABLE) {
          forwardList[forwardTouched++] = head;
        }
        labels[2 * head] = reached;
        labels[2 * head + 1] = i >> 1;
        forwardHeap.push(reached, head);
      }
    }
  }

  /** Settles the next node of the backward search. */
  private void descend() {
    int[] labels = backward;
    int[] cells = arcs;
    long pair = backwardHeap.pop();
    int time = MinHeap.key(pair);
    int rank = MinHeap.item(pair);
    if (time != labels[2 * rank]) {
      return;
    }
    int sum = time + forward[2 * rank];
    if (sum < best) {
      best = sum;
      meeting = rank;
    }
    int first = 2 * start[2 * rank];
    int middle = 2 * start[2 * rank + 1];
    int end = 2 * start[2 * rank + 2];
    for (int i = first; i < middle; i += 2) {
      if (labels[2 * cells[i]] + cells[i + 1] < time) {
        return;
      }
    }
    for (int i = middle; i < end; i += 2) {
      int tail = cells[i];
      int reached = time + cells[i + 1];
      int old = labels[2 * tail];
      if (reached < old) {
        if (old == UNREACHABLE) {
          backwardList[backwardTouched++] = tail;
        }
        labels[2 * tail] = reached;
        labels[2 * tail + 1] = i >> 1;
        backwardHeap.push(reached, tail);
      }
    }
  }

  /**
   * Whether the last query found its answer through nodes; otherwise it found none, or stayed on
   * the one edge that both positions share.
   */
  boolean throughNodes() {
    return meeting >= 0;
  }

  /**
   * Writes the arcs of the last answer, unpacked to road edges, in driving order.
   *
   * @return the rank at which the path enters the hierarchy
   */
  int unpack(IntArrayList into) {
    into.clear();
    stack.clear();
    // The forward half comes out last arc first, so it goes over the stack.
    int rank = meeting;
    for (int arc = forward[2 * rank + 1]; arc != NO_ARC; arc = forward[2 * rank + 1]) {
      stack.push(arc);
      rank = hierarchy.lower(arc);
    }
    int entry = rank;
    unpackStack(into);
    rank = meeting;
    for (int arc = backward[2 * rank + 1]; arc != NO_ARC; arc = backward[2 * rank + 1]) {
      stack.push(arc);
      unpackStack(into);
      rank = hierarchy.lower(arc);
    }
    return entry;
  }

  private void unpackStack(IntArrayList into) {
    while (!stack.isEmpty()) {
      int arc = stack.popInt();
      if (hierarchy.isShortcut(arc)) {
        stack.push(hierarchy.secondHalf(arc));
        stack.push(hierarchy.firstHalf(arc));
      } else {
        into.add(arc);
      }
    }
  }
}
