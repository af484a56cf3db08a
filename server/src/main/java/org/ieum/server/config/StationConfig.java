package org.ieum.server.config;

import org.ieum.micromobility.ScooterStation;
import org.ieum.model.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * A place at which scooters are taken and left.
 *
 * @param id of its own
 * @param name what riders read; the id if not given
 * @param lat degrees
 * @param lon degrees
 * @param capacity how many it holds; any number if not given
 */
public record StationConfig(
    String id, @Nullable String name, Double lat, Double lon, @Nullable Integer capacity) {
  public StationConfig {
    OneScooterConfig.requireId(id);
    OneScooterConfig.requirePlace(lat, lon);
    Given.range("capacity", capacity, 1, 10_000);
  }

  LatLon place() {
    return new LatLon(lat, lon);
  }

  ScooterStation station() {
    int holds = capacity == null ? ScooterStation.UNBOUNDED : capacity;
    return new ScooterStation(
        id, name == null ? id : name, place(), holds, 0, ScooterStation.UNBOUNDED, true, true);
  }
}
