package org.ieum.model;

/**
 * A place on the earth.
 *
 * @param lat latitude in WGS 84 degrees, -90 to 90
 * @param lon longitude in WGS 84 degrees, -180 to 180
 */
public record LatLon(double lat, double lon) {
  private static final double EARTH_RADIUS_METRES = 6_371_000;

  public LatLon {
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("latitude must be from -90 to 90, was " + lat);
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("longitude must be from -180 to 180, was " + lon);
    }
  }

  /** Great-circle distance to another place in metres, on a sphere (haversine formula). */
  public double metresTo(LatLon other) {
    double sinLat = StrictMath.sin(StrictMath.toRadians(other.lat - lat) / 2);
    double sinLon = StrictMath.sin(StrictMath.toRadians(other.lon - lon) / 2);
    double a =
        sinLat * sinLat
            + StrictMath.cos(StrictMath.toRadians(lat))
                * StrictMath.cos(StrictMath.toRadians(other.lat))
                * sinLon
                * sinLon;
    return 2 * EARTH_RADIUS_METRES * StrictMath.asin(Math.min(1, Math.sqrt(a)));
  }
}
