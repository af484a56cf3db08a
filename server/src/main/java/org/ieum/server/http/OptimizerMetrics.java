package org.ieum.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ieum.server.area.Area;
import org.ieum.server.area.Look;
import org.ieum.server.area.Look.Outcome;

/** What re-optimisation does in an area; all stays 0 when it is off. */
final class OptimizerMetrics {
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5)
  };

  private static final double MILLIS = 1e3;

  private final Counter looks;
  private final Counter saved;
  private final Timer taking;
  private final Timer searching;
  private final Timer applying;
  private final Map<Outcome, Counter> plans = new EnumMap<>(Outcome.class);

  private OptimizerMetrics(String area, MeterRegistry registry) {
    looks =
        Counter.builder("ieum.reoptimization.looks")
            .description("Times that some of the routes were looked at for better ones")
            .tag("area", area)
            .register(registry);
    saved =
        Counter.builder("ieum.reoptimization.saved")
            .description("Cost saved: operating time and riders' time, each times its weight")
            .baseUnit("seconds")
            .tag("area", area)
            .register(registry);
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.NONE) {
        plans.put(
            outcome,
            Counter.builder("ieum.reoptimization.plans")
                .description("Better plans that were found, by what became of them")
                .tag("area", area)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry));
      }
    }
    taking = timer(area, "take", registry);
    searching = timer(area, "search", registry);
    applying = timer(area, "apply", registry);
  }

  private static Timer timer(String area, String part, MeterRegistry registry) {
    return Timer.builder("ieum.reoptimization.look")
        .description(
            "How long the writer took and applied routes, and how long was searched beside it")
        .tag("area", area)
        .tag("part", part)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /** Registers the figures of an area and begins to hear of its looks. */
  static void bind(Area area, MeterRegistry registry) {
    area.onLook(new OptimizerMetrics(area.view().areaId(), registry)::count);
  }

  private void count(Look look) {
    Counter plan = plans.get(look.outcome());
    if (plan != null) {
      plan.increment();
    }
    saved.increment(look.saved() / MILLIS);
    looks.increment(look.searching() > 0 ? 1 : 0);
    record(taking, look.taking());
    record(searching, look.searching());
    record(applying, look.applying());
  }

  private static void record(Timer timer, long nanos) {
    if (nanos > 0) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }
}
