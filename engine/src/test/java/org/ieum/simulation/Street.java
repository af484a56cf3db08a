package org.ieum.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.dispatch.StopReach;
import org.ieum.model.LatLon;
import org.ieum.road.Contraction;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.FlatGraph;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RandomRoads;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;
import org.ieum.traveltime.WalkAccess;

/**
 * A straight street along the equator: a node each kilometre, driven in 100 s, walked in 1000 s.
 * Stop point s is at kilometre s.
 */
final class Street implements PathGeometry, Snapper {
  private static final double METRES_PER_DEGREE = 6_371_000 * Math.PI / 180;

  private final int kilometres;
  private final List<RoadPosition> stops = new ArrayList<>();
  private final EdgeTimes driving;
  private final EdgeTimes walking;

  Street(int kilometres) {
    this.kilometres = kilometres;
    List<int[]> drives = new ArrayList<>();
    List<int[]> walks = new ArrayList<>();
    for (int i = 0; i < kilometres; i++) {
      drives.add(new int[] {i, i + 1, 100_000, 100_000});
      walks.add(new int[] {i, i + 1, 1_000_000, 1_000_000});
      stops.add(new RoadPosition(i, 0));
    }
    stops.add(new RoadPosition(kilometres - 1, 1));
    driving = RandomRoads.times(kilometres + 1, drives);
    walking = RandomRoads.times(kilometres + 1, walks);
  }

  RoadTravelTimes times() {
    return new RoadTravelTimes(new Contraction(driving).toHierarchy(), stops);
  }

  /** Stop points to which one walks no longer than given, ms. */
  StopReach reach(int longest) {
    return new StopReach(this, new WalkAccess(new FlatGraph(walking), stops, 1), longest);
  }

  /** The place so many kilometres from the start. */
  static LatLon at(double kilometre) {
    return new LatLon(0, kilometre * 1000 / METRES_PER_DEGREE);
  }

  @Override
  public Optional<Snap> snap(LatLon location) {
    double kilometre = location.lon() * METRES_PER_DEGREE / 1000;
    double onStreet = Math.max(0, Math.min(kilometres, kilometre));
    double metres = location.metresTo(at(onStreet));
    if (metres > 100) {
      return Optional.empty();
    }
    int edge = Math.min(kilometres - 1, (int) onStreet);
    return Optional.of(new Snap(new RoadPosition(edge, onStreet - edge), at(onStreet), metres));
  }

  @Override
  public int edgeCount() {
    return kilometres;
  }

  @Override
  public double length(int edge) {
    return 1000;
  }

  @Override
  public List<LatLon> shape(int edge) {
    return List.of(at(edge), at(edge + 1));
  }

  @Override
  public LatLon locate(RoadPosition position) {
    return at(position.edge() + position.fraction());
  }

  @Override
  public boolean drivable(int edge) {
    return true;
  }

  @Override
  public boolean walkable(int edge) {
    return true;
  }
}
