package org.ieum.server.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ieum.model.StopPoint;
import org.ieum.server.api.StopView;

/** Shows stop points. */
final class StopViews {
  private StopViews() {}

  static StopView view(StopPoint stop, boolean isClosed) {
    return new StopView(
        stop.id(), stop.name(), stop.location().lat(), stop.location().lon(), isClosed);
  }

  static List<StopView> all(List<StopPoint> stops, Set<Integer> closed) {
    List<StopView> views = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      views.add(view(stops.get(i), closed.contains(i)));
    }
    return views;
  }
}
