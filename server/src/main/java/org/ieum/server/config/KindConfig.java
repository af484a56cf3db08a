package org.ieum.server.config;

import org.ieum.fare.DistanceRate;
import org.ieum.fare.KindPrice;
import org.ieum.server.quantity.Distance;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of riders pays: a part of what adults pay, or by prices of its own.
 *
 * @param percent of what adults pay
 * @param base minor units
 * @param baseDistance how far that takes one
 * @param perStep minor units for each further step, or part of it
 * @param step its length; 1km if not given
 */
public record KindConfig(
    @Nullable Integer percent,
    @Nullable Long base,
    @Nullable Distance baseDistance,
    @Nullable Long perStep,
    @Nullable Distance step) {
  /** Length of a step that is not given, metres. */
  static final int STEP = 1_000;

  public KindConfig {
    Given.range("percent", percent, 0, 100);
    if (percent == null) {
      if (base == null) {
        throw new IllegalArgumentException("percent is missing, or base");
      }
      check(base, baseDistance, perStep, step);
    } else {
      Given.absent("base", base, "is not to be had with percent");
      Given.absent("base_distance", baseDistance, "is not to be had with percent");
      Given.absent("per_step", perStep, "is not to be had with percent");
      Given.absent("step", step, "is not to be had with percent");
    }
  }

  static void check(
      Long base, @Nullable Distance baseDistance, @Nullable Long perStep, @Nullable Distance step) {
    Given.amount("base", base);
    Given.amount("per_step", perStep);
    Given.step("step", step);
    if (baseDistance == null) {
      Given.absent("per_step", perStep, "needs base_distance");
    }
    if (perStep == null) {
      Given.absent("step", step, "needs per_step");
      Given.absent("base_distance", baseDistance, "needs per_step");
    }
  }

  static DistanceRate rate(
      Long base, @Nullable Distance baseDistance, @Nullable Long perStep, @Nullable Distance step) {
    return new DistanceRate(
        base,
        baseDistance == null ? Integer.MAX_VALUE : baseDistance.metres(),
        perStep == null ? 0 : perStep,
        step == null ? STEP : step.metres());
  }

  static KindPrice price(@Nullable KindConfig given) {
    if (given == null) {
      return new KindPrice.Percent(100);
    }
    Long base = given.base;
    Integer percent = given.percent;
    return base == null || percent != null
        ? new KindPrice.Percent(percent == null ? 100 : percent)
        : new KindPrice.Own(rate(base, given.baseDistance, given.perStep, given.step));
  }
}
