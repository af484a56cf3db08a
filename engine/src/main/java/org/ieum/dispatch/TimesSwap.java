package org.ieum.dispatch;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.ieum.dispatch.DispatchEvent.TravelTimesChanged;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.fleet.FleetState;
import org.ieum.fleet.RoutePlan;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.DrivenLegs;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.TravelTimes;

/**
 * Puts new travel times in the place of the old ones, all routes with them.
 *
 * <p>A vehicle under way finishes the edge that it is on in the old time, and goes on from its end
 * by the new ones; if its whole path stays as it is, nothing happens to it. Routes of which no leg
 * takes another time stay untouched. The others are timed anew, and {@link LateRoutes} tells which
 * promises they break.
 *
 * <p>A leg along which no open road leads any more is told, with the rides to its end, and stays:
 * the rides may be aboard, the road may open again, and whom to call off is for the operator to
 * say. Until then the vehicle is planned to drive there as if no road were closed.
 */
final class TimesSwap {
  private static final int STAYS = Integer.MIN_VALUE;

  private final FleetState fleet;
  private final TravelTimes times;
  private final LateRoutes lateRoutes;
  private final CutOffLegs cutOffLegs;
  private final FleetClock clock;
  private final Consumer<DispatchEvent> listener;
  private final RoutePlan plan = new RoutePlan();
  private final Diversion diversion = new Diversion();

  /** Where vehicle v leaves its path, or STAYS. */
  private final int[] turnPlace;

  /** How long after leaving stop 0 vehicle v is there, ms. */
  private final int[] turnOffset;

  /** Vehicles that had legs along which no open road leads when the times were put in place. */
  private final BitSet cutOff = new BitSet();

  TimesSwap(
      FleetState fleet,
      TravelTimes times,
      LateRoutes lateRoutes,
      CutOffLegs cutOffLegs,
      FleetClock clock,
      Consumer<DispatchEvent> listener) {
    this.fleet = fleet;
    this.times = times;
    this.lateRoutes = lateRoutes;
    this.cutOffLegs = cutOffLegs;
    this.clock = clock;
    this.listener = listener;
    turnPlace = new int[fleet.vehicleCount()];
    turnOffset = new int[fleet.vehicleCount()];
  }

  /** Looks for legs along which no open road leads by the travel times of now. */
  void noteCutOff() {
    for (int v = 0; v < turnPlace.length; v++) {
      cutOff.set(v, !cutOffLegs.of(v, 0).isEmpty());
    }
  }

  DrivenLegs drivenLegs(int now) {
    DrivenLegs legs = new DrivenLegs();
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      if (fleet.departed(v) && fleet.place(v, 1) != RoutePlan.ANYWHERE) {
        legs.add(fleet.place(v, 0), fleet.place(v, 1), now - fleet.departure(v, 0));
      }
    }
    return legs;
  }

  void adopt(NewTravelTimes next, int now) {
    for (int v = 0; v < turnPlace.length; v++) {
      findTurn(v, next, now);
    }
    Set<DispatchEvent> before = new LinkedHashSet<>();
    for (int v = cutOff.nextSetBit(0); v >= 0; v = cutOff.nextSetBit(v + 1)) {
      before.addAll(cutOffLegs.of(v, now));
    }
    next.takeOver();
    listener.accept(new TravelTimesChanged(now));
    for (int v = 0; v < turnPlace.length; v++) {
      retime(v, now);
    }
    for (int v = cutOff.nextSetBit(0); v >= 0; v = cutOff.nextSetBit(v + 1)) {
      cutOffLegs.tellNew(v, before, now);
    }
  }

  /** Takes a vehicle off the path that it would not drive by the new times. */
  private void findTurn(int v, NewTravelTimes next, int now) {
    turnPlace[v] = STAYS;
    if (!fleet.departed(v)) {
      return;
    }
    int from = fleet.place(v, 0);
    int to = fleet.place(v, 1);
    if (to == RoutePlan.ANYWHERE || !next.changesPath(from, to)) {
      return;
    }
    int left = fleet.departure(v, 0);
    times.findDiversion(from, to, now - left, diversion);
    turnPlace[v] = diversion.place();
    turnOffset[v] = diversion.offset();
    listener.accept(new VehicleDiverted(now, v, to, diversion.place(), left + diversion.offset()));
  }

  private void retime(int v, int now) {
    fleet.load(v, plan);
    boolean turns = turnPlace[v] != STAYS;
    if (turns) {
      int at = plan.departure(0) + turnOffset[v];
      plan.divert(turnPlace[v], at, turnOffset[v], times);
    }
    if (plan.retime(times) || turns) {
      lateRoutes.put(plan, now, TroubleCause.ROADS);
      clock.reschedule(v);
    }
    cutOff.set(v, plan.hasCutOffLeg());
  }
}
