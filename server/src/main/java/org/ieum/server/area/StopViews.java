package org.ieum.server.area;

import java.util.List;
import org.ieum.model.StopPoint;
import org.ieum.server.api.StopView;

/** Shows stop points. */
final class StopViews {
  private StopViews() {}

  static StopView view(StopPoint stop, boolean isClosed) {
    return new StopView(
        stop.id(), stop.name(), stop.location().lat(), stop.location().lon(), isClosed);
  }

  static List<StopView> open(List<StopPoint> stops) {
    return stops.stream().map(stop -> view(stop, false)).toList();
  }
}
