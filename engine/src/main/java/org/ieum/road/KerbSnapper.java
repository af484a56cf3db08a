package org.ieum.road;

import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.Heading;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.Snap;
import org.ieum.traveltime.Snapper;

/**
 * Snaps to the side of the road on which a place lies: the vehicle comes in the direction in which
 * it has the place on its kerb side. A place on the very line counts as to its right. Thread-safe.
 */
final class KerbSnapper implements Snapper {
  private final SnapGrid grid;
  private final double radius;
  private final EdgeTimes driving;
  private final boolean isRight;

  /**
   * A snapper on a grid.
   *
   * @param radius farthest distance to the road, metres, included
   * @param driving which directions are open
   * @param side of a vehicle; without a choice the right one
   */
  KerbSnapper(SnapGrid grid, double radius, EdgeTimes driving, KerbSide side) {
    if (!(radius >= 0)) {
      throw new IllegalArgumentException("radius must be >= 0 m, was " + radius);
    }
    this.grid = grid;
    this.radius = radius;
    this.driving = driving;
    isRight = side != KerbSide.LEFT;
  }

  @Override
  public Optional<Snap> snap(LatLon location) {
    SnapGrid.Nearest nearest = grid.findNearest(location, radius);
    if (nearest.edge() < 0) {
      return Optional.empty();
    }
    Heading heading = nearest.isRight() == isRight ? Heading.FORWARD : Heading.BACKWARD;
    if (!isOpen(driving, nearest.edge(), heading)) {
      heading = opposite(heading);
    }
    RoadPosition position = new RoadPosition(nearest.edge(), nearest.fraction(), heading);
    return Optional.of(new Snap(position, nearest.location(), nearest.distance()));
  }

  /** The same place on the other side, if the road is open there. */
  static Optional<RoadPosition> findOpposite(EdgeTimes driving, RoadPosition position) {
    Heading other = opposite(position.heading());
    return isOpen(driving, position.edge(), other)
        ? Optional.of(new RoadPosition(position.edge(), position.fraction(), other))
        : Optional.empty();
  }

  private static Heading opposite(Heading heading) {
    return heading == Heading.FORWARD ? Heading.BACKWARD : Heading.FORWARD;
  }

  private static boolean isOpen(EdgeTimes driving, int edge, Heading heading) {
    int millis = heading == Heading.FORWARD ? driving.forward(edge) : driving.backward(edge);
    return millis != EdgeTimes.CLOSED;
  }
}
