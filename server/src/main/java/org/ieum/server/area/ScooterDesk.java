package org.ieum.server.area;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ieum.model.LatLon;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterReturnInput;
import org.ieum.server.api.ScooterView;
import org.jspecify.annotations.Nullable;

/** What concerns shared scooters; for the writer's thread. */
public interface ScooterDesk {
  /**
   * Scooters of all systems within a region.
   *
   * @param afterId only those behind this id, all for ""; not for those from near to far
   * @param near from which the nearest come first; null for the order of their ids
   */
  List<ScooterView> scooters(
      String afterId, int limit, Predicate<LatLon> region, @Nullable LatLon near);

  ScooterView scooter(String scooterId);

  /** How many managed scooters are in each state of {@link ScooterView}. */
  Map<String, Integer> managedByState();

  /**
   * Keeps a managed scooter for a rider: {@code CONFLICT} when it is another operator's, reserved,
   * in use, flat or disabled, or its rider may not book or has another one then.
   */
  ScooterReservationView reserve(String scooterId, String riderId, ScooterReservationInput input);

  ScooterReservationView reservation(String reservationId);

  /** Keeps a scooter no longer: {@code CONFLICT} when it has been taken. */
  ScooterReservationView cancel(String reservationId);

  /** The ride begins. */
  ScooterReservationView take(String reservationId);

  /**
   * The ride ends, and the scooter stands somewhere: {@code CONFLICT} where zones of its system
   * forbid that and no station is named.
   */
  ScooterReservationView bringBack(String reservationId, ScooterReturnInput input);
}
