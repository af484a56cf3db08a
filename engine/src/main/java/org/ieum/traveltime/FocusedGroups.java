package org.ieum.traveltime;

import org.jspecify.annotations.Nullable;

/**
 * The groups that many questions are about, such as the pickups and the dropoffs of a request, and
 * the surroundings of one of them.
 */
final class FocusedGroups {
  /** Groups of at least this size are asked about together. */
  private static final int BUNDLED = 3;

  private final PlaceTable places;
  private final SearchGraph graph;

  /** Whether a matrix answers between stop points. */
  private final boolean hasMatrix;

  private final FocusedGroup one;
  private final FocusedGroup other;
  private @Nullable Approach approach;

  FocusedGroups(PlaceTable places, RoadMetric metric) {
    this.places = places;
    Hierarchy hierarchy = metric.hierarchy();
    graph = hierarchy.graph();
    hasMatrix = metric.matrix().size() > 0;
    one = new FocusedGroup(places, hierarchy);
    other = new FocusedGroup(places, hierarchy);
  }

  /** What is known of a group, or null when its places are asked about one by one. */
  @Nullable FocusedGroup find(PlaceGroup group) {
    if (one.isOn(group)) {
      return one;
    }
    return other.isOn(group) ? other : null;
  }

  /** See {@link TravelTimes#focus}. */
  void focus(PlaceGroup group, boolean follow) {
    for (int i = 0; i < group.size(); i++) {
      places.setFocus(group.place(i), follow);
    }
    if (approach != null && approach.covers(group, 0)) {
      approach.clear();
    }
    FocusedGroup slot = find(group);
    if (slot != null) {
      slot.release();
    }
    if (!follow || group.size() < BUNDLED || hasMatrix) {
      return;
    }
    if (slot == null) {
      slot = one.isFocused() ? other : one;
    }
    slot.focus(group);
  }

  /**
   * Finds the surroundings of a group, but only for places beside the stop points; those among stop
   * points have their matrix. See {@link TravelTimes#approach}.
   */
  int approach(PlaceGroup group, int limit) {
    if (hasMatrix || limit > Approach.FARTHEST) {
      forgetApproach();
      return -1;
    }
    return prepareApproach().set(group, Math.max(0, limit), places);
  }

  /** Has all at hand that {@link #approach} needs. */
  Approach prepareApproach() {
    Approach near = approach;
    if (near == null) {
      near = new Approach(graph);
      approach = near;
    }
    return near;
  }

  /** Whether surroundings have been asked for, or prepared. */
  boolean approaches() {
    return approach != null;
  }

  /** Forgets which places are around a group. */
  void forgetApproach() {
    if (approach != null) {
      approach.clear();
    }
  }

  /** See {@link TravelTimes#reached}. */
  int reached(int i) {
    if (approach == null) {
      throw new IllegalStateException("no places have been found");
    }
    return approach.reached(i);
  }

  /** The surroundings of a group up to a limit, or null when they have not been found. */
  @Nullable Approach findApproach(PlaceGroup group, int limit) {
    Approach near = approach;
    return near != null && near.covers(group, limit) ? near : null;
  }
}
