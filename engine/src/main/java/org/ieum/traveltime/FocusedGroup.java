package org.ieum.traveltime;

import java.util.Arrays;

/** What helps to answer many questions about one group of places; made when it is first needed. */
final class FocusedGroup {
  private final PlaceTable places;
  private final LabelBundle toward;
  private final LabelBundle away;
  private PlaceGroup group = new PlaceGroup();
  private boolean isFocused;
  private boolean knowsToward;
  private boolean knowsAway;
  private boolean knowsMarks;

  /** The least of what the landmarks say of the places, see {@link Landmarks}. */
  private final int[] least = new int[Landmarks.CELLS];

  /** The most of what the landmarks say of the places. */
  private final int[] most = new int[Landmarks.CELLS];

  FocusedGroup(PlaceTable places, int ranks) {
    this.places = places;
    toward = new LabelBundle(ranks);
    away = new LabelBundle(ranks);
  }

  void focus(PlaceGroup newGroup) {
    group = newGroup;
    isFocused = true;
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
    } else {
      size = places.fromSize(fromPlace);
      label = places.fromCells(fromPlace);
    }
    int[] best = toward().best(label, size);
    for (int i = 0; i < group.size(); i++) {
      result[i] = Math.min(best[i], places.withoutNodes(fromPlace, group.place(i)));
    }
  }

  /** Writes the time from each place of the group to a place, ms. */
  void durationsFrom(int toPlace, int[] result) {
    int size = places.toSize(toPlace);
    int[] best = away().best(places.toCells(toPlace), size);
    for (int i = 0; i < group.size(); i++) {
      result[i] = Math.min(best[i], places.withoutNodes(group.place(i), toPlace));
    }
  }

  /** The labels to all places of the group. */
  private LabelBundle toward() {
    if (!knowsToward) {
      knowsToward = true;
      toward.begin(group.size());
      for (int i = 0; i < group.size(); i++) {
        int size = places.toSize(group.place(i));
        toward.put(i, places.toCells(group.place(i)), size);
      }
    }
    return toward;
  }

  /** The labels from all places of the group. */
  private LabelBundle away() {
    if (!knowsAway) {
      knowsAway = true;
      away.begin(group.size());
      for (int i = 0; i < group.size(); i++) {
        int size = places.fromSize(group.place(i));
        away.put(i, places.fromCells(group.place(i)), size);
      }
    }
    return away;
  }

  /** A lower bound of the times from a place to all places of the group. */
  int boundTo(int place) {
    findMarks();
    return places.boundToRange(place, least, most);
  }

  /** A lower bound of the times from all places of the group to a place. */
  int boundFrom(int place) {
    findMarks();
    return places.boundFromRange(least, most, place);
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
