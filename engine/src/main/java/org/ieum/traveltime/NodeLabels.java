package org.ieum.traveltime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The labels of nodes, made when they are first asked for: which more important nodes the hierarchy
 * reaches from a node (or from which it is reached), and how quickly. Every shortest path has its
 * most important node in the labels of both its ends, at the right times.
 *
 * <p>Design note. Hub labels (Abraham, Delling, Goldberg, Werneck: <em>A Hub-Based Labeling
 * Algorithm for Shortest Paths in Road Networks</em>, SEA 2011): the label of a node is what the
 * labels of its upper neighbours hold, with the way there added, less what is reached more quickly
 * from above (stall-on-demand, Geisberger et al. 2012). Riders come and go in the same streets, so
 * most labels are there already; one that is not costs a pass over two or three others. On Porto
 * (mean label 60) a label costs 2 µs when it is made, where a search up the hierarchy takes 8, half
 * a one-to-one query; four of them were a third of the work for a request. Labels that nobody asks
 * for are never made, so new travel times cost nothing here when they come.
 *
 * <p>Holds scratch memory and belongs to one thread; the {@link LabelStore} is shared.
 */
final class NodeLabels {
  private static final int UNREACHABLE = TravelTimes.UNREACHABLE;

  private final Hierarchy hierarchy;
  private final int[] start;
  private final int[] arcs;

  /** 0 when labels lead up from their nodes, 1 when they lead down to them. */
  private final int side;

  private final LabelStore store;

  /** Time to rank i in the label being made, else UNREACHABLE. */
  private final int[] millis;

  /** Label of seed i, all of them at hand before they are joined. */
  private int[][] seedLabels = new int[4][];

  /** Time at seed i. */
  private int[] seedMillis = new int[4];

  /** Ranks reached by the label being made. */
  private final RankSet reached;

  /** Ranks whose labels have to be made. */
  private final RankSet missing;

  /** Those ranks, the least important first. */
  private int[] order = new int[256];

  /** The label that was made last: rank and time in turn. */
  private int[] cells = new int[512];

  /** Ranks of the label being made, the first {@link #taken}. */
  private int[] list = new int[256];

  private int taken;

  NodeLabels(Hierarchy hierarchy, boolean backward, LabelStore store) {
    this.hierarchy = hierarchy;
    this.store = store;
    start = hierarchy.startCells();
    arcs = hierarchy.arcCells();
    side = backward ? 1 : 0;
    millis = new int[hierarchy.size()];
    Arrays.fill(millis, UNREACHABLE);
    reached = new RankSet(hierarchy.size());
    missing = new RankSet(hierarchy.size());
  }

  /**
   * The label of a node: rank and time in turn, the most important rank first; not to be changed.
   */
  int[] of(int node) {
    return ofRank(hierarchy.rank(node));
  }

  /**
   * Writes the label of a position, which joins the graph at some nodes, into {@link #cells}.
   *
   * @return how many cells it takes
   */
  int write(Seeds seeds) {
    int count = 0;
    for (int i = 0; i < seeds.size(); i++) {
      if (hierarchy.contains(seeds.node(i))) {
        reserveSeeds(count);
        seedLabels[count] = ofRank(hierarchy.rank(seeds.node(i)));
        seedMillis[count++] = seeds.millis(i);
      }
    }
    if (count == 1) {
      return shift(seedLabels[0], seedMillis[0]);
    }
    int least = hierarchy.size() - 1;
    int greatest = 0;
    for (int i = 0; i < count; i++) {
      int[] label = seedLabels[i];
      reach(label, seedMillis[i]);
      least = Math.min(least, label[0]);
      greatest = Math.max(greatest, label[label.length - 2]);
    }
    return take(least, greatest);
  }

  private int shift(int[] label, int way) {
    if (label.length > cells.length) {
      cells = new int[2 * label.length];
    }
    for (int i = 0; i < label.length; i += 2) {
      cells[i] = label[i];
      cells[i + 1] = way + label[i + 1];
    }
    return label.length;
  }

  /** The label that {@link #write} wrote, until it is called again. */
  int[] cells() {
    return cells;
  }

  private int[] ofRank(int rank) {
    int[] label = store.find(rank);
    while (label == null) {
      store.makeRoom();
      label = make(rank);
    }
    return label;
  }

  /** Makes a label and those it needs; nothing when the store was emptied meanwhile. */
  private int @Nullable [] make(int wanted) {
    int[] label = null;
    for (int i = findMissing(wanted) - 1; i >= 0; i--) {
      label = join(order[i]);
      if (label == null) {
        return null;
      }
      store.put(order[i], label);
    }
    return label;
  }

  private int findMissing(int wanted) {
    int count = 0;
    missing.add(wanted);
    for (int block = missing.block(wanted); block >= 0; block--) {
      for (int rank = missing.takeGreatest(block); rank >= 0; rank = missing.takeGreatest(block)) {
        if (count == order.length) {
          order = Arrays.copyOf(order, 2 * count);
        }
        order[count++] = rank;
        int end = 2 * start[2 * rank + side + 1];
        for (int i = 2 * start[2 * rank + side]; i < end; i += 2) {
          if (store.find(arcs[i]) == null) {
            missing.add(arcs[i]);
          }
        }
      }
    }
    return count;
  }

  private int @Nullable [] join(int rank) {
    int least = rank;
    int first = 2 * start[2 * rank + side];
    int end = 2 * start[2 * rank + side + 1];
    boolean complete = true;
    reach(rank, 0);
    for (int i = first; i < end; i += 2) {
      int[] label = store.find(arcs[i]);
      if (label == null) {
        complete = false;
      } else {
        reach(label, arcs[i + 1]);
        least = Math.min(least, label[0]);
      }
    }
    int size = take(least, rank);
    return complete ? Arrays.copyOf(cells, size) : null;
  }

  private void reach(int[] label, int way) {
    for (int i = 0; i < label.length; i += 2) {
      reach(label[i], way + label[i + 1]);
    }
  }

  private void reach(int rank, int time) {
    if (time < millis[rank]) {
      millis[rank] = time;
      reached.add(rank);
    }
  }

  /** Takes out what has been reached between two ranks; returns how many cells were written. */
  private int take(int least, int greatest) {
    int size = 0;
    taken = 0;
    for (int block = reached.block(least); block <= reached.block(greatest); block++) {
      for (int rank = reached.takeLeast(block); rank >= 0; rank = reached.takeLeast(block)) {
        reserve(size);
        list[taken++] = rank;
        int time = quickest(rank);
        if (time < millis[rank]) {
          millis[rank] = time;
        } else {
          cells[size++] = rank;
          cells[size++] = time;
        }
      }
    }
    for (int i = 0; i < taken; i++) {
      millis[list[i]] = UNREACHABLE;
    }
    return size;
  }

  private void reserveSeeds(int count) {
    if (count == seedLabels.length) {
      seedLabels = Arrays.copyOf(seedLabels, 2 * count);
      seedMillis = Arrays.copyOf(seedMillis, 2 * count);
    }
  }

  private void reserve(int size) {
    if (size + 2 > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    if (taken == list.length) {
      list = Arrays.copyOf(list, 2 * taken);
    }
  }

  /** The time to a rank, by way of a more important one if that is quicker. */
  private int quickest(int rank) {
    int best = millis[rank];
    int end = 2 * start[2 * rank + 2 - side];
    for (int i = 2 * start[2 * rank + 1 - side]; i < end; i += 2) {
      best = Math.min(best, millis[arcs[i]] + arcs[i + 1]);
    }
    return best;
  }
}
