package org.ieum.traveltime;

import java.util.Optional;
import org.ieum.model.LatLon;

/** Finds the nearest place on the road graph that its mode of travel may use. Thread-safe. */
public interface Snapper {
  /** The nearest usable place on the graph, empty when there is none within its search radius. */
  Optional<Snap> snap(LatLon location);
}
