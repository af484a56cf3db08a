package org.ieum.dispatch;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.RideAffected;
import org.ieum.dispatch.DispatchEvent.StopClosed;
import org.ieum.dispatch.DispatchEvent.StopReopened;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.insertion.RequestLimits;
import org.ieum.model.Promise;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;

/** The stop points at which nobody newly boards or alights. */
final class ClosedStops {
  private final FleetView fleet;
  private final Consumer<DispatchEvent> listener;
  private final BitSet closed = new BitSet();

  ClosedStops(FleetView fleet, Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.listener = listener;
  }

  /** Closes a stop point and tells whose ride it concerns; nothing when it is closed already. */
  void close(int stopPoint, int now) {
    if (closed.get(stopPoint)) {
      return;
    }
    closed.set(stopPoint);
    listener.accept(new StopClosed(now, stopPoint));
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      for (int k = 0; k < fleet.rideCount(v); k++) {
        if (isAt(v, fleet.pickup(v, k), stopPoint) || isAt(v, fleet.dropoff(v, k), stopPoint)) {
          listener.accept(new RideAffected(now, fleet.request(v, k), v, stopPoint));
        }
      }
    }
  }

  private boolean isAt(int v, int stop, int stopPoint) {
    return stop != RoutePlan.ABOARD && fleet.place(v, stop) == stopPoint;
  }

  /** Opens a stop point again; nothing when it is open. */
  void reopen(int stopPoint, int now) {
    if (closed.get(stopPoint)) {
      closed.clear(stopPoint);
      listener.accept(new StopReopened(now, stopPoint));
    }
  }

  /** Takes over those that were closed before. */
  void restore(List<Integer> stopPoints) {
    stopPoints.forEach(closed::set);
  }

  /** All of them, ascending. */
  List<Integer> all() {
    return closed.stream().boxed().toList();
  }

  boolean isClosed(int stopPoint) {
    return closed.get(stopPoint);
  }

  /** Whether an offer of before uses a stop point that is closed now. */
  boolean concerns(Promise promise) {
    return closed.get(promise.pickupStopPoint()) || closed.get(promise.dropoffStopPoint());
  }

  /** Takes closed stop points out of a request; the reason against it when none is left. */
  Optional<Rejection> findObjection(RequestLimits limits) {
    if (closed.isEmpty()) {
      return Optional.empty();
    }
    int pickups = 0;
    for (int i = 0; i < limits.pickupCount(); i++) {
      if (closed.get(limits.pickupPoint(i))) {
        limits.closePickup(i);
      } else {
        pickups++;
      }
    }
    int dropoffs = 0;
    for (int j = 0; j < limits.dropoffCount(); j++) {
      if (closed.get(limits.dropoffPoint(j))) {
        limits.closeDropoff(j);
      } else {
        dropoffs++;
      }
    }
    if (pickups > 0 && dropoffs > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Rejection(
            RejectionReason.OUT_OF_AREA,
            pickups == 0
                ? "no pickup stop point in reach is open, closed are " + limits.pickupCount()
                : "no drop-off stop point in reach is open, closed are " + limits.dropoffCount()));
  }
}
