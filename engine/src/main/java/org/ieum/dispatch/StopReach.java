package org.ieum.dispatch;

import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.traveltime.Snapper;
import org.ieum.traveltime.WalkAccess;

/** Finds the stop points that a rider would walk to. Belongs to one thread. */
public final class StopReach {
  private final Snapper snapper;
  private final WalkAccess access;
  private final int longestWalk;

  /**
   * Sets how far riders walk.
   *
   * @param snapper finds the street or path nearest to a place
   * @param longestWalk ms, included
   */
  public StopReach(Snapper snapper, WalkAccess access, int longestWalk) {
    this.snapper = snapper;
    this.access = access;
    this.longestWalk = longestWalk;
  }

  /** The stop points around a place, nearest first; empty when the place is out of the area. */
  public List<CandidatePoint> around(LatLon place) {
    return snapper
        .snap(place)
        .map(snap -> access.stopPointsAround(snap, longestWalk))
        .orElse(List.of());
  }
}
