package org.ieum.traveltime;

import java.util.Optional;

/**
 * Shortest paths between any two positions, piece by piece; {@link DrivePath#metres} tells their
 * length. Belongs to one thread.
 */
public final class PathQuery {
  private final LegBuilder legs;

  /** Prepares queries on a hierarchy. */
  public PathQuery(Hierarchy hierarchy) {
    legs = new LegBuilder(hierarchy);
  }

  /** A shortest path, empty when no way leads there. */
  public Optional<DrivePath> findPath(RoadPosition from, RoadPosition to) {
    return legs.findPath(from, to);
  }
}
