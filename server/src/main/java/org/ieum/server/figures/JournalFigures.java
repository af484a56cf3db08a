package org.ieum.server.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalHealth;
import org.ieum.server.journal.StoredEvent;

/** How an area's journal keeps up, and what comes to disk. */
public final class JournalFigures {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private final Tags tags;
  private final MeterRegistry registry;

  /** By type; belongs to the committer's thread. */
  private final Map<String, Counter> events = new HashMap<>();

  private JournalFigures(Tags tags, MeterRegistry registry) {
    this.tags = tags;
    this.registry = registry;
  }

  /** Registers the figures of an area. */
  public static void bind(
      String area, Journal journal, MeterRegistry registry, InstantSource clock) {
    Tags tags = Tags.of("area", area);
    JournalFigures figures = new JournalFigures(tags, registry);
    figures.counter("ride_confirmed");
    journal.onCommitted(figures::count);
    Gauge.builder("ieum.journal.oldest.waiting", journal, of -> of.health().oldestWaiting() / NANOS)
        .description("How long the first batch has waited to go to disk")
        .baseUnit("seconds")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.journal.last.event", journal, Journal::lastSeq)
        .description("Number of the last event on disk")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.journal.behind.snapshot", journal, JournalFigures::behindSnapshot)
        .description("Events that a start would have to replay")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.journal.snapshot.age", journal, of -> age(of.health(), clock))
        .description("Time since the last event in the last snapshot")
        .baseUnit("seconds")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.journal.online", journal, of -> of.isAvailable() ? 1 : 0)
        .description("1 when the database takes events")
        .tags(tags)
        .register(registry);
  }

  private static double behindSnapshot(Journal journal) {
    return Math.max(0, journal.lastSeq() - journal.health().snapshotSeq());
  }

  private static double age(JournalHealth health, InstantSource clock) {
    return health.snapshotSeq() == 0
        ? Double.NaN
        : Math.max(0, clock.millis() - health.snapshotTime()) / MILLIS;
  }

  private void count(List<StoredEvent> committed) {
    for (StoredEvent stored : committed) {
      counter(stored.event().type()).increment();
    }
  }

  private Counter counter(String type) {
    return events.computeIfAbsent(
        type,
        name ->
            Counter.builder("ieum.journal.events")
                .description("Events on disk since the start of the process")
                .tags(tags)
                .tag("type", name)
                .register(registry));
  }
}
