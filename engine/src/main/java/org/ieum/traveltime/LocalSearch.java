package org.ieum.traveltime;

import java.util.Arrays;

/**
 * Everything that can be reached from a place within a time limit.
 *
 * <p>Design note. Nodes wait in buckets of about a second (Dial, <em>Algorithm 360: Shortest-Path
 * Forest with Topological Ordering</em>, CACM 1969). Within a bucket they come in any order, and
 * one whose time falls once more is looked at again, which is rare because few streets are driven
 * in less than a second; so the times are exact, and a node costs no comparisons with others.
 *
 * <p>Reused from search to search, belongs to one thread.
 */
public final class LocalSearch {
  private final FlatGraph graph;
  private final SearchGraph roads;
  private final Seeds seeds = new Seeds();
  private final boolean backward;

  /** Time from the start to node i, ms, or {@link TravelTimes#UNREACHABLE}. */
  private final int[] millis;

  /** log2 of the width of a bucket, ms. */
  private static final int WIDTH_BITS = 10;

  private static final int NONE = -1;

  /** First waiting entry of bucket i, or NONE. */
  private int[] first = new int[0];

  /** Entry behind entry i of the same bucket, or NONE. */
  private int[] next = new int[512];

  /** Node of entry i. */
  private int[] waiting = new int[512];

  /** Time of entry i, ms; the node may have been reached sooner since. */
  private int[] waitingMillis = new int[512];

  private int entries;

  /** Nodes with a time, the first {@link #reachedCount}, by bucket at first sight. */
  private int[] reached = new int[512];

  private int reachedCount;

  /** Searches for what can be reached from a place. */
  public LocalSearch(FlatGraph graph) {
    this(new PlainGraph(graph.edges()), graph, /* backward= */ false);
  }

  /** Searches for what a place can be reached from. */
  static LocalSearch backward(FlatGraph graph) {
    return new LocalSearch(new PlainGraph(graph.edges()), graph, /* backward= */ true);
  }

  /** Searches for what a place can be reached from, if backward. */
  LocalSearch(SearchGraph roads, boolean backward) {
    this(roads, new FlatGraph(roads.edges()), backward);
  }

  private LocalSearch(SearchGraph roads, FlatGraph graph, boolean backward) {
    this.roads = roads;
    this.graph = graph;
    this.backward = backward;
    millis = new int[graph.nodeCount()];
    Arrays.fill(millis, TravelTimes.UNREACHABLE);
  }

  /**
   * Finds all nodes within a limit of a position. The result stays until the next search.
   *
   * @param limit longest time, ms, included
   */
  public void run(RoadPosition start, int limit) {
    seeds.clear();
    if (backward) {
      roads.enter(start, seeds);
    } else {
      roads.leave(start, seeds);
    }
    run(seeds, limit);
  }

  /** Finds all nodes within a limit of any seed, the times at the seeds included. */
  void run(Seeds starts, int limit) {
    clear(limit);
    for (int i = 0; i < starts.size(); i++) {
      reach(starts.node(i), starts.millis(i), limit);
    }
    settle(limit);
  }

  /** Finds all nodes within a limit of a node, like {@link #run(RoadPosition, int)}. */
  public void run(int node, int limit) {
    clear(limit);
    reach(node, 0, limit);
    settle(limit);
  }

  private void clear(int limit) {
    for (int i = 0; i < reachedCount; i++) {
      millis[reached[i]] = TravelTimes.UNREACHABLE;
    }
    reachedCount = 0;
    entries = 0;
    int buckets = (limit >> WIDTH_BITS) + 1;
    if (buckets > first.length) {
      first = new int[buckets];
      Arrays.fill(first, NONE);
    }
  }

  private void reach(int node, int time, int limit) {
    if (time > limit || time >= millis[node]) {
      return;
    }
    if (millis[node] == TravelTimes.UNREACHABLE) {
      if (reachedCount == reached.length) {
        reached = Arrays.copyOf(reached, 2 * reachedCount);
      }
      reached[reachedCount++] = node;
    }
    millis[node] = time;
    if (entries == next.length) {
      next = Arrays.copyOf(next, 2 * entries);
      waiting = Arrays.copyOf(waiting, 2 * entries);
      waitingMillis = Arrays.copyOf(waitingMillis, 2 * entries);
    }
    int bucket = time >> WIDTH_BITS;
    waiting[entries] = node;
    waitingMillis[entries] = time;
    next[entries] = first[bucket];
    first[bucket] = entries++;
  }

  private void settle(int limit) {
    int buckets = (limit >> WIDTH_BITS) + 1;
    for (int bucket = 0; bucket < buckets; bucket++) {
      for (int entry = first[bucket]; entry != NONE; entry = first[bucket]) {
        first[bucket] = next[entry];
        int node = waiting[entry];
        if (waitingMillis[entry] == millis[node]) {
          follow(node, millis[node], limit);
        }
      }
    }
  }

  private void follow(int node, int time, int limit) {
    int[] arcs = backward ? graph.inCells() : graph.outCells();
    int end = backward ? graph.inStart(node + 1) : graph.outStart(node + 1);
    for (int arc = backward ? graph.inStart(node) : graph.outStart(node); arc < end; arc += 3) {
      reach(arcs[arc], time + arcs[arc + 1], limit);
    }
  }

  /** How many nodes the last search reached. */
  public int reachedCount() {
    return reachedCount;
  }

  /** One of the reached nodes, from 0; near ones come before far ones, but not strictly. */
  public int reached(int i) {
    return reached[i];
  }

  /** Time from the start of the last search to a node, ms, or UNREACHABLE beyond the limit. */
  public int millis(int node) {
    return millis[node];
  }

  /** Time to node i, for inner loops; not to be changed. */
  int[] millisCells() {
    return millis;
  }
}
