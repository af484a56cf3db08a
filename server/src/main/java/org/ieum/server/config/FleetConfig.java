package org.ieum.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ieum.model.TimeWindow;
import org.ieum.server.area.FleetVehicle;
import org.ieum.server.quantity.Seating;
import org.jspecify.annotations.Nullable;

/**
 * So many vehicles, spread over the stop points; names and defaults as in {@code ieum simulate}.
 *
 * @param vehicles 20 if not given
 * @param seating what each holds; 16 seats, or 12 and a wheelchair place, if not given
 */
public record FleetConfig(@Nullable Integer vehicles, @Nullable Seating seating) {
  static final FleetConfig DEFAULT = new FleetConfig(null, null);

  private static final int MOST_VEHICLES = 10_000;

  public FleetConfig {
    if (vehicles != null && (vehicles < 1 || vehicles > MOST_VEHICLES)) {
      throw new IllegalArgumentException(
          "vehicles must be from 1 to " + MOST_VEHICLES + ", was " + vehicles);
    }
  }

  @Override
  public Integer vehicles() {
    return vehicles == null ? Integer.valueOf(20) : vehicles;
  }

  @Override
  public Seating seating() {
    return seating == null ? Seating.parse("16/0;12/1") : seating;
  }

  /**
   * The vehicles, spread over so many stop points.
   *
   * @param hours in which they serve, ms after midnight
   */
  List<FleetVehicle> spread(int stopPoints, TimeWindow hours) {
    int count = vehicles();
    List<FleetVehicle> fleet = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      fleet.add(
          new FleetVehicle(
              String.format(Locale.ROOT, "bus-%02d", v + 1),
              seating().configurations(),
              (int) ((long) v * stopPoints / count),
              hours.earliest(),
              hours.latest()));
    }
    return fleet;
  }
}
