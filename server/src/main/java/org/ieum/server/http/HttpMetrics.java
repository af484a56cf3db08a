package org.ieum.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Counts requests and how long they took, from their head until the answer was made. */
final class HttpMetrics {
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

  HttpMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Endpoint endpoint, int status, long nanos) {
    timers
        .computeIfAbsent(
            endpoint.method() + " " + endpoint.path() + " " + status,
            name -> timer(endpoint, status))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Endpoint endpoint, int status) {
    return Timer.builder("ieum.http.requests")
        .description("How long requests took")
        .tag("kind", kind(endpoint))
        .tag("method", endpoint.method())
        .tag("path", endpoint.path())
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  private static String kind(Endpoint endpoint) {
    if (endpoint.path().equals("/v1/quotes")) {
      return "quote";
    }
    return endpoint.takesBody() ? "command" : "read";
  }
}
