package org.ieum.dispatch;

import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.PlanValidator;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.reposition.IdleVehicles;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.TravelTimes;

/**
 * Moves idle vehicles in hops. After a hop a vehicle will be at the end of an edge further along
 * the way to its target, from where anything may be asked of it, and it can go on with another hop.
 * So nobody needs to know that it moves: to searches it is a vehicle that will soon be where it
 * turns off. A hop after which the vehicle would come later to its next stop than planned is not
 * made, so nothing that was promised or planned changes.
 */
final class Repositioning {
  private final FleetState fleet;
  private final RouteEvaluator evaluator;
  private final TravelTimes times;
  private final FleetClock clock;
  private final Consumer<DispatchEvent> listener;
  private final PlanValidator validator;
  private final RoutePlan plan = new RoutePlan();
  private final Diversion diversion = new Diversion();

  Repositioning(
      FleetState fleet,
      RouteEvaluator evaluator,
      TravelTimes times,
      FleetClock clock,
      Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.evaluator = evaluator;
    this.times = times;
    this.clock = clock;
    this.listener = listener;
    validator = new PlanValidator(evaluator, times);
  }

  /** See {@link Dispatcher#reposition}. */
  boolean move(int vehicle, int towards, int until, int now) {
    int from = fleet.place(vehicle, 0);
    int leaves = Math.max(now, fleet.soonest(vehicle, 0));
    if (!IdleVehicles.isIdle(fleet, vehicle, now)
        || until < leaves
        || times.isCutOff(from, towards)) {
      return false;
    }
    int duration = times.duration(from, towards);
    if (duration == 0 || duration >= TravelTimes.UNREACHABLE) {
      return false;
    }
    times.findDiversion(from, towards, Math.min(until - leaves, duration), diversion);
    int place = diversion.place();
    int at = leaves + diversion.offset();
    int next = fleet.place(vehicle, 1);
    if (next != RoutePlan.ANYWHERE && times.isCutOff(place, next)) {
      return false;
    }
    fleet.load(vehicle, plan);
    plan.standAt(place, at, at, times);
    if (!evaluator.evaluate(plan, now) || plan.arrival(1) != fleet.arrival(vehicle, 1)) {
      return false;
    }
    validator.checkMove(fleet, plan, towards, until, now);
    listener.accept(new VehicleRepositioned(now, vehicle, towards, from, leaves, place, at));
    fleet.replace(plan);
    clock.reschedule(vehicle);
    return true;
  }
}
