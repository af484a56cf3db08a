package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.*;

import java.util.List;
import org.ieum.model.Break;
import org.ieum.model.Shift;
import org.ieum.traveltime.TravelTimes;

/** Puts the starts, breaks and ends of shifts behind the stops of a plan. */
public final class ShiftStops {
  private ShiftStops() {}

  /**
   * Appends shifts to a route, which is to be timed afterwards. Where the last of its shifts may
   * end anywhere, it ends at the start of the next from now on. The vehicle of an empty route is at
   * the start of the first.
   */
  public static void append(RoutePlan plan, List<Shift> shifts, TravelTimes times) {
    for (Shift shift : shifts) {
      append(plan, shift, times);
    }
  }

  private static void append(RoutePlan plan, Shift shift, TravelTimes times) {
    int last = (plan.stopCount - 1) << STOP_BITS;
    if (plan.stopCount > 0 && plan.stops[last + PLACE] == RoutePlan.ANYWHERE) {
      plan.stops[last + PLACE] = shift.startStopPoint();
    }
    boolean isFirst = plan.stopCount == 0;
    insert(plan, plan.stopCount, shift, times);
    if (isFirst) {
      plan.stops[ARRIVAL] = plan.stops[OWN_READY];
    }
  }

  /**
   * Puts a shift in front of the start of another one, or behind the last stop. The route is to be
   * timed afterwards.
   */
  public static void insert(RoutePlan plan, int stop, Shift shift, TravelTimes times) {
    int at = stop;
    plan.insertStop(at, shift.startStopPoint(), StopKind.SHIFT_START, 0, times);
    plan.bind(at++, shift.time().earliest(), RoutePlan.NEVER);
    for (Break rest : shift.breaks()) {
      plan.insertStop(at, rest.stopPoint(), StopKind.BREAK, rest.duration(), times);
      int ready = rest.start().earliest() + rest.duration();
      plan.bind(at++, ready, rest.start().latest());
    }
    insertEnd(plan, at, shift, times);
  }

  private static void insertEnd(RoutePlan plan, int stop, Shift shift, TravelTimes times) {
    int end = shift.endStopPoint() == Shift.ANYWHERE ? RoutePlan.ANYWHERE : shift.endStopPoint();
    plan.insertStop(stop, end, StopKind.SHIFT_END, 0, times);
    endBy(plan, stop, shift.time().latest());
  }

  /** Has the vehicle be at the end of a shift by a time; the route is to be timed afterwards. */
  public static void endBy(RoutePlan plan, int stop, int latest) {
    plan.bind(stop, Integer.MIN_VALUE, latest);
  }

  /** Makes the route of a vehicle whose shifts are over: it stands where the last of them ended. */
  public static void park(RoutePlan plan, int vehicle, Shift last, TravelTimes times) {
    plan.reset(vehicle, 0, 0);
    insertEnd(plan, 0, last, times);
    plan.stops[ARRIVAL] = last.time().latest();
  }
}
