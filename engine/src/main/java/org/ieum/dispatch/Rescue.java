package org.ieum.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.RideFailed;
import org.ieum.dispatch.DispatchEvent.RideInterrupted;
import org.ieum.dispatch.DispatchEvent.RideReassigned;
import org.ieum.dispatch.DispatchEvent.RideReleased;
import org.ieum.dispatch.DispatchEvent.VehicleOut;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.insertion.Insertion;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Promise;
import org.ieum.model.TimeWindow;
import org.ieum.traveltime.TravelTimes;

/**
 * Takes vehicles out of service, and finds others for the rides that they can no longer serve.
 *
 * <p>A ride without a vehicle gets the place of least cost that keeps its promise. When there is
 * none, its limits are widened by as few minutes as it takes: they are found by bisection, because
 * what fits into narrower limits fits into wider ones. Nobody else's promise suffers.
 */
final class Rescue {
  /** Whichever vehicle is best. */
  static final int ANY = -1;

  private static final int MINUTE = 60_000;

  /** Later than this by, a ride is not worth having, minutes. */
  private static final int MOST_MINUTES = 180;

  private final FleetState fleet;
  private final TravelTimes times;
  private final Bookings bookings;
  private final RideFinder finder;
  private final RouteWriter writer;
  private final LateRoutes lateRoutes;
  private final FleetClock clock;
  private final Consumer<DispatchEvent> listener;
  private final RoutePlan plan = new RoutePlan();

  Rescue(
      FleetState fleet,
      TravelTimes times,
      Bookings bookings,
      RideFinder finder,
      RouteWriter writer,
      LateRoutes lateRoutes,
      FleetClock clock,
      Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.times = times;
    this.bookings = bookings;
    this.finder = finder;
    this.writer = writer;
    this.lateRoutes = lateRoutes;
    this.clock = clock;
    this.listener = listener;
  }

  /** See {@link Dispatcher#takeOut}. */
  List<Long> takeOut(int vehicle, int until, int now) {
    fleet.load(vehicle, plan);
    List<Long> rides = new ArrayList<>();
    for (int k = 0; k < plan.rideCount(); k++) {
      rides.add(plan.request(k));
      noteParty(bookings.get(plan.request(k)), plan, k);
    }
    if (plan.departed()) {
      writer.turnOff(plan, now);
    }
    int place = plan.place(0);
    for (int k = plan.rideCount() - 1; k >= 0; k--) {
      plan.removeRide(k, times);
    }
    plan.standAt(place, Math.max(now, plan.arrival(0)), until, times);
    plan.retime(times);
    listener.accept(new VehicleOut(now, vehicle, place, until));
    for (long request : rides) {
      interrupt(bookings.get(request), now);
    }
    lateRoutes.put(plan, now, TroubleCause.BREAKDOWN);
    clock.reschedule(vehicle);
    return rides;
  }

  /** Fewer may have boarded than had booked. */
  private static void noteParty(Booking booking, RoutePlan plan, int ride) {
    Party party = new Party(plan.rideRiders(ride), plan.rideWheelchairs(ride));
    Offer offer = booking.offer();
    booking.move(offer.withRequest(offer.request().withParty(party)), booking.vehicle());
  }

  private void interrupt(Booking booking, int now) {
    boolean isAboard = booking.state() == BookingState.ONBOARD;
    if (isAboard) {
      booking.setDeparture(now);
    }
    booking.setState(BookingState.INTERRUPTED);
    listener.accept(new RideInterrupted(now, booking.request(), booking.vehicle(), isAboard));
  }

  /** See {@link Dispatcher#release}. */
  void release(long request, int now) {
    Booking booking = bookings.get(request);
    if (booking.state() == BookingState.ONBOARD) {
      throw new IllegalStateException(
          "request " + request + " is aboard and cannot change its vehicle");
    }
    if (booking.state() == BookingState.INTERRUPTED) {
      throw new IllegalStateException("request " + request + " has no vehicle");
    }
    int vehicle = booking.vehicle();
    writer.removeRide(vehicle, request, now);
    clock.reschedule(vehicle);
    booking.setState(BookingState.INTERRUPTED);
    listener.accept(new RideReleased(now, request, vehicle));
  }

  private static void checkHasNone(Booking booking) {
    if (booking.state() != BookingState.INTERRUPTED) {
      throw new IllegalStateException(
          "request " + booking.request() + " has vehicle " + booking.vehicle());
    }
  }

  /** See {@link Dispatcher#canTake}. */
  boolean canTake(int vehicle, long request, int now) {
    Booking booking = bookings.get(request);
    return vehicle != booking.vehicle()
        && finder.findIn(vehicle, widened(booking, booking.offer(), MOST_MINUTES, now), now);
  }

  /** See {@link Dispatcher#reassign}. */
  boolean reassign(long request, int pickupPlace, int vehicle, TroubleCause cause, int now) {
    Booking booking = bookings.get(request);
    checkHasNone(booking);
    Offer offer = from(booking, pickupPlace);
    int least = 0;
    int most = MOST_MINUTES;
    if (!find(vehicle, widened(booking, offer, 0, now), now)) {
      if (!find(vehicle, widened(booking, offer, most, now), now)) {
        return false;
      }
      while (most - least > 1) {
        int middle = (least + most) >>> 1;
        if (find(vehicle, widened(booking, offer, middle, now), now)) {
          most = middle;
        } else {
          least = middle;
        }
      }
      find(vehicle, widened(booking, offer, most, now), now);
    }
    put(booking, offer, cause, now);
    return true;
  }

  private boolean find(int vehicle, Offer offer, int now) {
    return vehicle == ANY ? finder.find(offer, now) : finder.findIn(vehicle, offer, now);
  }

  /** See {@link Dispatcher#reassignTo}. */
  boolean reassignTo(
      long request, int pickupPlace, int vehicle, int p, int q, TroubleCause cause, int now) {
    Booking booking = bookings.get(request);
    checkHasNone(booking);
    Offer offer = from(booking, pickupPlace);
    if (!finder.choose(widened(booking, offer, MOST_MINUTES, now), vehicle, p, q, now)) {
      return false;
    }
    put(booking, offer, cause, now);
    return true;
  }

  private static Offer from(Booking booking, int pickupPlace) {
    Promise promise = booking.offer().promise();
    return booking
        .offer()
        .withPromise(
            new Promise(
                pickupPlace,
                promise.dropoffStopPoint(),
                promise.pickupWindow(),
                promise.latestDropoff(),
                promise.maxRideDuration()));
  }

  /** The offer with limits that many minutes later than what is kept now. */
  private static Offer widened(Booking booking, Offer offer, int minutes, int now) {
    int more = minutes * MINUTE;
    Promise promise = offer.promise();
    int earliest = promise.pickupWindow().earliest();
    int latest = booking.limit(PromiseLimit.LATEST_PICKUP) + more;
    if (booking.wasAboard()) {
      earliest = now;
      latest = now + more;
    }
    return offer.withPromise(
        new Promise(
            promise.pickupStopPoint(),
            promise.dropoffStopPoint(),
            new TimeWindow(earliest, Math.max(earliest, latest)),
            booking.limit(PromiseLimit.LATEST_DROPOFF) + more,
            booking.limit(PromiseLimit.LONGEST_RIDE) + more));
  }

  private void put(Booking booking, Offer offer, TroubleCause cause, int now) {
    Insertion insertion = finder.insertion();
    RoutePlan found = finder.plan();
    booking.move(offer, insertion.vehicle());
    booking.setState(BookingState.ASSIGNED);
    // It was found within limits that may be wider than those it is driven by.
    lateRoutes.time(found, now);
    int ride = found.rideCount() - 1;
    listener.accept(
        new RideReassigned(
            now,
            booking.request(),
            insertion.vehicle(),
            offer.promise().pickupStopPoint(),
            insertion.pickupIndex(),
            insertion.dropoffIndex(),
            found.departure(found.pickup(ride)),
            found.arrival(found.dropoff(ride)),
            cause));
    boolean isThere = found.pickup(ride) == 0;
    writer.tellDiversion(found, now);
    lateRoutes.apply(found, now, cause);
    clock.reschedule(insertion.vehicle());
    if (isThere && fleet.kind(insertion.vehicle(), 0) == StopKind.SERVICE) {
      booking.setState(BookingState.ARRIVED_AT_PICKUP);
    }
  }

  /** See {@link Dispatcher#fail}. */
  void fail(long request, TroubleCause cause, int now) {
    Booking booking = bookings.get(request);
    checkHasNone(booking);
    booking.setState(BookingState.FAILED);
    bookings.remove(booking);
    listener.accept(new RideFailed(now, request, cause));
  }
}
