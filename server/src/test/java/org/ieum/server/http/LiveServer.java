package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ieum.server.api.StopView;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.LiveArea;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.config.OneScooterConfig;
import org.ieum.server.config.ScooterConfig;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.quantity.Seating;

/**
 * A server over live areas on the embedded map, at a moment that does not pass. Whoever is to use
 * it is given a key, which is their name, and a signed token.
 */
final class LiveServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-05-06T08:00:00Z");

  final LiveArea area;
  final HttpServer server;
  private final List<LiveArea> areas = new ArrayList<>();
  private final Map<String, Caller> keys = new ConcurrentHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final JournalStore store;
  private int next;
  private int quotes;

  /** An answer whose body has been read, but for that of a stream. */
  record Heard(int status, String body, HttpResponse<?> response) {
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return Reply.tree(body);
    }

    @Override
    public String toString() {
      return status + " " + body;
    }
  }

  LiveServer(Path folder, RateLimits rates, String... areaIds) throws Exception {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    store = JournalStore.open("jdbc:sqlite:" + folder.resolve("live.db"));
    AreaSetups setups = new AreaSetups(new AreaMaps(Path.of("target", "areas")));
    for (String id : areaIds) {
      FleetConfig fleet = new FleetConfig(8, Seating.parse("8/0;6/1"));
      AreaSetup setup = setups.open(area(id, fleet), Path.of(""));
      LiveArea live = new LiveArea(setup, store.journal(id), clock, "l");
      live.awaitReady();
      areas.add(live);
    }
    area = areas.get(0);
    TokenKeys secret = new TokenKeys().secret("secret", Tokens.SECRET);
    ApiKeys known = key -> Optional.ofNullable(keys.get(key));
    server =
        HttpServer.start(
            HttpSettings.of("127.0.0.1", 0).withRates(rates),
            List.<Area>copyOf(areas),
            known.or(new SignedTokens(secret, Tokens.AUDIENCE, null, clock)),
            new MemoryRiders(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  /** With two scooters of its own. */
  private static AreaConfig area(String id, FleetConfig fleet) {
    OneScooterConfig one = new OneScooterConfig("e1", 57.7, 11.97, null, null, null);
    OneScooterConfig two = new OneScooterConfig("e2", 57.7, 11.97, null, null, null);
    ScooterConfig scooters = new ScooterConfig(null, null, null, null, List.of(one, two), null);
    return new AreaConfig(
        id, null, null, null, null, null, fleet, null, null, null, null, scooters, null, null);
  }

  /** A key of somebody. */
  String key(Role role, String subject) {
    String key = "key-" + role.label() + "-" + subject;
    keys.put(key, new Caller(key, role, role.isPersonal() ? subject : ""));
    return key;
  }

  /** A token of somebody. */
  static String token(Role role, String subject) {
    return Tokens.sign(Tokens.claims(role.label(), subject, NOW).build());
  }

  /** A token of somebody that is good in some areas. */
  static String token(Role role, String subject, String... areaIds) {
    return Tokens.sign(
        Tokens.claims(role.label(), subject, NOW).claim("areas", List.of(areaIds)).build());
  }

  /** Sends a request with a new idempotency key; no credential when "". */
  Heard send(String method, String path, String credential, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (!credential.isEmpty()) {
      request.header("Authorization", "Bearer " + credential);
    }
    if (method.equals("POST")) {
      next++;
      request.header("Idempotency-Key", "key-" + next);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      String type = response.headers().firstValue("Content-Type").orElse("");
      try (InputStream in = response.body()) {
        String text =
            type.startsWith(Answer.EVENTS)
                ? ""
                : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new Heard(response.statusCode(), text, response);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  /** The body of a quote for a trip across an area, each at another time of the day. */
  String quote(String riderId) {
    quotes++;
    List<StopView> stops = area.stops();
    StopView from = stops.get(0);
    StopView to = stops.get(400);
    return String.format(
        Locale.ROOT,
        "{\"rider_id\":\"%s\",\"pickup_lat\":%s,\"pickup_lon\":%s,\"drop_off_lat\":%s,"
            + "\"drop_off_lon\":%s,\"requested_time\":\"%s\"}",
        riderId,
        from.stopLat(),
        from.stopLon(),
        to.stopLat(),
        to.stopLon(),
        NOW.plusSeconds(7_200 + 4_000 * (quotes % 19)));
  }

  /** An offer to a rider. */
  String offer(String credential, String riderId) {
    Heard quote = send("POST", "/v1/quotes", credential, quote(riderId));
    String offer = quote.json().path("offers").path(0).path("offer_id").asText();
    assertFalse(offer.isEmpty(), quote.toString());
    return offer;
  }

  /** A booking of a rider. */
  JsonNode book(String credential, String riderId) {
    String body = "{\"offer_id\":\"" + offer(credential, riderId) + "\"}";
    Heard booked = send("POST", "/v1/bookings", credential, body);
    assertFalse(booked.status() != 201, booked.toString());
    return booked.json();
  }

  @Override
  public void close() {
    server.close();
    areas.forEach(LiveArea::close);
    store.close();
  }
}
