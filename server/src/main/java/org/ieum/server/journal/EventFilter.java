package org.ieum.server.journal;

import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants to read.
 *
 * @param after only those with greater numbers
 * @param booking only those about this booking
 * @param vehicle only those about this vehicle
 * @param type only those of this type
 */
public record EventFilter(
    long after, @Nullable String booking, @Nullable String vehicle, @Nullable String type) {
  /** All events behind one. */
  public static EventFilter after(long seq) {
    return new EventFilter(seq, null, null, null);
  }
}
