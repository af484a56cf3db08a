package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A client's connections to a server, of which there may be another one tomorrow. */
final class ClientSession implements AutoCloseable {
  static final int CONNECTIONS = 40;

  private static final int PAGE = 1_000;
  private static final long PATIENCE = 60_000_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ServerProcess server;
  private HttpLines lines;

  ClientSession(ServerProcess server) throws IOException {
    this.server = server;
    lines = lines(server);
  }

  private static HttpLines lines(ServerProcess server) throws IOException {
    return new HttpLines(server.address(), server.key(), CONNECTIONS);
  }

  ServerProcess server() {
    return server;
  }

  HttpLines lines() {
    return lines;
  }

  /** Goes on with another server. */
  void connect(ServerProcess other) throws IOException {
    lines.close();
    server = other;
    lines = lines(other);
  }

  /** Waits for answers as long as something holds; not for ever. */
  void serveWhile(BooleanSupplier condition) throws IOException {
    long patience = System.nanoTime() + PATIENCE;
    while (condition.getAsBoolean()) {
      lines.serveUntil(System.nanoTime() + 200_000);
      if (System.nanoTime() > patience) {
        throw new IOException("no answers for a minute; the server says:\n" + server.lastOutput());
      }
    }
  }

  /** Waits until all is answered. */
  void serveAll() throws IOException {
    serveWhile(() -> lines.underWay() > 0);
  }

  /** All bookings that are not over. */
  List<JsonNode> live() throws IOException {
    List<JsonNode> bookings = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = tree("/v1/bookings?limit=" + PAGE + cursor);
      page.path("bookings").forEach(bookings::add);
      cursor = page.hasNonNull("next_cursor") ? "&cursor=" + page.path("next_cursor").asText() : "";
    } while (!cursor.isEmpty());
    return bookings;
  }

  /** The route plans of all vehicles. */
  List<JsonNode> plans() throws IOException {
    List<JsonNode> plans = new ArrayList<>();
    for (JsonNode vehicle : tree("/v1/vehicles").path("vehicles")) {
      plans.add(tree("/v1/vehicles/" + vehicle.path("vehicle_id").asText() + "/route_plan"));
    }
    return plans;
  }

  private JsonNode tree(String path) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.get(path, (status, body) -> text.append(status == 200 ? body : status + " " + body));
    serveAll();
    return JSON.readTree(text.toString());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
