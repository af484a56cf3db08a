package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ieum.server.journal.JournalUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Start, readiness, trouble and end. */
final class ServerLifeTest {
  private static final String OFFER = "{\"offer_id\":\"a-o1\"}";

  private final TestServer server =
      new TestServer(
          TestServer.settings(Duration.ofMillis(500), 100),
          new FakeArea("a", 37),
          new FakeArea("b", 38));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isReadyWhenAllAreasAre() {
    server.area.ready = false;
    Reply reply = server.get("/health/ready", "").isProblem(503, "not ready: a");
    assertEquals("1", reply.header("Retry-After"));
    assertEquals("up", server.get("/health/live", "").is(200).text("status"));
    server.post("/v1/bookings", "admin", OFFER).isProblem(503, "area a is not ready");
    server.post("/v1/bookings", "admin", OFFER.replace("a-", "b-")).is(201);
    server.area.ready = true;
    server.get("/health/ready", "").is(200);
  }

  @Test
  void isNotAliveWhenAnAreaHasFailed() {
    server.area.failed = true;
    server.get("/health/live", "").isProblem(503, "failed until the next start: a");
    assertTrue(server.get("/metrics", "admin").body().contains("ieum_area_failed{area=\"a\"} 1.0"));
  }

  /** That it is not known what was done is only said where something may have been done. */
  @Test
  void whatIsSaidOfATimeout() {
    String unknown = "it is not known yet whether this was done; ask again with the same";
    server.area.gate = CompletableFuture.failedFuture(new JournalUnavailable("away"));
    Reply ordered = server.post("/v1/bookings", "admin", OFFER).is(503);
    assertTrue(ordered.text("detail").startsWith(unknown), ordered.body());
    server.area.journal.away = true;
    server.area.journal.brokenBehind = -1;
    server
        .get("/v1/audit_log?area_id=a", "admin")
        .isProblem(503, "there was no answer in time; ask again");
    Reply untried = server.post("/v1/bookings", "admin", OFFER).is(503);
    assertTrue(untried.text("detail").contains("nothing was tried"), untried.body());
  }

  @Test
  void noAnswerInTime() {
    server.area.gate = new CompletableFuture<>();
    Reply reply = server.post("/v1/bookings", "admin", OFFER).is(503);
    assertEquals("1", reply.header("Retry-After"));
    server.area.gate = CompletableFuture.completedFuture(true);
    server.post("/v1/bookings", "admin", OFFER).is(201);
  }

  @Test
  void theJournalIsAway() {
    server.area.gate = CompletableFuture.failedFuture(new JournalUnavailable("database away"));
    Reply reply = server.post("/v1/bookings", "admin", OFFER).is(503);
    assertEquals("1", reply.header("Retry-After"));
    assertFalse(reply.body().contains("database away"));
  }

  @Test
  void figures() {
    server.post("/v1/bookings", "admin", OFFER).is(201);
    server.post("/v1/quotes", "admin", EndpointsTest.QUOTE).is(200);
    String text = server.get("/metrics", "admin").is(200).body();
    for (String line :
        new String[] {
          "ieum_http_requests_seconds_bucket{kind=\"quote\",method=\"POST\",path=\"/v1/quotes\",status=\"200\",le=\"0.02\"} 1",
          "ieum_http_requests_seconds_count{kind=\"command\",method=\"POST\",path=\"/v1/bookings\",status=\"201\"} 1",
          "ieum_bookings_live{area=\"a\"} 1.0",
          "ieum_vehicles{area=\"b\",state=\"at_stop\"} 1.0",
          "ieum_scooters{area=\"a\",state=\"free\"} 2.0",
          "ieum_queue_length{area=\"a\"} 0.0",
          "ieum_area_ready{area=\"b\"} 1.0",
        }) {
      String start = line.replaceFirst(" 1$", " ");
      assertTrue(text.lines().anyMatch(found -> found.startsWith(start)), line + "\n" + text);
    }
  }

  /** Repeated, for the end of the request and that of the server race. */
  @RepeatedTest(30)
  void closingLetsRunningRequestsEnd() throws Exception {
    try (TestServer patient = TestServer.one()) {
      closeWhileARequestRuns(patient);
    }
  }

  private static void closeWhileARequestRuns(TestServer server) throws Exception {
    CompletableFuture<Boolean> gate = new CompletableFuture<>();
    server.area.gate = gate;
    CompletableFuture<HttpResponse<String>> running =
        server.client.sendAsync(
            server
                .request("POST", "/v1/bookings", "admin", OFFER)
                .header("Idempotency-Key", "k")
                .build(),
            BodyHandlers.ofString());
    Waits.until("the request is under way", () -> server.area.came.get() == 1);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server::close);
    Waits.until("the server is closing", () -> server.get("/health/ready", "").status() == 503);
    server.get("/health/ready", "").isProblem(503, "the server is closing");
    server.get("/health/live", "").is(200);
    Reply refused = server.get("/v1/areas", "admin").isProblem(503, "the server is closing");
    assertEquals("5", refused.header("Retry-After"));
    gate.complete(true);
    assertEquals(201, running.get(60, TimeUnit.SECONDS).statusCode());
    closing.get(60, TimeUnit.SECONDS);
  }
}
