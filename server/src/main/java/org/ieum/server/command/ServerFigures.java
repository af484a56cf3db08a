package org.ieum.server.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ieum.server.journal.JournalStore;

/** Figures of journal and process for Prometheus; the HTTP layer has its own. */
final class ServerFigures {
  private ServerFigures() {}

  @SuppressWarnings("resource") // they live as long as the process
  static void bind(MeterRegistry registry, JournalStore store) {
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
