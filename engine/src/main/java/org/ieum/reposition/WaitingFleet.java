package org.ieum.reposition;

import java.util.function.IntPredicate;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RoutePlan;
import org.ieum.fleet.StopKind;

/**
 * What {@link RepositionPlanner} has to know of a fleet: where idle vehicles are and until when,
 * and where busy ones will soon be free. Noted at one time, so that it can be planned with on
 * another thread while the fleet goes on.
 */
public final class WaitingFleet {
  private final int size;

  /** Whether vehicle v is idle and may be moved. */
  private final boolean[] isIdle;

  /** Where vehicle v is or will be free; ANYWHERE for one that does not count. */
  private final int[] place;

  /** When vehicle v, which is idle, can leave its place, ms. */
  private final int[] from;

  /** Place of the next stop of vehicle v, which is idle; perhaps ANYWHERE. */
  private final int[] next;

  /** When vehicle v, which is idle, is to be at its next stop, ms. */
  private final int[] until;

  private WaitingFleet(int size) {
    this.size = size;
    isIdle = new boolean[size];
    place = new int[size];
    from = new int[size];
    next = new int[size];
    until = new int[size];
  }

  /**
   * Notes how a fleet is.
   *
   * @param horizon who is free later than so long after now does not count, ms
   * @param isKept vehicles that are to stay where they are
   */
  public static WaitingFleet of(FleetView fleet, int now, int horizon, IntPredicate isKept) {
    WaitingFleet noted = new WaitingFleet(fleet.vehicleCount());
    for (int v = 0; v < noted.size; v++) {
      if (!IdleVehicles.isIdle(fleet, v, now)) {
        noted.place[v] = placeWhenFree(fleet, v, now + horizon);
      } else if (isKept.test(v)) {
        noted.place[v] = RoutePlan.ANYWHERE;
      } else {
        noted.isIdle[v] = true;
        noted.place[v] = fleet.place(v, 0);
        noted.from[v] = Math.max(now, fleet.soonest(v, 0));
        noted.next[v] = fleet.place(v, 1);
        noted.until[v] = fleet.arrival(v, 1);
      }
    }
    return noted;
  }

  /** Where a busy vehicle will be free by a time, or ANYWHERE. */
  private static int placeWhenFree(FleetView fleet, int v, int by) {
    int last = 0;
    while (last + 1 < fleet.stopCount(v) && fleet.kind(v, last + 1) == StopKind.SERVICE) {
      last++;
    }
    boolean worksOn = last > 0 && last + 1 < fleet.stopCount(v);
    return worksOn && fleet.soonest(v, last) <= by ? fleet.place(v, last) : RoutePlan.ANYWHERE;
  }

  int size() {
    return size;
  }

  boolean isIdle(int v) {
    return isIdle[v];
  }

  int place(int v) {
    return place[v];
  }

  int from(int v) {
    return from[v];
  }

  int next(int v) {
    return next[v];
  }

  int until(int v) {
    return until[v];
  }
}
