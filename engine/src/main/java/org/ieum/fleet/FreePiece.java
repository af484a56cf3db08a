package org.ieum.fleet;

import java.util.Optional;

/**
 * The part of a route that can be planned anew: behind the stop where the vehicle stands or to
 * which it is driving, also when it has yet to turn off for it, and before the next break or end of
 * a shift.
 *
 * @param start the last stop that stays
 * @param end the first stop behind that stays again, or the number of stops
 */
public record FreePiece(int start, int end) {
  /** What is free of a route; nothing while the vehicle is off its shifts. */
  public static Optional<FreePiece> find(RoutePlan plan) {
    boolean turnsOff =
        plan.kind(0) == StopKind.DIVERSION
            && plan.stopCount() > 1
            && plan.kind(1) == StopKind.SERVICE;
    int start = plan.departed() || turnsOff ? 1 : 0;
    if (plan.kind(start) == StopKind.SHIFT_END) {
      return Optional.empty();
    }
    int end = start + 1;
    while (end < plan.stopCount() && plan.kind(end) == StopKind.SERVICE) {
      end++;
    }
    return Optional.of(new FreePiece(start, end));
  }

  /** Whether the party of a ride boards within the piece. */
  public boolean hasPickup(RoutePlan plan, int ride) {
    return plan.pickup(ride) > start && plan.pickup(ride) < end;
  }

  /** Whether the party of a ride alights within the piece. */
  public boolean hasDropoff(RoutePlan plan, int ride) {
    return plan.dropoff(ride) > start && plan.dropoff(ride) < end;
  }
}
