package org.ieum.traveltime;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * The surroundings of one place: from where it can be reached within a limit, and how quickly. A
 * rider who asks for a ride now waits minutes, so all vehicles that could come are within minutes;
 * finding those roads backwards settles a few hundred nodes, and the places that lead to them are
 * all that matter, however large the fleet is.
 */
final class Approach {
  /** Beyond this, ms, searching all surroundings costs more than asking for single ways. */
  static final int FARTHEST = 600_000;

  private final SearchGraph graph;
  private final LocalSearch search;
  private final IntArrayList reached = new IntArrayList();
  private int place = Integer.MIN_VALUE;
  private int limit;

  Approach(SearchGraph graph) {
    this.graph = graph;
    search = new LocalSearch(graph, /* backward= */ true);
  }

  /** Searches backwards from a place; returns how many places it found, some perhaps twice. */
  int set(int newPlace, int newLimit, PlaceTable places) {
    place = newPlace;
    limit = newLimit;
    RoadPosition position = places.position(newPlace);
    search.run(position, newLimit);
    reached.clear();
    for (int i = 0; i < search.reachedCount(); i++) {
      int entry = places.firstAt(search.reached(i));
      for (; entry >= 0; entry = places.nextAt(entry)) {
        reached.add(entry >> 1);
      }
    }
    addSameEdge(graph.endNode(2 * position.edge() + 1), position.edge(), places);
    addSameEdge(graph.endNode(2 * position.edge()), position.edge(), places);
    return reached.size();
  }

  /** Adds places from which the way may lead along the edge alone, the place itself among them. */
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

  /** Forgets the place. */
  void clear() {
    place = Integer.MIN_VALUE;
  }

  /** Whether it knows all ways to a place up to a limit. */
  boolean covers(int wantedPlace, int wantedLimit) {
    return wantedPlace == place && wantedLimit <= limit;
  }

  /** Time from node i, UNREACHABLE beyond the limit; not to be changed. */
  int[] millisCells() {
    return search.millisCells();
  }
}
