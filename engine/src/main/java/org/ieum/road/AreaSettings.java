package org.ieum.road;

import java.util.Optional;

/**
 * How a service area is prepared.
 *
 * @param walkingSpeed metres per second
 * @param stopPointRadius farthest distance from a stop point to its road, metres
 * @param placeRadius farthest distance from a rider's place to where people can walk, metres
 * @param turns how vehicles turn and stop; when empty, turns are free, none is forbidden, and a
 *     vehicle that stopped may go on in either direction
 */
public record AreaSettings(
    double walkingSpeed, double stopPointRadius, double placeRadius, Optional<TurnRules> turns) {
  /** 1.25 m/s, 100 m, 300 m, free turns. */
  public static final AreaSettings DEFAULT = new AreaSettings(1.25, 100, 300);

  public AreaSettings {
    if (!(walkingSpeed >= 0.1 && walkingSpeed < 10)) {
      throw new IllegalArgumentException(
          "walking speed must be at least 0.1 and below 10 m/s, was " + walkingSpeed);
    }
    checkRadius("stop point radius", stopPointRadius);
    checkRadius("place radius", placeRadius);
  }

  /** Settings of an area with free turns. */
  public AreaSettings(double walkingSpeed, double stopPointRadius, double placeRadius) {
    this(walkingSpeed, stopPointRadius, placeRadius, Optional.empty());
  }

  /** The same settings with turns that count. */
  public AreaSettings withTurns(TurnRules rules) {
    return new AreaSettings(walkingSpeed, stopPointRadius, placeRadius, Optional.of(rules));
  }

  private static void checkRadius(String name, double metres) {
    if (!(metres >= 0 && metres <= 10_000)) {
      throw new IllegalArgumentException(name + " must be from 0 to 10000 m, was " + metres);
    }
  }
}
