package org.ieum.traveltime;

import java.util.Arrays;

/**
 * Nodes at which a search begins or ends, each with a time and with the lane between the node and
 * the position. Reused; belongs to one thread.
 */
public final class Seeds {
  private int size;
  private int[] nodes = new int[4];

  /** Time at node i of {@link #nodes}, ms. */
  private int[] millis = new int[4];

  /** Added to all times that come. */
  private int shift;

  /** Lane by which node i of {@link #nodes} is joined. */
  private int[] lanes = new int[4];

  /** Forgets all. */
  public void clear() {
    size = 0;
  }

  /** Sets what is added to the times of all nodes that are added from now on, ms. */
  void setShift(int millis) {
    shift = millis;
  }

  /** Adds a node; one that is {@link EdgeTimes#CLOSED} is left out. */
  public void add(int node, int time, int lane) {
    if (time >= EdgeTimes.CLOSED) {
      return;
    }
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      millis = Arrays.copyOf(millis, 2 * size);
      lanes = Arrays.copyOf(lanes, 2 * size);
    }
    nodes[size] = node;
    millis[size] = shift + time;
    lanes[size++] = lane;
  }

  public int size() {
    return size;
  }

  public int node(int i) {
    return nodes[i];
  }

  /** Time at node i, ms. */
  public int millis(int i) {
    return millis[i];
  }

  /** Lane by which node i is joined, see {@link SearchGraph}. */
  public int lane(int i) {
    return lanes[i];
  }

  /** The seed with the least time at a node, the first of them when equal, or -1. */
  int quickestAt(int node) {
    int quickest = -1;
    for (int i = 0; i < size; i++) {
      if (nodes[i] == node && (quickest < 0 || millis[i] < millis[quickest])) {
        quickest = i;
      }
    }
    return quickest;
  }
}
