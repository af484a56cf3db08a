package org.ieum.reposition;

import org.ieum.fleet.FleetView;
import org.ieum.fleet.StopKind;

/** Which vehicles have nothing to do. */
public final class IdleVehicles {
  private IdleVehicles() {}

  /**
   * Whether a vehicle on shift waits with nobody in it or at it, and would still wait for a while
   * before it has to leave for its next stop; also one that is on its way to where it ought to
   * wait. One that rests, or is out of service, is not idle.
   */
  public static boolean isIdle(FleetView fleet, int vehicle, int now) {
    if (fleet.departed(vehicle)
        || fleet.stopCount(vehicle) < 2
        || fleet.kind(vehicle, 1) == StopKind.SHIFT_START
        || fleet.riders(vehicle, 0) + fleet.wheelchairs(vehicle, 0) > 0) {
      return false;
    }
    int there = Math.max(now, fleet.arrival(vehicle, 0));
    return fleet.soonest(vehicle, 0) <= there && there < fleet.departure(vehicle, 0);
  }
}
