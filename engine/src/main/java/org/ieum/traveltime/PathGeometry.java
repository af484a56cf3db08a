package org.ieum.traveltime;

import java.util.List;
import org.ieum.model.LatLon;

/** The shape of road edges. Thread-safe. */
public interface PathGeometry {
  /** How many edges there are; ids run from 0. */
  int edgeCount();

  /** Length of an edge in metres. */
  double length(int edge);

  /** The points of an edge from its base node to its other end, both included. */
  List<LatLon> shape(int edge);

  /** The place on the earth of a position on the graph. */
  LatLon locate(RoadPosition position);

  /** Whether cars may use the edge in at least one direction. */
  boolean drivable(int edge);

  /** Whether people on foot may use the edge. */
  boolean walkable(int edge);
}
