package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of places: from where one of them can be reached within a limit, and how
 * quickly. A rider who asks for a ride now waits minutes, so all vehicles that could come are
 * within minutes; finding those roads backwards settles a few hundred nodes, and the places that
 * lead to them are all that matter, however large the fleet is.
 */
final class Approach {
  /** Beyond this, ms, searching all surroundings costs more than asking for single ways. */
  static final int FARTHEST = 600_000;

  private final SearchGraph graph;
  private final LocalSearch search;
  private final IntArrayList reached = new IntArrayList();
  private final Seeds seeds = new Seeds();
  private @Nullable PlaceGroup group;
  private int limit;

  Approach(SearchGraph graph) {
    this.graph = graph;
    search = new LocalSearch(graph, /* backward= */ true);
  }

  /** Searches backwards from a group; returns how many places it found, some perhaps twice. */
  int set(PlaceGroup newGroup, int newLimit, PlaceTable places) {
    group = newGroup;
    limit = newLimit;
    seeds.clear();
    for (int i = 0; i < newGroup.size(); i++) {
      seeds.setShift(newGroup.handicap(i));
      graph.enter(places.position(newGroup.place(i)), seeds);
    }
    seeds.setShift(0);
    search.run(seeds, newLimit);
    reached.clear();
    for (int i = 0; i < search.reachedCount(); i++) {
      int entry = places.firstAt(search.reached(i));
      for (; entry >= 0; entry = places.nextAt(entry)) {
        reached.add(entry >> 1);
      }
    }
    for (int i = 0; i < newGroup.size(); i++) {
      int edge = places.position(newGroup.place(i)).edge();
      addSameEdge(graph.endNode(2 * edge + 1), edge, places);
      addSameEdge(graph.endNode(2 * edge), edge, places);
      reached.add(newGroup.place(i));
    }
    return reached.size();
  }

  /** Adds places from which the way may lead along the edge alone. */
  private void addSameEdge(int node, int edge, PlaceTable places) {
    int entry = places.firstAt(node);
    for (; entry >= 0; entry = places.nextAt(entry)) {
      if (places.position(entry >> 1).edge() == edge) {
        reached.add(entry >> 1);
      }
    }
  }

  int reached(int i) {
    return reached.getInt(i);
  }

  /** Forgets the group. */
  void clear() {
    group = null;
  }

  /** Whether it knows all ways to a group up to a limit. */
  boolean covers(PlaceGroup wanted, int wantedLimit) {
    return wanted == group && wantedLimit <= limit;
  }

  /**
   * Least time from node i, handicaps included, UNREACHABLE beyond the limit; not to be changed.
   */
  int[] millisCells() {
    return search.millisCells();
  }
}
