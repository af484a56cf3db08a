package org.ieum.server.command;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ieum.server.area.LiveArea;
import org.ieum.server.journal.JournalStore;

/** Figures of areas, journal and process for Prometheus. */
final class ServerFigures {
  private static final List<String> STATES =
      List.of("off_duty", "idle", "en_route", "at_stop", "repositioning", "on_break");

  private ServerFigures() {}

  @SuppressWarnings("resource") // they live as long as the process
  static void bind(MeterRegistry registry, List<LiveArea> areas, JournalStore store) {
    for (LiveArea area : areas) {
      String id = area.view().areaId();
      Gauge.builder("ieum_writer_queue_length", area, LiveArea::queueLength)
          .description("Commands that wait for the writer")
          .tag("area", id)
          .register(registry);
      Gauge.builder("ieum_live_bookings", area, LiveArea::liveBookings)
          .description("Bookings that are not over")
          .tag("area", id)
          .register(registry);
      Gauge.builder("ieum_journal_waiting", area, a -> a.journal().waiting())
          .description("Batches that wait to go to disk")
          .tag("area", id)
          .register(registry);
      for (String state : STATES) {
        Gauge.builder("ieum_vehicles", area, a -> a.vehicleStates().getOrDefault(state, 0))
            .description("Vehicles by state")
            .tag("area", id)
            .tag("state", state)
            .register(registry);
      }
    }
    Timer commits =
        Timer.builder("ieum_journal_commit")
            .description("Time of a transaction of the journal")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(10))
            .register(registry);
    store.onCommit((area, batches, events, nanos) -> commits.record(nanos, TimeUnit.NANOSECONDS));
    new JvmMemoryMetrics().bindTo(registry);
    new JvmGcMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }
}
