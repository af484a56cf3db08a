package org.ieum.traveltime;

import java.util.Arrays;

/**
 * Makes hierarchies for new travel times on one order of nodes, in some tens of milliseconds for a
 * city.
 *
 * <p>Design note. Customizable contraction hierarchies (Dibbelt, Strasser, Wagner: <em>Customizable
 * Contraction Hierarchies</em>, ACM JEA 2016) on a {@link HierarchyFrame}:
 *
 * <ol>
 *   <li>Each link takes the times of its road edges.
 *   <li><em>Basic</em>, from the least important rank up: a link gets the best time over any lower
 *       common neighbour, so climbing and descending paths are enough for all distances.
 *   <li><em>Perfect</em>, from the most important rank down: an arc for which a way over a higher
 *       common neighbour is quicker is not needed by any shortest path and is left out. What
 *       remains is the smallest hierarchy on this order, the same that witness searches would
 *       leave.
 * </ol>
 *
 * <p>Pieces of the elimination tree below a common top go side by side; every arc is written by the
 * thread that works at its lower end, from values that are final, so the result does not depend on
 * the number of threads.
 *
 * <p>What the order costs and what else was tried is told at {@link NodeOrder}. Benchmark: {@code
 * Reweighting}.
 *
 * <p>Holds scratch memory and belongs to one thread; the hierarchies it makes are independent.
 */
public final class Customization {
  private static final int CLOSED = EdgeTimes.CLOSED;
  private static final int LEFT_OUT = CustomizedArcs.LEFT_OUT;

  private final SearchGraph base;
  private final HierarchyFrame frame;
  private final FramePieces pieces;
  private final Crew crew;

  /** Time of link i up at cell 2i and down at cell 2i+1, ms. */
  private final int[] times;

  /**
   * How the arc of cell i runs: a road edge complemented, or the link of the bypassed node to the
   * link's lower end, or LEFT_OUT.
   */
  private final int[] via;

  /** For worker i: the link to each upper neighbour of the rank it works at; elsewhere -1. */
  private final int[][] linkTo;

  /** Prepares the frame for a {@link PlainGraph}, see the other constructor. */
  public Customization(EdgeTimes base, int[] nodeOfRank, int threads) {
    this(new PlainGraph(base), nodeOfRank, threads);
  }

  /**
   * Prepares the frame.
   *
   * @param base the graph; edges that it has closed in both directions stay closed
   * @param nodeOfRank nodes with usable edges, most important first
   * @param threads how many threads work together
   */
  public Customization(SearchGraph base, int[] nodeOfRank, int threads) {
    this.base = base;
    frame = new HierarchyFrame(base.edges(), nodeOfRank);
    pieces = new FramePieces(frame);
    crew = new Crew(threads);
    times = new int[2 * frame.linkCount()];
    via = new int[2 * frame.linkCount()];
    linkTo = new int[threads][frame.size()];
    for (int[] links : linkTo) {
      Arrays.fill(links, -1);
    }
  }

  /**
   * The hierarchy for new times.
   *
   * @param roads the same road edges with other times; edges may be closed, and in a {@link
   *     PlainGraph} a one-way road may open in the other direction
   * @throws IllegalArgumentException when the edges are others, or one that was closed in both
   *     directions (in a {@link LineGraph}, in one) is open
   */
  public Hierarchy customize(EdgeTimes roads) {
    SearchGraph graph = base.with(roads);
    enter(graph.edges());
    crew.run(pieces.count(), this::basic);
    crew.run(pieces.topSize(), (worker, i) -> pull(worker, pieces.top(i), /* fromTop= */ false));
    for (int i = pieces.topSize() - 1; i >= 0; i--) {
      pull(0, pieces.top(i), /* fromTop= */ true);
    }
    for (int i = 0; i < pieces.topSize(); i++) {
      perfect(pieces.top(i));
    }
    crew.run(pieces.count(), (worker, piece) -> perfectPiece(piece));
    return new CustomizedArcs(frame, times, via).toHierarchy(graph, crew);
  }

  private void enter(EdgeTimes edges) {
    Arrays.fill(times, CLOSED);
    Arrays.fill(via, LEFT_OUT);
    int[] links = frame.linkOfEdgeCells();
    for (int edge = 0; edge < links.length; edge++) {
      int link = links[edge];
      if (link != HierarchyFrame.NO_LINK) {
        int cell = link >= 0 ? 2 * link : 2 * ~link + 1;
        improve(cell, edges.forward(edge), ~edge);
        improve(cell ^ 1, edges.backward(edge), ~edge);
      } else if (edges.usable(edge) && edges.base(edge) != edges.adjacent(edge)) {
        throw new IllegalArgumentException(
            "edge " + edge + " was closed when the order was made and cannot be opened");
      }
    }
  }

  private void improve(int cell, int millis, int how) {
    if (millis < times[cell]) {
      times[cell] = millis;
      via[cell] = how;
    }
  }

  private void basic(int worker, int piece) {
    for (int i = pieces.start(piece + 1) - 1; i >= pieces.start(piece); i--) {
      pull(worker, pieces.rank(i), /* fromTop= */ false);
    }
  }

  /** Improves the links of a rank by the ways over its lower neighbours, inside the top or not. */
  private void pull(int worker, int rank, boolean fromTop) {
    int[] start = frame.startCells();
    int[] upper = frame.upperCells();
    int[] lower = frame.lowerCells();
    int[] under = frame.underCells();
    int[] millis = times;
    int[] links = linkTo[worker];
    mark(links, rank);
    int end = frame.underStartCells()[rank + 1];
    for (int i = frame.underStartCells()[rank]; i < end; i++) {
      int near = under[i];
      int middle = lower[near];
      if (pieces.inTop(middle) != fromTop) {
        continue;
      }
      int climb = millis[2 * near];
      int descend = millis[2 * near + 1];
      for (int far = start[middle]; far < near; far++) {
        int link = links[upper[far]];
        int there = descend + millis[2 * far];
        if (there < millis[2 * link]) {
          millis[2 * link] = there;
          via[2 * link] = near;
        }
        int back = millis[2 * far + 1] + climb;
        if (back < millis[2 * link + 1]) {
          millis[2 * link + 1] = back;
          via[2 * link + 1] = near;
        }
      }
    }
    clear(links, rank);
  }

  private void mark(int[] links, int rank) {
    int[] upper = frame.upperCells();
    int end = frame.startCells()[rank + 1];
    for (int link = frame.startCells()[rank]; link < end; link++) {
      links[upper[link]] = link;
    }
  }

  private void clear(int[] links, int rank) {
    int[] upper = frame.upperCells();
    int end = frame.startCells()[rank + 1];
    for (int link = frame.startCells()[rank]; link < end; link++) {
      links[upper[link]] = -1;
    }
  }

  private void perfectPiece(int piece) {
    for (int i = pieces.start(piece); i < pieces.start(piece + 1); i++) {
      perfect(pieces.rank(i));
    }
  }

  /**
   * Leaves out the arcs at a rank that a way over another upper neighbour beats. The links between
   * the upper neighbours have their final times; those of the rank itself may be lowered on the way
   * without harm, because no sum is ever less than the distance.
   */
  private void perfect(int rank) {
    int first = frame.startCells()[rank];
    int end = frame.startCells()[rank + 1];
    int[] across = frame.acrossCells();
    int[] millis = times;
    int i = frame.acrossStartCells()[rank];
    for (int near = first + 1; near < end; near++) {
      int nearUp = millis[2 * near];
      int nearDown = millis[2 * near + 1];
      int bestUp = nearUp;
      int bestDown = nearDown;
      for (int far = first; far < near; far++) {
        int link = across[i++];
        int there = millis[2 * link];
        int back = millis[2 * link + 1];
        bestUp = Math.min(bestUp, millis[2 * far] + back);
        bestDown = Math.min(bestDown, there + millis[2 * far + 1]);
        leaveOut(2 * far, nearUp + there);
        leaveOut(2 * far + 1, back + nearDown);
      }
      leaveOut(2 * near, bestUp);
      leaveOut(2 * near + 1, bestDown);
    }
  }

  private void leaveOut(int cell, int millis) {
    if (millis < times[cell]) {
      times[cell] = millis;
      via[cell] = LEFT_OUT;
    }
  }
}
