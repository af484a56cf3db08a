package org.ieum.server.http;

import static org.ieum.server.http.Role.ADMIN;
import static org.ieum.server.http.Role.DISPATCHER;
import static org.ieum.server.http.Role.PLANNER;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ieum.server.api.HealthView;
import org.ieum.server.area.Area;

/** Whether the server is well. */
final class SystemEndpoints {
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final Areas areas;
  private final Traffic traffic;
  private final PrometheusMeterRegistry registry;
  private final List<AreaMetrics> figures;

  SystemEndpoints(
      Areas areas,
      Traffic traffic,
      EventStreams streams,
      PrometheusMeterRegistry registry,
      InstantSource clock) {
    this.areas = areas;
    this.traffic = traffic;
    this.registry = registry;
    figures = areas.all().stream().map(area -> new AreaMetrics(area, registry, clock)).toList();
    Gauge.builder("ieum.http.running", traffic, Traffic::running)
        .description("Requests under way")
        .register(registry);
    Gauge.builder("ieum.http.streams", streams, EventStreams::count)
        .description("Those who listen to events")
        .register(registry);
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get("/health/live", "Says whether the process works; if not, start it anew")
            .gives(HealthView.class)
            .refuses(503)
            .does(call -> live()),
        Endpoint.get("/health/ready", "Says whether requests are taken")
            .gives(HealthView.class)
            .refuses(503)
            .does(call -> ready()),
        Endpoint.get("/metrics", "Gives figures for Prometheus")
            .roles(DISPATCHER, PLANNER, ADMIN)
            .gives(METRICS)
            .does(call -> metrics()));
  }

  /** An area that waits for its database is alive. */
  private CompletableFuture<Answer> live() {
    List<String> failed =
        areas.all().stream().filter(Area::hasFailed).map(area -> area.view().areaId()).toList();
    if (!failed.isEmpty()) {
      throw Refused.of(503, "failed until the next start: " + String.join(", ", failed));
    }
    return Answer.now(new HealthView("up", List.of()));
  }

  private CompletableFuture<Answer> ready() {
    List<String> waiting =
        areas.all().stream()
            .filter(area -> !area.isReady())
            .map(area -> area.view().areaId())
            .toList();
    if (traffic.isDraining()) {
      throw Refused.of(503, "the server is closing", "Retry-After", "5");
    }
    if (!waiting.isEmpty()) {
      throw Refused.of(503, "not ready: " + String.join(", ", waiting), "Retry-After", "1");
    }
    return Answer.now(new HealthView("up", List.of()));
  }

  private CompletableFuture<Answer> metrics() {
    CompletableFuture<?>[] looks =
        figures.stream().map(AreaMetrics::look).toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(looks)
        .thenApply(all -> new Answer(200, METRICS, registry.scrape(), Map.of()));
  }
}
