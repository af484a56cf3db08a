package org.ieum.dispatch;

import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.ArrivalReported;
import org.ieum.dispatch.DispatchEvent.StopBroughtForward;
import org.ieum.dispatch.DispatchEvent.VehicleLocated;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.TravelTimes;

/**
 * Puts vehicles where they really are, and routes in the order in which drivers really serve them.
 * What that does to promises {@link LateRoutes} tells.
 *
 * <p>A vehicle that is seen on the path that it was thought to drive stays on it; only the time at
 * which it left is corrected, so that it can still turn off at each crossing. A vehicle that is
 * seen elsewhere begins a new path there.
 */
final class Whereabouts {
  private final FleetState fleet;
  private final TravelTimes times;
  private final RouteWriter writer;
  private final LateRoutes lateRoutes;
  private final FleetClock clock;
  private final Consumer<DispatchEvent> listener;
  private final RoutePlan plan = new RoutePlan();
  private final Diversion diversion = new Diversion();

  Whereabouts(
      FleetState fleet,
      TravelTimes times,
      RouteWriter writer,
      LateRoutes lateRoutes,
      FleetClock clock,
      Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.times = times;
    this.writer = writer;
    this.lateRoutes = lateRoutes;
    this.clock = clock;
    this.listener = listener;
  }

  /** See {@link Dispatcher#locate}. */
  void locate(int vehicle, int place, int at, TroubleCause cause, int now) {
    fleet.load(vehicle, plan);
    int left = plan.departed() ? leftPathAt(place, at) : RoutePlan.NEVER;
    if (left < RoutePlan.NEVER) {
      plan.leftAt(Math.min(left, now));
    } else {
      plan.standAt(place, at, at, times);
    }
    plan.retime(times);
    boolean hasNext = plan.stopCount() > 1 && plan.place(1) != RoutePlan.ANYWHERE;
    int from = plan.departed() ? plan.departure(0) : at;
    int arrival = hasNext ? from + plan.leg(0) : RoutePlan.NEVER;
    listener.accept(new VehicleLocated(now, vehicle, place, at, plan.departed(), arrival, cause));
    lateRoutes.put(plan, now, cause);
    clock.reschedule(vehicle);
  }

  /** When a vehicle that is at a place of its path at a time left stop 0; NEVER off its path. */
  private int leftPathAt(int place, int at) {
    int next = plan.place(1);
    if (next == RoutePlan.ANYWHERE) {
      return RoutePlan.NEVER;
    }
    int leg = plan.leg(0);
    if (place == next) {
      return at - leg;
    }
    int offset = leg - times.durationAnyway(place, next);
    if (place >= 0 || offset <= 0) {
      return RoutePlan.NEVER;
    }
    times.findDiversion(plan.place(0), next, offset - 1, diversion);
    return diversion.place() == place && diversion.offset() == offset
        ? at - offset
        : RoutePlan.NEVER;
  }

  /** See {@link Dispatcher#bringForward}. */
  void bringForward(int vehicle, int stop, int now) {
    fleet.load(vehicle, plan);
    if (stop < 1 || stop >= plan.stopCount() || plan.kind(stop) != StopKind.SERVICE) {
      throw new IllegalArgumentException(
          "vehicle " + vehicle + " has no stop " + stop + " to go to");
    }
    if (stop == 1) {
      return;
    }
    clock.checkNobodyMissing(vehicle);
    if (plan.departed()) {
      writer.turnOff(plan, now);
    }
    plan.bringForward(stop, times);
    plan.retime(times);
    lateRoutes.time(plan, now);
    listener.accept(new StopBroughtForward(now, vehicle, stop));
    writer.tellDiversion(plan, now);
    lateRoutes.apply(plan, now, TroubleCause.DRIVER);
    clock.reschedule(vehicle);
  }

  /** See {@link Dispatcher#arrive}. */
  void arrive(int vehicle, int now) {
    if (fleet.stopCount(vehicle) < 2 || fleet.place(vehicle, 1) == RoutePlan.ANYWHERE) {
      throw new IllegalStateException("vehicle " + vehicle + " has nowhere to arrive");
    }
    clock.checkNobodyMissing(vehicle);
    listener.accept(new ArrivalReported(now, vehicle));
    if (!fleet.departed(vehicle)) {
      clock.leaveNow(vehicle, now);
    }
    fleet.load(vehicle, plan);
    plan.leftAt(now - plan.leg(0));
    lateRoutes.put(plan, now, TroubleCause.DELAY);
    clock.arriveNow(vehicle, now);
  }
}
