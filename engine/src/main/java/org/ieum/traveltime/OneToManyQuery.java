package org.ieum.traveltime;

import java.util.List;

/**
 * Shortest driving times from one place to any of a fixed set of positions.
 *
 * <p>Design note. The backward labels of the targets are searched once and kept. A new source costs
 * one upward search; after that each target costs one pass over its label, which is far cheaper
 * than a query of its own. The last source is remembered, so asking target by target is as quick as
 * asking for all at once. Belongs to one thread, allocates nothing per query.
 */
public final class OneToManyQuery {
  private final Hierarchy hierarchy;
  private final List<RoadPosition> targets;
  private final Labels labels;
  private final UpwardSearch search;
  private int lastNode = -1;

  /** Prepares the targets. */
  public OneToManyQuery(Hierarchy hierarchy, List<RoadPosition> targets) {
    this(
        hierarchy,
        List.copyOf(targets),
        Labels.of(targets, new UpwardSearch(hierarchy, /* backward= */ true)));
  }

  private OneToManyQuery(Hierarchy hierarchy, List<RoadPosition> targets, Labels labels) {
    this.hierarchy = hierarchy;
    this.targets = targets;
    this.labels = labels;
    search = new UpwardSearch(hierarchy, /* backward= */ false);
  }

  /** A query on the same prepared targets for another thread. */
  public OneToManyQuery fork() {
    return new OneToManyQuery(hierarchy, targets, labels);
  }

  /** Shortest time from a node to a target, ms, or {@link TravelTimes#UNREACHABLE}. */
  public int duration(int fromNode, int target) {
    if (fromNode != lastNode) {
      search.run(fromNode);
      lastNode = fromNode;
    }
    return labels.best(search.millisCells(), target);
  }

  /** Writes the shortest time to every target, ms, into {@code result} by target. */
  public void durations(RoadPosition from, int[] result) {
    lastNode = -1;
    search.run(from);
    for (int target = 0; target < result.length; target++) {
      int millis = labels.best(search.millisCells(), target);
      RoadPosition to = targets.get(target);
      if (to.edge() == from.edge()) {
        millis = Math.min(millis, hierarchy.graph().along(from, to));
      }
      result[target] = millis;
    }
  }
}
