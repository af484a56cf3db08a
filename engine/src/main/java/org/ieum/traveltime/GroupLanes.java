package org.ieum.traveltime;

import java.util.Arrays;

/**
 * The ways to all places of a group, or from them, side by side in a {@link LabelBundle}. Places
 * that join the graph at one and the same node, such as the ends of all roads into a crossing, have
 * one lane together, so that 55 meeting points around a rider take 24 lanes to leave them.
 */
final class GroupLanes {
  private static final int NONE = -1;

  private final PlaceTable places;
  private final boolean enters;
  private final LabelBundle bundle;
  private final Seeds seeds = new Seeds();

  /** Lane of node i while a group is entered, or NONE. */
  private final int[] laneOfNode;

  /** Node of lane i, or NONE when it belongs to a place alone. */
  private int[] nodes = new int[8];

  private int laneCount;

  private int size;

  /** Lane of place i of the group. */
  private int[] lanes = new int[8];

  /** Time between place i of the group and the node of its lane. */
  private int[] millis = new int[8];

  /**
   * Makes lanes for one group after the other.
   *
   * @param enters whether they lead to the places of a group, else from them
   */
  GroupLanes(PlaceTable places, Hierarchy hierarchy, boolean enters) {
    this.places = places;
    this.enters = enters;
    bundle = new LabelBundle(hierarchy.size());
    laneOfNode = new int[hierarchy.edges().nodeCount()];
    Arrays.fill(laneOfNode, NONE);
  }

  /** Makes the lanes of a group. */
  void set(PlaceGroup group) {
    size = group.size();
    laneCount = 0;
    if (size > lanes.length) {
      nodes = new int[2 * size];
      lanes = new int[2 * size];
      millis = new int[2 * size];
    }
    for (int i = 0; i < size; i++) {
      findLane(group.place(i), i);
    }
    bundle.begin(laneCount);
    int next = 0;
    for (int i = 0; i < size; i++) {
      if (lanes[i] == next) {
        fill(next++, group.place(i));
      }
    }
  }

  private void findLane(int place, int i) {
    int node = enters ? NONE : places.exit(place);
    millis[i] = 0;
    if (node == NONE) {
      seeds.clear();
      places.join(place, enters, seeds);
      if (seeds.size() == 1) {
        node = seeds.node(0);
        millis[i] = seeds.millis(0);
      }
    }
    if (node == NONE || !places.isSearched(node)) {
      millis[i] = 0;
      lanes[i] = newLane(NONE);
    } else {
      lanes[i] = laneOf(node);
    }
  }

  private int laneOf(int node) {
    if (laneOfNode[node] == NONE) {
      laneOfNode[node] = newLane(node);
    }
    return laneOfNode[node];
  }

  private int newLane(int node) {
    nodes[laneCount] = node;
    return laneCount++;
  }

  /** Enters the label of a lane, of which a place is the first. */
  private void fill(int lane, int place) {
    int node = nodes[lane];
    if (node != NONE) {
      laneOfNode[node] = NONE;
      int[] label = enters ? places.toNode(node) : places.fromNode(node);
      bundle.put(lane, label, label.length);
    } else if (enters) {
      int cells = places.toSize(place);
      bundle.put(lane, places.toCells(place), cells);
    } else {
      int cells = places.fromSize(place);
      bundle.put(lane, places.fromCells(place), cells);
    }
  }

  /**
   * Writes the times between the places of the group and one with a label, by way of nodes.
   *
   * @param cells the label: rank and time in turn
   * @param count cells used
   */
  void durations(int[] cells, int count, int[] result) {
    int[] best = bundle.best(cells, count);
    for (int i = 0; i < size; i++) {
      result[i] = Math.min(best[lanes[i]] + millis[i], TravelTimes.UNREACHABLE);
    }
  }
}
