package org.ieum.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ieum.model.LatLon;

/** Answers like a dispatch server with one vehicle that comes at once. */
final class FakeServer implements AutoCloseable {
  static final String KEY = "secret";

  private static final String TIMES =
      "\"pickup_window_start\":\"2026-01-05T08:00:00Z\",\"pickup_window_end\":\"2026-01-05T08:10:00Z\","
          + "\"latest_drop_off_time\":\"2026-01-05T09:00:00Z\",\"max_ride_duration\":1200,"
          + "\"direct_duration\":600,\"access_walk_duration\":60,\"egress_walk_duration\":60,"
          + "\"pickup_stop_id\":\"s1\",\"drop_off_stop_id\":\"s2\"";

  final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<JsonNode> quotes = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<JsonNode> positions = new ConcurrentLinkedQueue<>();
  final Map<String, String> bookingByKey = new ConcurrentHashMap<>();
  final ConcurrentLinkedQueue<String> boarded = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> cancelled = new ConcurrentLinkedQueue<>();
  final AtomicInteger running = new AtomicInteger();
  final AtomicInteger mostRunning = new AtomicInteger();
  final AtomicInteger streams = new AtomicInteger();

  /** Quotes wait for it. */
  volatile CountDownLatch quotesMayGo = new CountDownLatch(0);

  /** Bookings that are answered with 503 before the first that goes well. */
  final AtomicInteger failingBookings = new AtomicInteger();

  private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;
  private volatile boolean drives;

  FakeServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  DemoServer demo(double speed) {
    URI base = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-05T08:00:00Z"));
    return new DemoServer(base, Optional.of(KEY), "town", clock, speed);
  }

  void drive() {
    drives = true;
  }

  /** Stand at the one stop, or are at once at the other. */
  Drivers drivers() {
    return (vehicle, now) ->
        Optional.of(vehicle.stopId() == null ? new LatLon(57.2, 12.2) : new LatLon(57, 12));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    if (path.startsWith("/v1/events")) {
      stream(exchange);
      return;
    }
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try (exchange) {
      requests.add(exchange.getRequestMethod() + " " + path);
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean isKnown =
          List.of("Bearer " + KEY).equals(exchange.getRequestHeaders().get("Authorization"));
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      String answer = isKnown ? answer(path, body, key == null ? "" : key) : "401 {}";
      byte[] bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.decrementAndGet();
    }
  }

  /** Status and body. */
  private String answer(String path, String body, String key) throws InterruptedException {
    String[] parts = path.split("[/?]", -1);
    if (path.equals("/v1/quotes")) {
      quotesMayGo.await(30, TimeUnit.SECONDS);
      quotes.add(DemoJson.tree(body));
      return "200 {\"quote_id\":\"q\",\"area_id\":\"town\",\"offers\":[{\"offer_id\":\"o"
          + number.incrementAndGet()
          + "\","
          + TIMES
          + "}],\"alternatives\":[]}";
    }
    if (path.equals("/v1/bookings")) {
      String id = bookingByKey.computeIfAbsent(key, unknown -> "town-" + number.incrementAndGet());
      if (failingBookings.getAndDecrement() > 0) {
        return "503 {}";
      }
      events.add("vehicle_arrived");
      return "201 " + booking(id, "assigned");
    }
    if (path.endsWith("/board")) {
      boarded.add(parts[3]);
      return "200 " + booking(parts[3], "onboard");
    }
    if (path.endsWith("/cancel")) {
      cancelled.add(parts[3]);
      return "200 " + booking(parts[3], "cancelled");
    }
    if (path.contains("/route_plan")) {
      String ids = String.join("\",\"", bookingByKey.values());
      return "200 {\"vehicle_id\":\"bus\",\"departed\":false,\"version\":1,\"stops\":[{\"stop_id\":\"s1\","
          + "\"kind\":\"service\",\"arrival_time\":\"2026-01-05T08:00:00Z\",\"boarding\":[\""
          + ids
          + "\"],\"alighting\":[],\"riders\":1,\"wheelchairs\":0}]}";
    }
    if (path.contains("/positions")) {
      positions.add(DemoJson.tree(body));
      return "200 {}";
    }
    if (path.startsWith("/v1/stops")) {
      return "200 {\"stops\":[{\"stop_id\":\"s1\",\"stop_name\":\"A\",\"stop_lat\":57.0,\"stop_lon\":12.0},"
          + "{\"stop_id\":\"s2\",\"stop_name\":\"B\",\"stop_lat\":57.2,\"stop_lon\":12.2}]}";
    }
    if (path.startsWith("/v1/vehicles")) {
      String where = drives ? "null" : "\"s1\"";
      return "200 {\"vehicles\":[{\"vehicle_id\":\"bus\",\"area_id\":\"town\",\"state\":\"en_route\","
          + "\"stop_id\":"
          + where
          + ",\"next_stop_id\":\"s2\",\"next_arrival_time\":\"2026-01-05T07:59:00Z\"}]}";
    }
    return "404 {}";
  }

  private static String booking(String id, String state) {
    return "{\"booking_id\":\"%s\",\"state\":\"%s\",\"vehicle_id\":\"bus\",\"passenger_count\":1,%s}"
        .formatted(id, state, TIMES);
  }

  private void stream(HttpExchange exchange) throws IOException {
    streams.incrementAndGet();
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int id = 1; ; id++) {
        String type = events.take();
        String text =
            "id: %d\nevent: %s\ndata: {\"event_id\":%d,\"type\":\"%s\",\"vehicle_id\":\"bus\"}\n\n"
                .formatted(id, type, id, type);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
