package org.ieum.server.area;

import java.util.Set;
import org.ieum.dispatch.Booking;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.model.Promise;
import org.ieum.server.api.BookingView;
import org.jspecify.annotations.Nullable;

/** Shows rides to clients. */
final class BookingViews {
  private static final int UNKNOWN = -1;

  private static final Set<String> MET =
      Set.of(
          BookingState.ARRIVED_AT_PICKUP.code(),
          BookingState.ONBOARD.code(),
          BookingState.COMPLETED.code());

  private final String area;
  private final EventText text;

  /** Whether riders are not told their vehicles before these are sure. */
  private final boolean announces;

  BookingViews(AreaSetup setup, EventText text) {
    area = setup.id();
    announces = setup.improvement() != null;
    this.text = text;
  }

  /** A ride that is not over, with the times that are planned now. */
  BookingView live(Ride ride, Dispatcher dispatcher, AreaTimes times) {
    FleetView fleet = dispatcher.fleet();
    long request = ride.offer().request().id();
    Booking booking = dispatcher.findBooking(request).orElseThrow();
    int v = booking.vehicle();
    int pickup = UNKNOWN;
    int dropoff = UNKNOWN;
    String state = booking.state().code();
    for (int k = 0; k < fleet.rideCount(v); k++) {
      if (fleet.request(v, k) == request) {
        int at = fleet.pickup(v, k);
        pickup = at == RoutePlan.ABOARD ? UNKNOWN : fleet.departure(v, at);
        dropoff = fleet.arrival(v, fleet.dropoff(v, k));
        if (booking.state() == BookingState.ASSIGNED && at == 1 && fleet.departed(v)) {
          state = "driver_en_route";
        }
      }
    }
    return view(ride, state, pickup, dropoff, times);
  }

  /** A ride that is over. */
  BookingView ended(Ride ride, BookingState state, AreaTimes times) {
    return view(ride, state.code(), UNKNOWN, UNKNOWN, times);
  }

  private BookingView view(Ride ride, String state, int pickup, int dropoff, AreaTimes times) {
    Offer offer = ride.offer();
    Promise promise = offer.promise();
    return new BookingView(
        text.bookingId(offer.request().id()),
        area,
        ride.rider(),
        state,
        text.vehicleId(ride.vehicle()),
        !announces || ride.isAnnounced() || MET.contains(state),
        offer.request().party().riders(),
        offer.request().party().wheelchairs(),
        text.stopId(promise.pickupStopPoint()),
        text.stopId(promise.dropoffStopPoint()),
        offer.accessWalk() / 1000,
        offer.egressWalk() / 1000,
        times.toOffset(promise.pickupWindow().earliest()),
        times.toOffset(promise.pickupWindow().latest()),
        times.toOffset(promise.latestDropoff()),
        promise.maxRideDuration() / 1000,
        offer.directDuration() / 1000,
        pickup == UNKNOWN ? null : times.toOffset(pickup),
        dropoff == UNKNOWN ? null : times.toOffset(dropoff),
        times.toOffset(ride.confirmedAt()),
        ride.version(),
        textOrNull(ride.occasion().origin()),
        textOrNull(ride.occasion().replaces()),
        textOrNull(ride.occasion().outbound()),
        textOrNull(ride.occasion().series()),
        ride.occasion().fare(),
        null);
  }

  private static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
