package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Nodes at which a search begins or ends, each with a time, ms. Reused; belongs to one thread. */
public final class Seeds {
  private final IntArrayList nodes = new IntArrayList();

  /** Time at node i of {@link #nodes}, ms. */
  private final IntArrayList millis = new IntArrayList();

  /** Forgets all. */
  public void clear() {
    nodes.clear();
    millis.clear();
  }

  /** Adds a node; one that is {@link EdgeTimes#CLOSED} is left out. */
  public void add(int node, int time) {
    if (time < EdgeTimes.CLOSED) {
      nodes.add(node);
      millis.add(time);
    }
  }

  public int size() {
    return nodes.size();
  }

  public int node(int i) {
    return nodes.getInt(i);
  }

  /** Time at node i, ms. */
  public int millis(int i) {
    return millis.getInt(i);
  }
}
