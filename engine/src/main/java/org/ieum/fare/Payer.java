package org.ieum.fare;

import org.jspecify.annotations.Nullable;

/**
 * Who pays for a journey.
 *
 * @param kind of all who travel
 * @param riders how many they are
 * @param pass that one of them has; null for none
 */
public record Payer(RiderKind kind, int riders, @Nullable HeldPass pass) {
  public Payer {
    Exact.requireAtLeast("riders", 1, riders);
  }

  /** So many of a kind, without a pass. */
  public Payer(RiderKind kind, int riders) {
    this(kind, riders, null);
  }
}
