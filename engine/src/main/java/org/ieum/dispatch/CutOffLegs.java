package org.ieum.dispatch;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.LegCutOff;
import org.ieum.dispatch.DispatchEvent.RideAffected;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.traveltime.TravelTimes;

/**
 * Tells of legs along which no open road leads, and of the rides to their ends, each once.
 *
 * <p>Such a leg comes about when the travel times change, or when the stop at the end of one that
 * there was is taken out of the route. So whoever does either asks before what is known of a route,
 * and what is new is told after.
 */
final class CutOffLegs {
  private final FleetView fleet;
  private final TravelTimes times;
  private final Consumer<DispatchEvent> listener;

  CutOffLegs(FleetView fleet, TravelTimes times, Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.times = times;
    this.listener = listener;
  }

  /** All that there is to tell of a route as it is, in the order of its legs. */
  Set<DispatchEvent> of(int v, int now) {
    // As good as always there are none; a cancellation is not to allocate for that.
    Set<DispatchEvent> events = Collections.emptySet();
    for (int stop = 1; stop < fleet.stopCount(v); stop++) {
      int from = fleet.place(v, stop - 1);
      int to = fleet.place(v, stop);
      if (to != RoutePlan.ANYWHERE && times.isCutOff(from, to)) {
        events = events.isEmpty() ? new LinkedHashSet<>() : events;
        events.add(new LegCutOff(now, v, from, to));
        addRides(v, stop, to, now, events);
      }
    }
    return events;
  }

  private void addRides(int v, int stop, int place, int now, Set<DispatchEvent> events) {
    for (int k = 0; k < fleet.rideCount(v); k++) {
      if (fleet.pickup(v, k) == stop || fleet.dropoff(v, k) == stop) {
        events.add(new RideAffected(now, fleet.request(v, k), v, place));
      }
    }
  }

  /** Tells what there was not before, at the same time. */
  void tellNew(int v, Set<DispatchEvent> before, int now) {
    for (DispatchEvent event : of(v, now)) {
      if (!before.contains(event)) {
        listener.accept(event);
      }
    }
  }
}
