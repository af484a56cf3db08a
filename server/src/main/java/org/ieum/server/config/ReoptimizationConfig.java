package org.ieum.server.config;

import java.util.Optional;
import org.ieum.server.area.RouteImprovement;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how routes are improved while they are driven. What is not given is as the options of
 * {@code ieum serve} say.
 *
 * @param optimizer which one; lns if not given
 * @param interval from one look to the next; 10s if not given
 * @param announceAhead how long before its planned arrival riders are told their vehicle; 2m if not
 *     given
 * @param vehicles how many one look takes in at most; 24 if not given
 */
public record ReoptimizationConfig(
    @Nullable OptimizerChoice optimizer,
    @Nullable TimeSpan interval,
    @Nullable TimeSpan announceAhead,
    @Nullable Integer vehicles) {
  /** Nothing given. */
  public static final ReoptimizationConfig DEFAULT =
      new ReoptimizationConfig(null, null, null, null);

  /** Nothing is improved. */
  public static final ReoptimizationConfig OFF =
      new ReoptimizationConfig(OptimizerChoice.OFF, null, null, null);

  private static final int SECOND = 1_000;
  private static final int LONGEST_INTERVAL = 60 * SECOND;
  private static final int LONGEST_AHEAD = 3_600 * SECOND;
  private static final int MOST_VEHICLES = 64;

  public ReoptimizationConfig {
    if (interval != null && (interval.millis() < SECOND || interval.millis() > LONGEST_INTERVAL)) {
      throw new IllegalArgumentException("interval must be from 1s to 1m, was " + interval);
    }
    if (announceAhead != null && announceAhead.millis() > LONGEST_AHEAD) {
      throw new IllegalArgumentException(
          "announce_ahead must be from 0s to 1h, was " + announceAhead);
    }
    if (vehicles != null && (vehicles < 1 || vehicles > MOST_VEHICLES)) {
      throw new IllegalArgumentException(
          "vehicles must be from 1 to " + MOST_VEHICLES + ", was " + vehicles);
    }
  }

  @Override
  public OptimizerChoice optimizer() {
    return optimizer == null ? OptimizerChoice.LNS : optimizer;
  }

  @Override
  public TimeSpan interval() {
    return interval == null ? new TimeSpan(10 * SECOND) : interval;
  }

  @Override
  public TimeSpan announceAhead() {
    return announceAhead == null ? new TimeSpan(120 * SECOND) : announceAhead;
  }

  @Override
  public Integer vehicles() {
    return vehicles == null ? Integer.valueOf(24) : vehicles;
  }

  /** The same with what another one says of what is not given here. */
  ReoptimizationConfig or(ReoptimizationConfig usual) {
    return new ReoptimizationConfig(
        optimizer == null ? usual.optimizer : optimizer,
        interval == null ? usual.interval : interval,
        announceAhead == null ? usual.announceAhead : announceAhead,
        vehicles == null ? usual.vehicles : vehicles);
  }

  /** What an area does, unless nothing is to be improved. */
  Optional<RouteImprovement> findImprovement() {
    return optimizer()
        .findOptimizer()
        .map(
            it ->
                new RouteImprovement(
                    it, interval().millis(), announceAhead().millis(), vehicles()));
  }
}
