package org.ieum.server.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How far what happened was from what was told before, late and early apart. */
final class Drift {
  private static final Duration[] BOUNDS = {
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(10),
    Duration.ofMinutes(20)
  };

  private final Timer late;
  private final Timer early;

  /**
   * Registers it.
   *
   * @param of what was estimated: {@code pickup}, {@code drop_off} or {@code arrival}
   * @param estimate which one: that of the {@code booking} or of the {@code departure} for the stop
   */
  Drift(String area, String of, String estimate, MeterRegistry registry) {
    late = timer(area, of, estimate, "late", registry);
    early = timer(area, of, estimate, "early", registry);
  }

  private static Timer timer(
      String area, String of, String estimate, String direction, MeterRegistry registry) {
    return Timer.builder("ieum.estimate.drift")
        .description("How far what happened was from what was told; on time counts as late by 0")
        .tags("area", area, "of", of, "estimate", estimate, "direction", direction)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /** Notes what was told and what happened, both ms since 1970. */
  void note(long told, long happened) {
    if (happened >= told) {
      late.record(happened - told, TimeUnit.MILLISECONDS);
    } else {
      early.record(told - happened, TimeUnit.MILLISECONDS);
    }
  }
}
