package org.ieum.dispatch;

import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.PromiseBroken;
import org.ieum.dispatch.DispatchEvent.PromiseRestored;
import org.ieum.dispatch.DispatchEvent.ShiftLate;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.RouteRepair;
import org.ieum.fleet.StopKind;
import org.ieum.model.Promise;

/**
 * Puts routes in place that must be driven whether or not they keep what was promised, and tells of
 * every promise that they break or keep again. What is late stays no later than it is now, see
 * {@link RouteRepair}.
 */
final class LateRoutes {
  private static final PromiseLimit[] LIMITS = PromiseLimit.values();

  private final FleetState fleet;
  private final Bookings bookings;
  private final RouteRepair repair;
  private final Consumer<DispatchEvent> listener;
  private final RoutePlan before = new RoutePlan();

  LateRoutes(
      FleetState fleet, Bookings bookings, RouteRepair repair, Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.bookings = bookings;
    this.repair = repair;
    this.listener = listener;
  }

  /** Times a plan by what was promised, as well as it can be kept, and makes it the route. */
  void put(RoutePlan plan, int now) {
    fleet.load(plan.vehicle(), before);
    for (int k = 0; k < plan.rideCount(); k++) {
      restorePromise(plan, k);
    }
    repair.time(plan, now);
    fleet.replace(plan);
    for (int k = 0; k < plan.rideCount(); k++) {
      tellPromise(plan, k, now);
    }
    tellShifts(plan, now);
  }

  private void restorePromise(RoutePlan plan, int ride) {
    Booking booking = bookings.get(plan.request(ride));
    Promise promise = booking.offer().promise();
    int latestDropoff = promise.latestDropoff();
    if (plan.pickup(ride) == RoutePlan.ABOARD) {
      latestDropoff = Math.min(latestDropoff, booking.departure() + promise.maxRideDuration());
    }
    plan.limitRide(
        ride,
        promise.pickupWindow().earliest(),
        promise.pickupWindow().latest(),
        latestDropoff,
        promise.maxRideDuration());
  }

  private void tellPromise(RoutePlan plan, int ride, int now) {
    Booking booking = bookings.get(plan.request(ride));
    Promise promise = booking.offer().promise();
    boolean isAboard = plan.pickup(ride) == RoutePlan.ABOARD;
    for (PromiseLimit limit : LIMITS) {
      int promised = limit.of(promise);
      int expected =
          switch (limit) {
            case LATEST_PICKUP ->
                isAboard ? booking.limit(limit) : Math.max(promised, plan.latestPickup(ride));
            case LATEST_DROPOFF -> Math.max(promised, plan.latestDropoff(ride));
            case LONGEST_RIDE ->
                Math.max(
                    promised,
                    isAboard ? plan.latestDropoff(ride) - booking.departure() : plan.maxRide(ride));
          };
      if (expected != booking.limit(limit)) {
        booking.setLimit(limit, expected);
        listener.accept(
            expected > promised
                ? new PromiseBroken(
                    now, booking.request(), plan.vehicle(), limit, promised, expected)
                : new PromiseRestored(now, booking.request(), plan.vehicle(), limit));
      }
    }
  }

  /** Tells of breaks and ends of shifts whose latest arrival is another than before. */
  private void tellShifts(RoutePlan plan, int now) {
    int old = before.stopCount();
    for (int i = plan.stopCount() - 1; i >= 0; i--) {
      if (hasOwnLatest(plan.kind(i))) {
        do {
          old--;
        } while (!hasOwnLatest(before.kind(old)));
        if (plan.ownLatest(i) != before.ownLatest(old)) {
          listener.accept(
              new ShiftLate(
                  now,
                  plan.vehicle(),
                  plan.kind(i),
                  repair.fixedLatest(plan, i),
                  plan.ownLatest(i)));
        }
      }
    }
  }

  /** Whether stops of a kind have a latest arrival for their own sake. */
  private static boolean hasOwnLatest(StopKind kind) {
    return kind == StopKind.BREAK || kind == StopKind.SHIFT_END;
  }
}
