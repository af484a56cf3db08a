package org.ieum.traveltime;

/** Writes the arcs that a {@link Customization} has left into a {@link Hierarchy}. */
final class CustomizedArcs {
  /** Stands for an arc that the hierarchy does without. */
  static final int LEFT_OUT = Integer.MIN_VALUE;

  /** Into how many shares of equal size the ranks are cut for the threads. */
  private static final int SHARES = 16;

  private final HierarchyFrame frame;

  /** Time of link i up at cell 2i and down at cell 2i+1, ms. */
  private final int[] times;

  /** How the arc of cell i runs, see {@link Customization}. */
  private final int[] via;

  /** Arc in the hierarchy of cell i, or -1. */
  private final int[] arcOfCell;

  CustomizedArcs(HierarchyFrame frame, int[] times, int[] via) {
    this.frame = frame;
    this.times = times;
    this.via = via;
    arcOfCell = new int[times.length];
  }

  Hierarchy toHierarchy(SearchGraph graph, Crew crew) {
    int ranks = frame.size();
    int[] start = frame.startCells();
    int[] groups = new int[2 * ranks + 1];
    int count = 0;
    for (int group = 0; group < 2 * ranks; group++) {
      int end = 2 * start[(group >> 1) + 1];
      for (int cell = 2 * start[group >> 1] + (group & 1); cell < end; cell += 2) {
        arcOfCell[cell] = via[cell] == LEFT_OUT ? -1 : count++;
      }
      groups[group + 1] = count;
    }
    int[] arcs = new int[2 * count];
    int[] firstHalf = new int[count];
    int[] secondHalf = new int[count];
    int links = frame.linkCount();
    crew.run(
        SHARES,
        (worker, share) -> {
          int end = (int) ((long) links * (share + 1) / SHARES);
          for (int link = (int) ((long) links * share / SHARES); link < end; link++) {
            write(2 * link, arcs, firstHalf, secondHalf);
            write(2 * link + 1, arcs, firstHalf, secondHalf);
          }
        });
    return new Hierarchy(graph, frame.nodeOfRankCells(), groups, arcs, firstHalf, secondHalf);
  }

  private void write(int cell, int[] arcs, int[] firstHalf, int[] secondHalf) {
    int arc = arcOfCell[cell];
    if (arc < 0) {
      return;
    }
    int upper = frame.upperCells()[cell >> 1];
    arcs[2 * arc] = upper;
    arcs[2 * arc + 1] = times[cell];
    int near = via[cell];
    if (near < 0) {
      firstHalf[arc] = near;
      return;
    }
    // The bypassed node hangs below both ends: down to it from one, up from it to the other.
    int far = near - 1;
    while (frame.upperCells()[far] != upper) {
      far--;
    }
    boolean climbs = (cell & 1) == 0;
    firstHalf[arc] = arcOfCell[2 * (climbs ? near : far) + 1];
    secondHalf[arc] = arcOfCell[2 * (climbs ? far : near)];
  }
}
