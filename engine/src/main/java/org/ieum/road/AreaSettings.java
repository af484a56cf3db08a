package org.ieum.road;

/**
 * How a service area is prepared.
 *
 * @param walkingSpeed metres per second
 * @param stopPointRadius farthest distance from a stop point to its road, metres
 * @param placeRadius farthest distance from a rider's place to where people can walk, metres
 */
public record AreaSettings(double walkingSpeed, double stopPointRadius, double placeRadius) {
  /** 1.25 m/s, 100 m, 300 m. */
  public static final AreaSettings DEFAULT = new AreaSettings(1.25, 100, 300);

  public AreaSettings {
    if (!(walkingSpeed >= 0.1 && walkingSpeed < 10)) {
      throw new IllegalArgumentException(
          "walking speed must be at least 0.1 and below 10 m/s, was " + walkingSpeed);
    }
    checkRadius("stop point radius", stopPointRadius);
    checkRadius("place radius", placeRadius);
  }

  private static void checkRadius(String name, double metres) {
    if (!(metres >= 0 && metres <= 10_000)) {
      throw new IllegalArgumentException(name + " must be from 0 to 10000 m, was " + metres);
    }
  }
}
