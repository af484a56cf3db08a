package org.ieum.server.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ieum.server.api.VehicleView;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaDesk;
import org.ieum.server.figures.JournalFigures;
import org.ieum.server.figures.RideFigures;

/** Figures of one area; those of its fleet are those of the last look. */
final class AreaMetrics {
  private static final long PATIENCE_MS = 2_000;

  private final Area area;
  private final MeterRegistry registry;
  private final RideFigures rides;
  private final AtomicInteger liveBookings = new AtomicInteger();
  private final Map<String, AtomicInteger> vehicles = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> scooters = new ConcurrentHashMap<>();

  /** What the writer says of its fleet and its scooters. */
  private record Look(int liveBookings, List<VehicleView> vehicles, Map<String, Integer> scooters) {
    static Look at(AreaDesk desk) {
      return new Look(desk.liveBookings(), desk.vehicles(), desk.scooters().managedByState());
    }
  }

  AreaMetrics(Area area, MeterRegistry registry, InstantSource clock) {
    this.area = area;
    this.registry = registry;
    String id = area.view().areaId();
    rides = new RideFigures(id, area.journal(), registry, clock);
    JournalFigures.bind(id, area.journal(), registry, clock);
    OptimizerMetrics.bind(area, registry);
    Tags tags = Tags.of("area", area.view().areaId());
    Gauge.builder("ieum.queue.length", area, Area::queueLength)
        .description("Commands that wait for the writer")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.journal.waiting", area, of -> of.journal().waiting())
        .description("Batches that wait to go to disk")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.area.ready", area, of -> of.isReady() ? 1 : 0)
        .description("1 when the area takes commands")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.area.failed", area, of -> of.hasFailed() ? 1 : 0)
        .description("1 when the area has failed until the next start")
        .tags(tags)
        .register(registry);
    Gauge.builder("ieum.bookings.live", liveBookings, AtomicInteger::get)
        .description("Bookings that have not ended")
        .tags(tags)
        .register(registry);
  }

  /** Has a look at the fleet; completes in any case, and soon. */
  CompletableFuture<Void> look() {
    if (!area.isReady()) {
      return CompletableFuture.completedFuture(null);
    }
    return area.ask(Look::at)
        .thenAccept(this::note)
        .orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .exceptionally(fault -> null);
  }

  private synchronized void note(Look look) {
    rides.note(look.vehicles());
    liveBookings.set(look.liveBookings());
    vehicles.values().forEach(count -> count.set(0));
    for (VehicleView vehicle : look.vehicles()) {
      vehicles
          .computeIfAbsent(
              vehicle.state(),
              state -> gauge("ieum.vehicles", "Vehicles by what they are doing", state))
          .incrementAndGet();
    }
    scooters.values().forEach(count -> count.set(0));
    look.scooters()
        .forEach(
            (of, count) ->
                scooters
                    .computeIfAbsent(
                        of,
                        state -> gauge("ieum.scooters", "Managed scooters by their state", state))
                    .set(count));
  }

  private AtomicInteger gauge(String name, String description, String state) {
    AtomicInteger count = new AtomicInteger();
    Gauge.builder(name, count, AtomicInteger::get)
        .description(description)
        .tags("area", area.view().areaId(), "state", state)
        .register(registry);
    return count;
  }
}
