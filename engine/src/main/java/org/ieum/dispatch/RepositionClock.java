package org.ieum.dispatch;

import java.time.DayOfWeek;
import java.util.Arrays;
import org.ieum.fleet.FleetView;
import org.ieum.reposition.IdleVehicles;
import org.ieum.reposition.RepositionPlanner;
import org.ieum.reposition.WaitingFleet;

/**
 * Moves the idle vehicles of a dispatcher: decides at fixed times where they ought to wait, and
 * between the decisions lets them go on hop by hop.
 */
public final class RepositionClock implements ServiceClock {
  private final Dispatcher dispatcher;
  private final RepositionPlanner planner;
  private final DayOfWeek day;

  /** Stop point to which vehicle v is being moved, or STAY. */
  private final int[] targets;

  private int next;
  private int decideAt;

  /**
   * Begins to move vehicles at a time.
   *
   * @param day weekday of the epoch
   */
  public RepositionClock(
      Dispatcher dispatcher, RepositionPlanner planner, DayOfWeek day, int start) {
    this.dispatcher = dispatcher;
    this.planner = planner;
    this.day = day;
    targets = new int[dispatcher.fleet().vehicleCount()];
    Arrays.fill(targets, RepositionPlanner.STAY);
    next = start;
    decideAt = start;
  }

  @Override
  public int next() {
    return next;
  }

  @Override
  public void step() {
    int now = next;
    next += planner.rules().hop();
    dispatcher.advance(now);
    if (now >= decideAt) {
      int horizon = planner.rules().horizon();
      planner.plan(
          WaitingFleet.of(dispatcher.fleet(), now, horizon, v -> false), day, now, targets);
      decideAt += planner.rules().interval();
    }
    for (int v = 0; v < targets.length; v++) {
      if (targets[v] != RepositionPlanner.STAY && !goesOn(dispatcher, v, targets[v], next, now)) {
        targets[v] = RepositionPlanner.STAY;
      }
    }
  }

  /**
   * Lets a vehicle go on for a while.
   *
   * @param target stop point
   * @param until when it is asked again, ms
   * @return false when it is there, or has got something else to do
   */
  public static boolean goesOn(Dispatcher dispatcher, int v, int target, int until, int now) {
    FleetView fleet = dispatcher.fleet();
    if (IdleVehicles.isIdle(fleet, v, now) && fleet.soonest(v, 0) >= until) {
      return true;
    }
    return dispatcher.reposition(v, target, until, now);
  }
}
