package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events as they come. */
@Timeout(60)
final class EventStreamTest {
  private final TestServer server = TestServer.one();

  /** Reads a stream line by line on a thread of its own. */
  private static final class Listener implements AutoCloseable {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final InputStream body;

    Listener(TestServer server, String path, String key, String... headers) throws Exception {
      var request = server.request("GET", path, key, "").header("Accept", "text/event-stream");
      if (headers.length > 0) {
        request.headers(headers);
      }
      HttpResponse<InputStream> response =
          server.client.send(request.build(), BodyHandlers.ofInputStream());
      assertEquals(200, response.statusCode());
      assertEquals(
          "text/event-stream",
          response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
      body = response.body();
      Thread reader = new Thread(this::read);
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (Stream<String> all =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines()) {
        all.forEach(lines::add);
      } catch (UncheckedIOException e) {
        lines.add("broken");
      }
      lines.add("end");
    }

    /** The next line that starts so. */
    String next(String start) throws InterruptedException {
      String line = lines.poll(10, TimeUnit.SECONDS);
      while (line != null && !line.startsWith(start)) {
        line = lines.poll(10, TimeUnit.SECONDS);
      }
      return line == null ? "nothing" : line;
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  @AfterEach
  void close() {
    long start = System.nanoTime();
    server.close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(TestServer.DRAIN) < 0, "a thread was still busy after " + took);
  }

  private void event(int number, String vehicle) {
    server.area.event("type_" + number, null, vehicle, "{}");
  }

  @Test
  void tellsEventsAsTheyCome() throws Exception {
    event(1, "v1");
    try (Listener listener = new Listener(server, "/v1/events", "admin")) {
      listener.next(":");
      event(2, "v1");
      assertEquals("id: 2", listener.next("id"));
      assertEquals("event: type_2", listener.next("event"));
      String data = listener.next("data").substring("data: ".length());
      assertEquals(2, Json.tree(data.getBytes(StandardCharsets.UTF_8)).path("event_id").asInt());
      assertEquals(": ", listener.next(":"), "a sign of life");
    }
  }

  @Test
  void goesOnBehindTheLastEvent() throws Exception {
    for (int i = 1; i <= 4; i++) {
      event(i, "v1");
    }
    try (Listener listener =
        new Listener(server, "/v1/events?after=1", "admin", "Last-Event-ID", "2")) {
      assertEquals("id: 3", listener.next("id"));
      assertEquals("id: 4", listener.next("id"));
    }
    try (Listener listener = new Listener(server, "/v1/events?after=3", "admin")) {
      assertEquals("id: 4", listener.next("id"));
    }
  }

  @Test
  void whoComesTooLateStartsAgain() throws Exception {
    for (int i = 1; i <= 9; i++) {
      event(i, "v1");
    }
    server.area.hub.forget(3);
    try (Listener listener = new Listener(server, "/v1/events?after=6", "admin")) {
      assertEquals("event: type_7", listener.next("event"), "7 is the next and still kept");
    }
    for (int after : List.of(5, 99)) {
      try (Listener listener = new Listener(server, "/v1/events?after=" + after, "admin")) {
        assertEquals("event: reset", listener.next("event"));
        assertEquals("data: {\"last_event_id\":9}", listener.next("data"));
      }
    }
  }

  @Test
  void aDriverHearsHowTheirRouteWasImproved() throws Exception {
    String others = "{\"saved\":5,\"routes\":[{\"vehicle_id\":\"v2\",\"visits\":[8]}]}";
    String own =
        others.replace("}]}", "},{\"vehicle_id\":\"v1\",\"visits\":[4]},{\"vehicle_id\":\"v3\"}]}");
    try (Listener listener = new Listener(server, "/v1/events?after=0", "driver")) {
      server.area.event("routes_improved", null, null, others);
      server.area.event("routes_improved", null, null, own);
      assertEquals("id: 2", listener.next("id"));
      String data = listener.next("data").substring("data: ".length());
      var event = Json.tree(data.getBytes(StandardCharsets.UTF_8));
      assertEquals("v1", event.path("vehicle_id").asText());
      assertEquals("[{\"vehicle_id\":\"v1\",\"visits\":[4]}]", event.at("/data/routes").toString());
    }
  }

  @Test
  void aDriverHearsOfTheirVehicle() throws Exception {
    try (Listener listener = new Listener(server, "/v1/events?after=0", "driver")) {
      event(1, "v2");
      event(2, "v1");
      assertEquals("id: 2", listener.next("id"));
    }
  }

  @Test
  void onlySoManyMayListen() throws Exception {
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      listeners.add(new Listener(server, "/v1/events", "admin"));
    }
    Reply reply = server.get("/v1/events", "admin").isProblem(503, "too many listen to events: 3");
    assertEquals("5", reply.header("Retry-After"));
    for (Listener listener : listeners) {
      listener.close();
    }
    waitForListeners(0);
    new Listener(server, "/v1/events", "admin").close();
  }

  @Test
  void theOldestOfOneDriverGivesWay() throws Exception {
    Listener first = new Listener(server, "/v1/events", "driver");
    try (Listener second = new Listener(server, "/v1/events", "driver");
        Listener third = new Listener(server, "/v1/events", "driver");
        Listener other = new Listener(server, "/v1/events", "other_driver")) {
      waitForListeners(3);
      event(1, "v1");
      event(2, "v2");
      assertEquals("end", first.next("end"));
      assertEquals("id: 1", second.next("id"));
      assertEquals("id: 1", third.next("id"));
      assertEquals("id: 2", other.next("id"));
    }
    first.close();
  }

  private void waitForListeners(int count) throws InterruptedException {
    for (int i = 0; i < 1_000 && server.area.hub.listeners.size() != count; i++) {
      Thread.sleep(10);
    }
    assertEquals(count, server.area.hub.listeners.size());
  }

  @Test
  void whoDoesNotReadIsCutOff() throws Exception {
    TestServer small =
        new TestServer(TestServer.settings(Duration.ofSeconds(20), 10), new FakeArea("a", 37));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), small.server.port())) {
      socket.setReceiveBufferSize(4_096);
      String head = "GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1_000 && small.area.hub.listeners.isEmpty(); i++) {
        Thread.sleep(10);
      }
      assertEquals(1, small.area.hub.listeners.size());
      String data = "{\"x\":\"" + "x".repeat(8_000) + "\"}";
      int told = 0;
      while (told < 20_000 && !small.area.hub.listeners.isEmpty()) {
        small.area.event("large", null, null, data);
        told++;
      }
      assertTrue(told < 20_000, "cut off after " + told);
      small.get("/v1/areas", "admin").is(200);
    } finally {
      small.close();
    }
  }

  @Test
  void closingEndsTheStreams() throws Exception {
    try (Listener listener = new Listener(server, "/v1/events", "admin")) {
      listener.next(":");
      server.server.close();
      assertEquals("end", listener.next("end"));
    }
  }
}
