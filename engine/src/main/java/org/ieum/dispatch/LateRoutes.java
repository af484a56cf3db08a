package org.ieum.dispatch;

import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.PromiseAtRisk;
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
  void put(RoutePlan plan, int now, TroubleCause cause) {
    time(plan, now);
    apply(plan, now, cause);
  }

  /** The same of a vehicle that is kept at its stop, whatever that breaks. */
  void putHeld(RoutePlan plan, int now, TroubleCause cause) {
    for (int k = 0; k < plan.rideCount(); k++) {
      restorePromise(plan, k);
    }
    repair.timeHeld(plan, now);
    apply(plan, now, cause);
  }

  /**
   * Times a plan by what was promised, as well as it can be kept.
   *
   * @throws IllegalStateException when it cannot be driven at all, with too many aboard
   */
  void time(RoutePlan plan, int now) {
    for (int k = 0; k < plan.rideCount(); k++) {
      restorePromise(plan, k);
    }
    repair.time(plan, now);
  }

  /** Makes a plan that has been timed the route. */
  void apply(RoutePlan plan, int now, TroubleCause cause) {
    fleet.load(plan.vehicle(), before);
    fleet.replace(plan);
    for (int k = 0; k < plan.rideCount(); k++) {
      tellPromise(plan, k, now, cause);
    }
    tellShifts(plan, now);
  }

  private void restorePromise(RoutePlan plan, int ride) {
    Booking booking = bookings.get(plan.request(ride));
    Promise promise = booking.offer().promise();
    int latestDropoff = promise.latestDropoff();
    if (booking.wasAboard()) {
      latestDropoff = Math.min(latestDropoff, booking.departure() + promise.maxRideDuration());
    }
    boolean boardsAgain = booking.wasAboard() && plan.pickup(ride) != RoutePlan.ABOARD;
    plan.limitRide(
        ride,
        promise.pickupWindow().earliest(),
        boardsAgain ? RoutePlan.NEVER : promise.pickupWindow().latest(),
        latestDropoff,
        boardsAgain ? RoutePlan.UNLIMITED : promise.maxRideDuration());
  }

  private void tellPromise(RoutePlan plan, int ride, int now, TroubleCause cause) {
    Booking booking = bookings.get(plan.request(ride));
    Promise promise = booking.offer().promise();
    boolean isAboard = booking.wasAboard();
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
        booking.setTrouble(cause);
        listener.accept(
            expected > promised
                ? new PromiseAtRisk(
                    now, booking.request(), plan.vehicle(), limit, promised, expected, cause)
                : new PromiseRestored(now, booking.request(), plan.vehicle(), limit));
      }
    }
  }

  /** Tells of breaks and ends of shifts whose latest arrival is another than before. */
  private void tellShifts(RoutePlan plan, int now) {
    int old = before.stopCount();
    for (int i = plan.stopCount() - 1; i > 0; i--) {
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
