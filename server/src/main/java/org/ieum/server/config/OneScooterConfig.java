package org.ieum.server.config;

import java.util.Optional;
import org.ieum.micromobility.Scooter;
import org.ieum.model.LatLon;
import org.ieum.server.quantity.Distance;
import org.jspecify.annotations.Nullable;

/**
 * A scooter, as it stands at first.
 *
 * @param id of its own
 * @param lat degrees; not needed at a station
 * @param lon degrees; not needed at a station
 * @param station id of the one at which it stands, if at any
 * @param range how far it goes; not known if not given
 * @param disabled whether it cannot be had; it can if not given
 */
public record OneScooterConfig(
    String id,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String station,
    @Nullable Distance range,
    @Nullable Boolean disabled) {
  public OneScooterConfig {
    requireId(id);
    if (station == null || lat != null || lon != null) {
      requirePlace(lat, lon);
    }
  }

  static void requireId(@Nullable String id) {
    Given.require("id", id);
    if (id == null || !id.matches("[A-Za-z0-9_.-]{1,64}")) {
      throw new IllegalArgumentException(
          "id must be of letters, digits and . _ -, at most 64 of them, was '" + id + "'");
    }
  }

  static void requirePlace(@Nullable Double lat, @Nullable Double lon) {
    requireDegrees("lat", lat, 90);
    requireDegrees("lon", lon, 180);
  }

  private static void requireDegrees(String key, @Nullable Double degrees, int most) {
    Given.require(key, degrees);
    if (degrees != null && !(Math.abs(degrees) <= most)) {
      throw new IllegalArgumentException(
          key + " must be from -" + most + " to " + most + " degrees, was " + degrees);
    }
  }

  Scooter scooter(String type, Optional<StationConfig> at) {
    LatLon place = lat == null || lon == null ? at.orElseThrow().place() : new LatLon(lat, lon);
    return new Scooter(
        id,
        place,
        type,
        station == null ? "" : station,
        "",
        range == null ? Scooter.UNKNOWN_RANGE : range.metres(),
        false,
        disabled != null && disabled);
  }
}
