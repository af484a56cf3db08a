package org.ieum.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.ieum.server.api.StopView;
import org.ieum.server.area.Area;
import org.ieum.server.area.LiveArea;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.http.HttpServer;
import org.ieum.server.http.HttpSettings;
import org.ieum.server.http.OpenKeys;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.TestPostgres;
import org.ieum.server.quantity.Seating;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A rider with marks in name, telephone number and places uses the server over HTTP and is deleted:
 * the marks are found nowhere any more, neither in tables nor in files, logs or backups.
 */
final class PersonalDataTest {
  private static final String NAME = "Qzmarkname Öst";
  private static final String PHONE = "+46 70 765 43 21";
  private static final String PLACE = "Qzmarkhome";

  /** Any of these gives the rider away; digits of the number as they are looked up. */
  private static final List<String> MARKS =
      List.of("Qzmark", PHONE, "7654321", "57.70123456", "11.97654321");

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("org.ieum");
  private int port;
  private List<StopView> stops = List.of();

  @BeforeEach
  void listen() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%level %logger %msg %X%n%ex");
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(log);
    appender.start();
    logger.addAppender(appender);
    logger.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
    logger.setLevel(Level.INFO);
  }

  private JsonNode send(int status, String method, String path, String body) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k" + System.nanoTime())
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertEquals(status, response.statusCode(), method + " " + path + ": " + response.body());
    String text = response.body().isEmpty() ? "{}" : response.body();
    return new ObjectMapper().readTree(text);
  }

  /** Everything that can be done with what is known of a rider. */
  private void use() throws Exception {
    String rider =
        "{\"name\":\""
            + NAME
            + "\",\"phone\":\""
            + PHONE
            + "\",\"saved_places\":[{\"name\":\""
            + PLACE
            + "\",\"lat\":57.70123456,\"lon\":11.97654321}]}";
    String first = rider.replace("Öst", "Väst").replace("765 43 21", "765 43 22");
    send(200, "PUT", "/v1/riders/anna", first);
    assertEquals(
        PLACE, send(200, "PUT", "/v1/riders/anna", rider).at("/saved_places/0/name").asText());
    assertEquals(NAME, send(200, "GET", "/v1/riders/anna", "").path("name").asText());
    String query = "/v1/riders?phone=" + URLEncoder.encode("070-7654321", StandardCharsets.UTF_8);
    assertEquals("anna", send(200, "GET", query, "").at("/riders/0/rider_id").asText());

    String trip =
        "\"rider_id\":\"anna\",\"pickup_lat\":57.70123456,\"pickup_lon\":11.97654321,"
            + "\"drop_off_lat\":"
            + stops.get(400).stopLat()
            + ",\"drop_off_lon\":"
            + stops.get(400).stopLon();
    String quote = "{" + trip + ",\"request_origin\":\"phone\"}";
    String offer = send(200, "POST", "/v1/quotes", quote).at("/offers/0/offer_id").asText();
    JsonNode booking = send(201, "POST", "/v1/bookings", "{\"offer_id\":\"" + offer + "\"}");
    assertEquals("phone", booking.path("request_origin").asText());
    String later =
        Instant.now().plus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    String series = "{" + trip + ",\"start\":\"" + later + "\",\"rrule\":\"FREQ=DAILY\"}";
    JsonNode created = send(201, "POST", "/v1/booking_series", series);
    assertFalse(created.at("/occurrences/0/booking_id").asText().isEmpty(), created.toString());
    send(200, "POST", "/v1/booking_series/" + created.path("series_id").asText() + "/cancel", "{}");
    String id = booking.path("booking_id").asText();
    send(200, "POST", "/v1/bookings/" + id + "/cancel", "{}");
    // Refused, and the refusal names the value to who sent it.
    send(400, "PUT", "/v1/riders/anna", rider.replace("57.70123456", "\"57.70123456\""));
    send(400, "GET", "/v1/riders?name=Qzmark", "");
  }

  /** Others come and go, so that rows move between pages. */
  private void crowd(StoredRiders riders, int from, int count) {
    Random random = new Random(from);
    for (int i = from; i < from + count; i++) {
      String name = "x".repeat(20 + random.nextInt(80));
      riders.put(
          "rider-" + random.nextInt(1_000),
          new org.ieum.server.api.RiderInput(name, "+4670" + (1_000_000 + i), null));
    }
  }

  private void live(String url) throws Exception {
    FleetConfig fleet = new FleetConfig(6, Seating.parse("8/0;6/1"));
    try (JournalStore store = JournalStore.open(url, JournalOptions.DEFAULT, java.util.Map.of())) {
      LiveArea area =
          new LiveArea(
              new AreaSetups(new AreaMaps(Path.of("target", "areas")))
                  .open(AreaConfig.embedded("test", fleet), Path.of("")),
              store.journal("test"),
              Clock.systemUTC(),
              "p");
      area.awaitReady();
      stops = area.stops();
      StoredRiders riders = StoredRiders.of(store);
      crowd(riders, 0, 150);
      try (HttpServer http =
          HttpServer.start(
              HttpSettings.of("127.0.0.1", 0),
              List.<Area>of(area),
              new OpenKeys(),
              riders,
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
        port = http.port();
        use();
        crowd(riders, 1_000, 150);
        assertTrue(tables(url).contains("Qzmarkname"), "the search finds what is there");
        send(204, "DELETE", "/v1/riders/anna", "");
        send(404, "GET", "/v1/riders/anna", "");
        checkNowhere("tables", tables(url));
        afterDeletion(url);
      }
      area.close();
      assertTrue(store.verify("test") > 3);
      checkNowhere("tables after the stop", tables(url));
    }
    String told = log.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("/v1/booking_series"), "requests were logged for this test");
    checkNowhere("log", told);
  }

  private void afterDeletion(String url) throws Exception {
    if (!url.startsWith("jdbc:sqlite:")) {
      return;
    }
    Path backup = folder.resolve("backup.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      checkNowhere("files", files());
      statement.execute("VACUUM INTO '" + backup + "'");
    }
    checkNowhere("backup", files());
    try (JournalStore store = JournalStore.open("jdbc:sqlite:" + backup)) {
      assertTrue(store.verify("test") > 3);
    }
  }

  /** The bytes of all files, each as a character. */
  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  /** All rows of all tables, as a backup by SQL has them. */
  private static String tables(String url) throws SQLException {
    String names =
        url.startsWith("jdbc:sqlite:")
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
    StringBuilder all = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(names)) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      assertTrue(tables.containsAll(List.of("event", "snapshot", "answer", "rider")));
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              all.append(rows.getString(i)).append('\n');
            }
          }
        }
      }
    }
    return all.toString();
  }

  private static void checkNowhere(String where, String text) {
    String low = text.toLowerCase(Locale.ROOT);
    for (String mark : MARKS) {
      int at = low.indexOf(mark.toLowerCase(Locale.ROOT));
      assertEquals(
          -1,
          at,
          () ->
              where
                  + " has "
                  + mark
                  + ": "
                  + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80)));
    }
  }

  @Test
  void nothingOfADeletedRiderIsLeftInSqlite() throws Exception {
    live("jdbc:sqlite:" + folder.resolve("ieum.db"));
    checkNowhere("files after the stop", files());
  }

  @Test
  void nothingOfADeletedRiderIsLeftInPostgres() throws Exception {
    live(TestPostgres.freshUrl());
  }
}
