package org.ieum.traveltime;

import java.util.Arrays;

/**
 * Where places lead: for each place the nodes by which it is left with the times there, and for
 * each node the places that lead to it. These are linked in lists without order.
 */
final class PlaceExits {
  private static final int NONE = -1;
  private static final int CLOSED = EdgeTimes.CLOSED;

  private final SearchGraph graph;

  /** Where place i leads: a node, time there, another node, time there; from cell 4 * i. */
  private int[] exits;

  /** First entry of the places that lead to node i, or -1; entry e stands for place e / 2. */
  private final int[] firstAt;

  /** Entry after entry i of the same node, or -1. */
  private int[] nextAt;

  PlaceExits(SearchGraph graph, int nodeCount, int room) {
    this.graph = graph;
    exits = new int[4 * room];
    nextAt = new int[2 * room];
    firstAt = new int[nodeCount];
    Arrays.fill(firstAt, NONE);
  }

  /** Makes room for so many places. */
  void reserve(int room) {
    exits = Arrays.copyOf(exits, 4 * room);
    nextAt = Arrays.copyOf(nextAt, 2 * room);
  }

  /** Sets where a place leads; its nodes do not know it before {@link #link}. */
  void set(int place, RoadPosition position, Seeds seeds) {
    seeds.clear();
    graph.leave(position, seeds);
    for (int side = 0; side < 2; side++) {
      boolean leads = side < seeds.size();
      exits[4 * place + 2 * side] = leads ? seeds.node(side) : 0;
      exits[4 * place + 2 * side + 1] = leads ? seeds.millis(side) : CLOSED;
    }
  }

  /** Enters a place at the nodes to which it leads. */
  void link(int place) {
    for (int side = 0; side < 2; side++) {
      if (exits[4 * place + 2 * side + 1] != CLOSED) {
        int node = exits[4 * place + 2 * side];
        nextAt[2 * place + side] = firstAt[node];
        firstAt[node] = 2 * place + side;
      }
    }
  }

  /** Takes a place out at the nodes to which it leads. */
  void unlink(int place) {
    for (int side = 0; side < 2; side++) {
      if (exits[4 * place + 2 * side + 1] != CLOSED) {
        int node = exits[4 * place + 2 * side];
        int gone = 2 * place + side;
        if (firstAt[node] == gone) {
          firstAt[node] = nextAt[gone];
        } else {
          int entry = firstAt[node];
          while (nextAt[entry] != gone) {
            entry = nextAt[entry];
          }
          nextAt[entry] = nextAt[gone];
        }
      }
    }
  }

  /** The first entry of the places that are linked to a node, or -1. */
  int firstAt(int node) {
    return firstAt[node];
  }

  /** The entry after another, or -1; entry i stands for place i / 2. */
  int nextAt(int entry) {
    return nextAt[entry];
  }

  /**
   * The node at which a place lies: all ways from it to other roads lead from there; or -1.
   *
   * @param edge the road of the place
   */
  int node(int place, int edge) {
    EdgeTimes roads = graph.roads();
    int first = exits[4 * place + 1];
    int second = exits[4 * place + 3];
    // A way to the other end of the road may begin at the node as well when it takes the whole
    // road.
    if (second == 0 && (first == CLOSED || first >= roads.backward(edge))) {
      return exits[4 * place + 2];
    }
    return first == 0 && (second == CLOSED || second >= roads.forward(edge))
        ? exits[4 * place]
        : NONE;
  }

  /** Shortest time by way of the nodes to which a place leads. */
  int through(int place, int[] millisByNode) {
    int at = 4 * place;
    return Math.min(
        millisByNode[exits[at]] + exits[at + 1], millisByNode[exits[at + 2]] + exits[at + 3]);
  }
}
