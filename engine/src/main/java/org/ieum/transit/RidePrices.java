package org.ieum.transit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How those who travel pay for their rides.
 *
 * @param riders how many they are; each needs a ticket
 * @param usesTickets whether the timetable's tickets count; not when they are in another currency
 * @param tariff what the party pays for a ride that no ticket is for; null when nobody says
 */
public record RidePrices(int riders, boolean usesTickets, @Nullable Tariff tariff) {
  /** One rider, and what no ticket is for is unknown. */
  public static final RidePrices TICKETS = new RidePrices(1, true, null);

  public RidePrices {
    if (riders < 1) {
      throw new IllegalArgumentException("riders must be >= 1, was " + riders);
    }
  }

  /** A price by the way along the line. */
  @FunctionalInterface
  public interface Tariff {
    /** Minor units for all who travel; never less for a longer way. */
    long price(int metres);
  }

  Optional<Tariff> findTariff() {
    return Optional.ofNullable(tariff);
  }
}
