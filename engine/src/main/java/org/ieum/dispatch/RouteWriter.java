package org.ieum.dispatch;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.PlanValidator;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.ShiftStops;
import org.ieum.model.BookingState;
import org.ieum.model.Party;
import org.ieum.model.Shift;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.TravelTimes;

/** Makes plans the routes of their vehicles, after the validator has passed them. */
final class RouteWriter {
  private static final long NOBODY = -1;

  private final FleetState fleet;
  private final TravelTimes times;
  private final Bookings bookings;
  private final RouteEvaluator evaluator;
  private final PlanValidator validator;
  private final LateRoutes lateRoutes;
  private final CutOffLegs cutOffLegs;
  private final Consumer<DispatchEvent> listener;
  private final RoutePlan plan = new RoutePlan();
  private final Diversion diversion = new Diversion();

  RouteWriter(
      FleetState fleet,
      RouteEvaluator evaluator,
      TravelTimes times,
      Bookings bookings,
      LateRoutes lateRoutes,
      CutOffLegs cutOffLegs,
      Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.times = times;
    this.bookings = bookings;
    this.evaluator = evaluator;
    this.lateRoutes = lateRoutes;
    this.cutOffLegs = cutOffLegs;
    this.listener = listener;
    validator = new PlanValidator(evaluator, times);
  }

  /** Applies a plan that adds one ride, its last. */
  void addRide(RoutePlan extended, int now) {
    write(extended, now, extended.request(extended.rideCount() - 1), NOBODY);
  }

  /** Gives a vehicle further shifts; a late one may come late to them, which is told. */
  void addShifts(int vehicle, String id, List<Shift> shifts, int now) {
    Set<DispatchEvent> cutOff = cutOffLegs.of(vehicle, now);
    fleet.load(vehicle, plan);
    ShiftStops.append(plan, shifts, times);
    plan.retime(times);
    checkReach(plan, id);
    fleet.replace(plan);
    if (evaluator.evaluate(plan, now)) {
      fleet.replace(plan);
    } else {
      lateRoutes.put(plan, now, TroubleCause.SHIFT);
    }
    cutOffLegs.tellNew(vehicle, cutOff, now);
  }

  /**
   * Gives a vehicle a shift between others.
   *
   * @param stop the start of the next one, or the number of stops when there is none
   * @return false when the vehicle could not keep what is planned; then nothing has changed
   */
  boolean insertShift(int vehicle, String id, Shift shift, int stop, int now) {
    Set<DispatchEvent> cutOff = cutOffLegs.of(vehicle, now);
    fleet.load(vehicle, plan);
    ShiftStops.insert(plan, stop, shift, times);
    plan.retime(times);
    checkReach(plan, id);
    if (!evaluator.evaluate(plan, now)) {
      return false;
    }
    fleet.replace(plan);
    cutOffLegs.tellNew(vehicle, cutOff, now);
    return true;
  }

  private static void checkReach(RoutePlan plan, String id) {
    for (int i = 0; i + 1 < plan.stopCount(); i++) {
      if (plan.leg(i) >= TravelTimes.UNREACHABLE) {
        throw new IllegalArgumentException(
            "no road leads vehicle "
                + id
                + " from place "
                + plan.place(i)
                + " to "
                + plan.place(i + 1)
                + ", as its shifts want");
      }
    }
  }

  /** Makes the route of a vehicle whose shifts are all over. */
  void park(int vehicle, Shift last, int now) {
    ShiftStops.park(plan, vehicle, last, times);
    evaluator.evaluate(plan, now);
    fleet.replace(plan);
  }

  /** Takes a ride out that has not boarded; a vehicle kept for it may go. */
  void removeRide(int vehicle, long request, int now) {
    fleet.load(vehicle, plan);
    int ride = plan.findRide(request);
    Set<DispatchEvent> cutOff = cutOffLegs.of(vehicle, now);
    if (plan.departed() && plan.pickup(ride) == 1 && plan.servesOnly(1, ride)) {
      turnOff(plan, now);
    }
    releaseFrom(ride);
    plan.removeRide(ride, times);
    if (cutOff.isEmpty()) {
      // Where open roads led to a stop and on, they lead past it too, and no slower.
      write(plan, now, NOBODY, request);
    } else {
      plan.retime(times);
      tellDiversion(plan, now);
      lateRoutes.put(plan, now, TroubleCause.ROADS);
      cutOffLegs.tellNew(vehicle, cutOff, now);
    }
  }

  /** Takes a moving vehicle off its path where it can first leave it. */
  void turnOff(RoutePlan moving, int now) {
    int left = moving.departure(0);
    times.findDiversion(moving.place(0), moving.place(1), now - left, diversion);
    moving.divert(diversion.place(), left + diversion.offset(), diversion.offset(), times);
  }

  /** Lets a party board, perhaps fewer than booked; a vehicle kept for it may go. */
  void board(int vehicle, long request, Party boarded, int now) {
    fleet.load(vehicle, plan);
    int ride = plan.findRide(request);
    plan.shrinkParty(ride, boarded.riders(), boarded.wheelchairs());
    releaseFrom(ride);
    write(plan, now, NOBODY, NOBODY);
  }

  /** Lets the vehicle go if it is kept for a ride: it is kept for the first that is missing. */
  private void releaseFrom(int ride) {
    for (int k = 0; k < ride; k++) {
      if (plan.pickup(k) == 0 && bookings.get(plan.request(k)).state() != BookingState.ONBOARD) {
        return;
      }
    }
    if (plan.pickup(ride) == 0) {
      plan.release();
    }
  }

  /** Keeps a vehicle at its stop for a late rider; false when that would break a promise. */
  boolean hold(int vehicle, int until, int now) {
    fleet.load(vehicle, plan);
    plan.holdUntil(until);
    if (!evaluator.evaluate(plan, now)) {
      return false;
    }
    write(plan, now, NOBODY, NOBODY);
    return true;
  }

  private void write(RoutePlan written, int now, long added, long removed) {
    validator.check(fleet, written, now, added, removed);
    tellDiversion(written, now);
    fleet.replace(written);
  }

  /** Tells that a vehicle under way will turn off, if a plan that is to be put in place says so. */
  void tellDiversion(RoutePlan written, int now) {
    int vehicle = written.vehicle();
    if (fleet.departed(vehicle) && !written.departed()) {
      listener.accept(
          new VehicleDiverted(
              now, vehicle, fleet.place(vehicle, 1), written.place(0), written.arrival(0)));
    }
  }
}
