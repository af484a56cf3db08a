package org.ieum.server.config;

import org.ieum.fare.DistanceTariff;
import org.ieum.fare.MeterTariff;
import org.ieum.fare.Mode;
import org.ieum.fare.Tariff;
import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a service costs: by the distance, or with {@code step_time} by a meter.
 *
 * @param service id of the service, such as {@code on_demand}, or a mode: {@code drt}, {@code
 *     transit}, {@code scooter}
 * @param base minor units
 * @param baseDistance how far that takes one; anywhere if not given, and then there are no steps
 * @param perStep minor units for each further step, or part of it
 * @param step its length; 1km if not given
 * @param stepTime its duration where it goes slowly; makes it a meter, which a party pays as one
 * @param slowSpeed below which it does, km/h; 15 if not given
 * @param youth what youths pay, as adults if not given
 * @param child what children pay, as adults if not given
 */
public record TariffConfig(
    String service,
    Long base,
    @Nullable Distance baseDistance,
    @Nullable Long perStep,
    @Nullable Distance step,
    @Nullable TimeSpan stepTime,
    @Nullable Double slowSpeed,
    @Nullable KindConfig youth,
    @Nullable KindConfig child) {
  private static final double SLOW = 15;

  /** As of tickets in timetables. */
  private static final long HIGHEST_OF_TRANSIT = 50_000_000;

  public TariffConfig {
    Given.require("service", service);
    if (!service.matches("[a-z0-9_]{1,32}")) {
      throw new IllegalArgumentException(
          "service must be of a to z, 0 to 9 and _, at most 32 of them, was '" + service + "'");
    }
    if (service.equals(Mode.WALK.code())) {
      throw new IllegalArgumentException(
          "service must be one or a mode that costs something, was walk");
    }
    Given.require("base", base);
    if (service.equals(Mode.TRANSIT.code())) {
      Given.range("base", base, 0, HIGHEST_OF_TRANSIT);
      Given.absent("step_time", stepTime, "is not to be had for transit, which has no meter");
    }
    KindConfig.check(base, baseDistance, perStep, step);
    Given.step("step_time", stepTime);
    if (slowSpeed != null && !(slowSpeed > 0 && slowSpeed <= 200)) {
      throw new IllegalArgumentException(
          "slow_speed must be above 0 and at most 200 km/h, was " + slowSpeed);
    }
    if (stepTime == null) {
      Given.absent("slow_speed", slowSpeed, "needs step_time");
    } else {
      Given.require("base_distance", baseDistance);
      if (youth != null || child != null) {
        throw new IllegalArgumentException(
            (youth == null ? "child" : "youth")
                + " is not to be had with step_time, which a party pays as one");
      }
    }
  }

  /** The same as what prices rides. */
  Tariff tariff() {
    if (stepTime == null || baseDistance == null) {
      return new DistanceTariff(
          KindConfig.rate(base, baseDistance, perStep, step),
          KindConfig.price(youth),
          KindConfig.price(child));
    }
    double slow = slowSpeed == null ? SLOW : slowSpeed;
    return new MeterTariff(
        base,
        baseDistance.metres(),
        perStep == null ? 0 : perStep,
        step == null ? KindConfig.STEP : step.metres(),
        stepTime.millis() / 1_000,
        (int) Math.round(slow * 1_000));
  }
}
