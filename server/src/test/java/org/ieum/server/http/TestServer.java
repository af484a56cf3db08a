package org.ieum.server.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ieum.server.area.Area;

/**
 * A server over areas without a fleet, and a client. Whatever it answers is held against its own
 * description. Keys are the names of roles: rider (of r1), driver (of v1), other_rider (of r2),
 * other_driver (of v2), call_agent, dispatcher, planner, admin.
 */
final class TestServer implements AutoCloseable {
  private static final Map<String, Caller> CALLERS =
      Map.of(
          "rider", new Caller("k1", Role.RIDER, "r1"),
          "driver", new Caller("k2", Role.DRIVER, "v1"),
          "other_rider", new Caller("k3", Role.RIDER, "r2"),
          "other_driver", new Caller("k4", Role.DRIVER, "v2"),
          "call_agent", new Caller("k5", Role.CALL_AGENT, ""),
          "dispatcher", new Caller("k6", Role.DISPATCHER, ""),
          "planner", new Caller("k7", Role.PLANNER, ""),
          "admin", new Caller("k8", Role.ADMIN, ""));

  /** So long a server that closes waits for requests that run. */
  static final Duration DRAIN = Duration.ofSeconds(60);

  final FakeArea area;
  final HttpServer server;
  final HttpClient client = HttpClient.newHttpClient();
  final Contract contract;
  private final List<FakeArea> areas;

  TestServer(FakeArea... areas) {
    this(settings(Duration.ofSeconds(60), 1000), areas);
  }

  TestServer(HttpSettings settings, FakeArea... areas) {
    this.areas = List.of(areas);
    area = areas[0];
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    List<Area> all = List.of(areas);
    server =
        HttpServer.start(
            settings,
            all,
            key -> Optional.ofNullable(CALLERS.get(key)),
            new MemoryRiders(),
            registry);
    contract = new Contract(new Reply(raw("GET", "/openapi.json", "", "")).json());
  }

  static TestServer one() {
    return new TestServer(new FakeArea("a", 37));
  }

  static HttpSettings settings(Duration timeout, int streamBuffer) {
    return new HttpSettings(
        "127.0.0.1",
        0,
        8,
        timeout,
        DRAIN,
        Duration.ofMillis(200),
        3,
        streamBuffer,
        Clock.systemUTC());
  }

  /** A request that is about to be sent. */
  HttpRequest.Builder request(String method, String path, String key, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(30));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (body.isEmpty()) {
      return request.method(method, BodyPublishers.noBody());
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private HttpResponse<String> raw(
      String method, String path, String key, String body, String... headers) {
    HttpRequest.Builder request = request(method, path, key, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request and checks that the answer is as described. */
  Reply send(String method, String path, String key, String body, String... headers) {
    HttpResponse<String> response = raw(method, path, key, body, headers);
    contract.check(method, path, response);
    return new Reply(response);
  }

  Reply get(String path, String key, String... headers) {
    return send("GET", path, key, "", headers);
  }

  Reply post(String path, String key, String body, String... headers) {
    boolean needsKey =
        path.equals("/v1/bookings")
            || path.equals("/v1/booking_series")
            || path.endsWith("/reservations")
            || path.endsWith("/cancel");
    boolean hasKey =
        Stream.of(headers).anyMatch(h -> h.toLowerCase(Locale.ROOT).equals("idempotency-key"));
    if (needsKey && !hasKey) {
      String[] more = Arrays.copyOf(headers, headers.length + 2);
      more[headers.length] = "Idempotency-Key";
      more[headers.length + 1] = "key-" + System.nanoTime();
      return send("POST", path, key, body, more);
    }
    return send("POST", path, key, body, headers);
  }

  @Override
  public void close() {
    server.close();
    areas.forEach(FakeArea::close);
  }
}
