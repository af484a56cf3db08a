package org.ieum.dispatch;

import java.util.Arrays;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.PromiseBroken;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleHeld;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.DwellRules;
import org.ieum.traveltime.TravelTimes;

/**
 * Moves vehicles through time as planned: they leave, arrive, let riders alight, and wait for those
 * who are late. Next events of all vehicles stand in one array that is scanned for the least; a
 * heap would save little, as a day has a hundred events for each vehicle.
 */
final class FleetClock {
  private final int noShowWait;
  private final LateRoutes lateRoutes;
  private final FleetState fleet;
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final Bookings bookings;
  private final RouteWriter writer;
  private final Consumer<DispatchEvent> listener;

  private final RoutePlan plan = new RoutePlan();

  /** Until then nothing could be reported. */
  private int resumed = Integer.MIN_VALUE;

  /** Time of the next departure or arrival of vehicle v. */
  private final int[] next;

  FleetClock(
      DwellRules dwell,
      FleetState fleet,
      RouteEvaluator evaluator,
      TravelTimes times,
      Bookings bookings,
      RouteWriter writer,
      LateRoutes lateRoutes,
      Consumer<DispatchEvent> listener) {
    this.lateRoutes = lateRoutes;
    noShowWait = dwell.noShowWait();
    this.fleet = fleet;
    this.evaluator = evaluator;
    this.times = times;
    this.bookings = bookings;
    this.writer = writer;
    this.listener = listener;
    next = new int[fleet.vehicleCount()];
    Arrays.setAll(next, this::nextEvent);
  }

  private int nextEvent(int vehicle) {
    if (fleet.departed(vehicle)) {
      return fleet.arrival(vehicle, 1);
    }
    return fleet.stopCount(vehicle) > 1 ? fleet.departure(vehicle, 0) : RoutePlan.NEVER;
  }

  /** Notes that the route of a vehicle has changed. */
  void reschedule(int vehicle) {
    next[vehicle] = nextEvent(vehicle);
  }

  int nextEvent() {
    int first = firstVehicle();
    return first < 0 ? RoutePlan.NEVER : next[first];
  }

  private int firstVehicle() {
    int first = -1;
    int time = RoutePlan.NEVER;
    for (int v = 0; v < next.length; v++) {
      if (next[v] < time) {
        time = next[v];
        first = v;
      }
    }
    return first;
  }

  /** Lets everything happen before a time, in order of time and vehicle. */
  void advance(int time) {
    for (int v = firstVehicle(); v >= 0 && next[v] < time; v = firstVehicle()) {
      step(v);
    }
  }

  /** Carries out the next event; returns its time, or NEVER when there is none. */
  int step() {
    int v = firstVehicle();
    return v < 0 ? RoutePlan.NEVER : step(v);
  }

  private int step(int v) {
    int time = next[v];
    if (fleet.departed(v)) {
      arrive(v, time);
    } else {
      leave(v, time);
    }
    reschedule(v);
    return time;
  }

  private void arrive(int v, int time) {
    int riderCount = fleet.rideCount(v);
    long[] alighting = new long[riderCount];
    int count = 0;
    for (int k = 0; k < riderCount; k++) {
      if (fleet.dropoff(v, k) == 1) {
        alighting[count++] = fleet.request(v, k);
      }
    }
    int left = fleet.place(v, 0);
    times.retain(left);
    fleet.arrive(v, evaluator);
    listener.accept(new VehicleArrived(time, v, fleet.place(v, 0), fleet.kind(v, 0)));
    for (int k = 0; k < count; k++) {
      Booking booking = bookings.get(alighting[k]);
      tellBrokenDropoff(booking, time);
      booking.setState(BookingState.COMPLETED);
      bookings.remove(booking);
      listener.accept(new RiderAlighted(time, alighting[k], v));
    }
    for (int k = 0; k < fleet.rideCount(v); k++) {
      if (fleet.pickup(v, k) == 0) {
        Booking booking = bookings.get(fleet.request(v, k));
        booking.setState(BookingState.ARRIVED_AT_PICKUP);
        if (!booking.wasAboard()) {
          tellIfBroken(booking, PromiseLimit.LATEST_PICKUP, time, time);
        }
      }
    }
    times.release(left);
  }

  private void tellBrokenDropoff(Booking booking, int time) {
    tellIfBroken(booking, PromiseLimit.LATEST_DROPOFF, time, time);
    tellIfBroken(booking, PromiseLimit.LONGEST_RIDE, time - booking.departure(), time);
  }

  private void tellIfBroken(Booking booking, PromiseLimit limit, int actual, int time) {
    int promised = limit.of(booking.offer().promise());
    if (actual > promised) {
      TroubleCause cause = booking.trouble().orElse(TroubleCause.DELAY);
      listener.accept(
          new PromiseBroken(
              time, booking.request(), booking.vehicle(), limit, promised, actual, cause));
    }
  }

  /** The vehicle reaches its next stop, whatever was planned. */
  void arriveNow(int v, int time) {
    arrive(v, time);
    reschedule(v);
  }

  /**
   * Looks whether all who board where a vehicle stands are there.
   *
   * @throws IllegalStateException when somebody is missing
   */
  void checkNobodyMissing(int v) {
    int missing = fleet.departed(v) ? -1 : findMissing(v);
    if (missing >= 0) {
      throw new IllegalStateException(
          "request " + fleet.request(v, missing) + " has not boarded vehicle " + v);
    }
  }

  /** The vehicle leaves, whatever was planned; nobody is missing. */
  void leaveNow(int v, int time) {
    fleet.load(v, plan);
    plan.leaveAt(time);
    fleet.replace(plan);
    depart(v, time);
    reschedule(v);
  }

  private void depart(int v, int time) {
    int riders = fleet.riders(v, 0);
    int wheelchairs = fleet.wheelchairs(v, 0);
    noteDeparture(v, time);
    fleet.depart(v);
    listener.accept(
        new VehicleDeparted(time, v, fleet.place(v, 0), fleet.place(v, 1), riders, wheelchairs));
  }

  /** The vehicle leaves, unless it waits for somebody. */
  private void leave(int v, int time) {
    int missing = findMissing(v);
    if (missing < 0) {
      depart(v, time);
      return;
    }
    Booking booking = bookings.get(fleet.request(v, missing));
    int there = Math.max(fleet.arrival(v, 0), booking.offer().promise().pickupWindow().earliest());
    if (time < resumed) {
      // Nobody could tell us that they had boarded.
      holdAnyway(v, Math.max(resumed, there) + noShowWait, time);
      return;
    }
    int since = Math.max(there, resumed);
    int until = Math.min(since + noShowWait, fleet.latest(v, 1) - fleet.leg(v, 0));
    if (until <= time || !writer.hold(v, until, time)) {
      giveUp(booking, time);
    } else {
      listener.accept(new VehicleHeld(time, v, until));
    }
  }

  private void holdAnyway(int v, int until, int time) {
    fleet.load(v, plan);
    plan.holdUntil(until);
    listener.accept(new VehicleHeld(time, v, until));
    lateRoutes.putHeld(plan, time, TroubleCause.NO_CONTACT);
  }

  /** Until a time nothing could be reported, so that nobody is missing before. */
  void resume(int time) {
    resumed = time;
  }

  int resumed() {
    return resumed;
  }

  /** The vehicle waits no longer for a party that is not there. */
  void giveUp(Booking booking, int time) {
    writer.removeRide(booking.vehicle(), booking.request(), time);
    reschedule(booking.vehicle());
    booking.setState(BookingState.NO_SHOW);
    bookings.remove(booking);
    listener.accept(
        new RiderNoShow(time, booking.request(), booking.vehicle(), booking.isExcused()));
  }

  private void noteDeparture(int v, int time) {
    for (int k = 0; k < fleet.rideCount(v); k++) {
      if (fleet.pickup(v, k) == 0) {
        bookings.get(fleet.request(v, k)).setDeparture(time);
      }
    }
  }

  private int findMissing(int v) {
    for (int k = 0; k < fleet.rideCount(v); k++) {
      if (fleet.pickup(v, k) == 0
          && bookings.get(fleet.request(v, k)).state() != BookingState.ONBOARD) {
        return k;
      }
    }
    return -1;
  }
}
