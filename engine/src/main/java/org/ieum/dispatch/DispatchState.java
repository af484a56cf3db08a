package org.ieum.dispatch;

import java.util.List;
import org.ieum.fleet.RouteState;
import org.ieum.model.BookingState;
import org.ieum.model.Break;
import org.ieum.model.Offer;
import org.ieum.model.Promise;
import org.ieum.model.RideRequest;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * All that a dispatcher has to know to go on as if it had never stopped, see {@link
 * Dispatcher#resume}. Plain numbers and lists, to be kept in any format.
 *
 * @param now time of the last command, ms since the area's epoch
 * @param resumed until then nothing could be reported, see {@link Dispatcher#resumeReports}
 * @param vehicles by their index
 * @param bookings those that have not come to their end, in the order of confirmation
 * @param closedStopPoints ascending
 */
public record DispatchState(
    int now,
    int resumed,
    List<VehicleState> vehicles,
    List<LiveBooking> bookings,
    List<Integer> closedStopPoints) {

  /**
   * A vehicle under way.
   *
   * @param shifts those that are not over, in order, or else the last one
   */
  public record VehicleState(String id, List<Shift> shifts, RouteState route) {
    public VehicleState {
      shifts = List.copyOf(shifts);
      if (shifts.isEmpty()) {
        throw new IllegalArgumentException("vehicle " + id + " must have a shift, had none");
      }
    }
  }

  /**
   * A confirmed ride.
   *
   * @param vehicle its index
   * @param latestPickup what dispatch keeps, see {@link Booking#limit}
   * @param latestDropoff what dispatch keeps
   * @param longestRide what dispatch keeps, ms
   * @param departure when the vehicle left the pickup with the party, or {@link
   *     org.ieum.fleet.RoutePlan#NEVER} before
   * @param isAnnounced whether the rider has been told which vehicle comes
   * @param trouble what put the promise at risk last, null when nothing did
   */
  public record LiveBooking(
      Offer offer,
      int vehicle,
      BookingState state,
      int latestPickup,
      int latestDropoff,
      int longestRide,
      int departure,
      boolean isAnnounced,
      @Nullable TroubleCause trouble) {}

  public DispatchState {
    vehicles = List.copyOf(vehicles);
    bookings = List.copyOf(bookings);
    closedStopPoints = List.copyOf(closedStopPoints);
    for (LiveBooking booking : bookings) {
      if (booking.vehicle < 0 || booking.vehicle >= vehicles.size()) {
        throw new IllegalArgumentException(
            "vehicle of request "
                + booking.offer.request().id()
                + " must be from 0 to "
                + (vehicles.size() - 1)
                + ", was "
                + booking.vehicle);
      }
    }
  }

  /**
   * The same state by an epoch that lies later, so that time can go on for ever in {@code int}s.
   * Travel times know no epoch and stay.
   *
   * @param millis how much later; all times become so much less
   * @throws ArithmeticException when the time of a ride leaves the range of times
   * @throws IllegalArgumentException when another time leaves it
   */
  public DispatchState shifted(int millis) {
    return new DispatchState(
        Math.subtractExact(now, millis),
        RouteState.shift(resumed, millis),
        vehicles.stream()
            .map(
                vehicle ->
                    new VehicleState(
                        vehicle.id,
                        vehicle.shifts.stream().map(shift -> shift(shift, millis)).toList(),
                        vehicle.route.shifted(millis)))
            .toList(),
        bookings.stream().map(booking -> shift(booking, millis)).toList(),
        closedStopPoints);
  }

  private static LiveBooking shift(LiveBooking booking, int millis) {
    return new LiveBooking(
        shift(booking.offer, millis),
        booking.vehicle,
        booking.state,
        Math.subtractExact(booking.latestPickup, millis),
        Math.subtractExact(booking.latestDropoff, millis),
        booking.longestRide,
        RouteState.shift(booking.departure, millis),
        booking.isAnnounced,
        booking.trouble);
  }

  /** An offer by an epoch that lies {@code millis} later. */
  public static Offer shift(Offer offer, int millis) {
    Promise promise = offer.promise();
    return new Offer(
        shift(offer.request(), millis),
        new Promise(
            promise.pickupStopPoint(),
            promise.dropoffStopPoint(),
            shift(promise.pickupWindow(), millis),
            Math.subtractExact(promise.latestDropoff(), millis),
            promise.maxRideDuration()),
        offer.accessWalk(),
        offer.egressWalk(),
        offer.directDuration(),
        offer.vehicle(),
        Math.subtractExact(offer.plannedPickup(), millis),
        Math.subtractExact(offer.plannedDropoff(), millis),
        offer.cost(),
        Math.subtractExact(offer.expiresAt(), millis));
  }

  /** A request by an epoch that lies {@code millis} later. */
  public static RideRequest shift(RideRequest request, int millis) {
    return new RideRequest(
        request.id(),
        request.rider(),
        request.timeType(),
        Math.subtractExact(request.time(), millis),
        request.party(),
        request.pickups(),
        request.dropoffs());
  }

  /** A shift by an epoch that lies {@code millis} later; one long over moves less, as a whole. */
  public static Shift shift(Shift shift, int millis) {
    int moved = shift.time().earliest() - RouteState.shift(shift.time().earliest(), millis);
    return new Shift(
        shift(shift.time(), moved),
        shift.startStopPoint(),
        shift.endStopPoint(),
        shift.breaks().stream()
            .map(rest -> new Break(rest.stopPoint(), shift(rest.start(), moved), rest.duration()))
            .toList());
  }

  private static TimeWindow shift(TimeWindow window, int millis) {
    return new TimeWindow(
        Math.subtractExact(window.earliest(), millis), Math.subtractExact(window.latest(), millis));
  }
}
