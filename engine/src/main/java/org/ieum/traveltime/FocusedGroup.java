package org.ieum.traveltime;

import java.util.Arrays;

/** What helps to answer many questions about one group of places; made when it is first needed. */
final class FocusedGroup {
  private final PlaceTable places;
  private final GroupLanes toward;
  private final GroupLanes away;
  private PlaceGroup group = new PlaceGroup();
  private boolean isFocused;

  /** Road edge of place i of the group. */
  private int[] edges = new int[8];

  private boolean knowsToward;
  private boolean knowsAway;
  private boolean knowsMarks;

  /** The least of what the landmarks say of the places, see {@link Landmarks}. */
  private final int[] least = new int[Landmarks.CELLS];

  /** The most of what the landmarks say of the places. */
  private final int[] most = new int[Landmarks.CELLS];

  FocusedGroup(PlaceTable places, Hierarchy hierarchy) {
    this.places = places;
    toward = new GroupLanes(places, hierarchy, /* enters= */ true);
    away = new GroupLanes(places, hierarchy, /* enters= */ false);
  }

  void focus(PlaceGroup newGroup) {
    group = newGroup;
    isFocused = true;
    if (group.size() > edges.length) {
      edges = new int[2 * group.size()];
    }
    for (int i = 0; i < group.size(); i++) {
      edges[i] = places.edge(group.place(i));
    }
    knowsToward = false;
    knowsAway = false;
    knowsMarks = false;
  }

  void release() {
    isFocused = false;
  }

  boolean isFocused() {
    return isFocused;
  }

  boolean isOn(PlaceGroup wanted) {
    return isFocused && group == wanted;
  }

  /** Writes the time from a place to each place of the group, ms. */
  void durationsTo(int fromPlace, int[] result) {
    int[] label;
    int size;
    if (fromPlace < 0) {
      label = places.fromEdgeEnd(fromPlace);
      size = label.length;
    } else if (places.exit(fromPlace) >= 0 && places.isSearched(places.exit(fromPlace))) {
      label = places.fromNode(places.exit(fromPlace));
      size = label.length;
    } else {
      size = places.fromSize(fromPlace);
      label = places.fromCells(fromPlace);
    }
    int edge = fromPlace < 0 ? ~fromPlace >> 1 : places.edge(fromPlace);
    toward().durations(label, size, result);
    for (int i = 0; i < group.size(); i++) {
      if (edges[i] == edge) {
        result[i] = Math.min(result[i], places.withoutNodes(fromPlace, group.place(i)));
      }
    }
  }

  /** Writes the time from each place of the group to a place, ms. */
  void durationsFrom(int toPlace, int[] result) {
    int size = places.toSize(toPlace);
    away().durations(places.toCells(toPlace), size, result);
    int edge = places.edge(toPlace);
    for (int i = 0; i < group.size(); i++) {
      if (edges[i] == edge) {
        result[i] = Math.min(result[i], places.withoutNodes(group.place(i), toPlace));
      }
    }
  }

  /** The ways to all places of the group. */
  private GroupLanes toward() {
    if (!knowsToward) {
      knowsToward = true;
      toward.set(group);
    }
    return toward;
  }

  /** The ways from all places of the group. */
  private GroupLanes away() {
    if (!knowsAway) {
      knowsAway = true;
      away.set(group);
    }
    return away;
  }

  /** A lower bound of the times from a place to all places of the group. */
  int boundTo(int place) {
    findMarks();
    if (place < 0) {
      // Its own numbers know nothing of standing at a place of the group.
      return isOnEdge(~place >> 1) ? 0 : places.boundFromEdgeEnd(place, least, most);
    }
    return places.boundToRange(place, least, most);
  }

  /** A lower bound of the times from all places of the group to a place. */
  int boundFrom(int place) {
    findMarks();
    return places.boundFromRange(least, most, place);
  }

  private boolean isOnEdge(int edge) {
    for (int i = 0; i < group.size(); i++) {
      if (edges[i] == edge) {
        return true;
      }
    }
    return false;
  }

  private void findMarks() {
    if (!knowsMarks) {
      knowsMarks = true;
      Arrays.fill(least, Integer.MAX_VALUE);
      Arrays.fill(most, Integer.MIN_VALUE);
      for (int i = 0; i < group.size(); i++) {
        places.widen(group.place(i), least, most);
      }
    }
  }
}
