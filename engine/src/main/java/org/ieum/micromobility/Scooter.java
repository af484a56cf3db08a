package org.ieum.micromobility;

import org.ieum.model.LatLon;

/**
 * A shared scooter as it was known at one moment.
 *
 * @param id unique in its system
 * @param position where it stands
 * @param typeId its {@link ScooterType}
 * @param stationId the station at which it stands, or ""
 * @param planId its {@link PricingPlan}, or ""
 * @param rangeMetres how far it still goes, or {@link #UNKNOWN_RANGE}
 * @param reserved whether somebody has it, by what the system says
 * @param disabled whether it cannot be rented
 */
public record Scooter(
    String id,
    LatLon position,
    String typeId,
    String stationId,
    String planId,
    int rangeMetres,
    boolean reserved,
    boolean disabled) {
  /** Nobody says how far it goes. */
  public static final int UNKNOWN_RANGE = -1;

  public Scooter {
    if (id.isBlank()) {
      throw new IllegalArgumentException("scooter id must not be blank, was '" + id + "'");
    }
    if (rangeMetres < UNKNOWN_RANGE) {
      throw new IllegalArgumentException("range must be >= 0 m, was " + rangeMetres);
    }
  }

  /**
   * The same scooter somewhere else.
   *
   * @param station at which it stands then, or ""
   * @param range how far it goes from there, m, or {@link #UNKNOWN_RANGE}
   */
  public Scooter at(LatLon place, String station, int range) {
    return new Scooter(id, place, typeId, station, planId, range, reserved, disabled);
  }

  /** Whether somebody could take it now. */
  public boolean isFree() {
    return !reserved && !disabled;
  }
}
