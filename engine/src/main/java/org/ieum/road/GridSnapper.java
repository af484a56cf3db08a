package org.ieum.road;

import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;

/** Snaps within a radius; see {@link SnapGrid}. Thread-safe. */
final class GridSnapper implements Snapper {
  private final SnapGrid grid;
  private final double radius;

  /**
   * A snapper on a grid.
   *
   * @param radius farthest distance to the road, metres, included
   */
  GridSnapper(SnapGrid grid, double radius) {
    if (!(radius >= 0)) {
      throw new IllegalArgumentException("radius must be >= 0 m, was " + radius);
    }
    this.grid = grid;
    this.radius = radius;
  }

  @Override
  public Optional<Snap> snap(LatLon location) {
    SnapGrid.Nearest nearest = grid.findNearest(location, radius);
    if (nearest.edge() < 0) {
      return Optional.empty();
    }
    RoadPosition position = new RoadPosition(nearest.edge(), nearest.fraction());
    return Optional.of(new Snap(position, nearest.location(), nearest.distance()));
  }
}
