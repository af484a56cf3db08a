package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command with a key is carried out once. */
final class IdempotencyTest {
  private static final String OFFER = "{\"offer_id\":\"a-o1\"}";
  private static final String KEY = "Idempotency-Key";

  private final TestServer server = TestServer.one();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theFirstAnswerIsGivenAgain() {
    Reply first = server.post("/v1/bookings", "admin", OFFER, KEY, "k").is(201);
    assertEquals("", first.header("Idempotent-Replay"));
    Reply again = server.post("/v1/bookings", "admin", OFFER, KEY, "k").is(201);
    assertEquals("true", again.header("Idempotent-Replay"));
    assertEquals(first.body(), again.body());
    assertEquals(1, server.area.orders.get());
  }

  @Test
  void anotherRequestWithTheSameKeyIsRefused() {
    server.post("/v1/bookings", "admin", OFFER, KEY, "k").is(201);
    server
        .post("/v1/bookings", "admin", OFFER.replace(":", ": "), KEY, "k")
        .isProblem(422, "this Idempotency-Key was sent before with another request");
    server.post("/v1/bookings/a-1/cancel", "admin", "", KEY, "k").is(422);
    assertEquals(1, server.area.orders.get());
  }

  @Test
  void keysOfTwoCallersDoNotMeet() {
    server.post("/v1/bookings", "admin", OFFER, KEY, "k").is(201);
    Reply other = server.post("/v1/bookings", "rider", OFFER, KEY, "k").is(201);
    assertEquals("", other.header("Idempotent-Replay"));
    assertEquals(2, server.area.orders.get());
  }

  @Test
  void aRefusalIsNotKept() {
    String cancel = "/v1/bookings/a-1/cancel";
    server.post(cancel, "admin", "", KEY, "k").is(404);
    server.area.desk.add("r1", "v1");
    server.post(cancel, "admin", "", KEY, "k").is(200);
  }

  @Test
  void quotesHaveKeysToo() {
    String quote = EndpointsTest.QUOTE;
    Reply first = server.post("/v1/quotes", "admin", quote, KEY, "k").is(200);
    Reply again = server.post("/v1/quotes", "admin", quote, KEY, "k").is(200);
    assertEquals(first.body(), again.body());
    assertEquals("true", again.header("Idempotent-Replay"));
    assertEquals(1, server.area.quotes.get());
    server.post("/v1/quotes", "admin", quote + " ", KEY, "k").is(422);
    assertFalse(server.post("/v1/quotes", "admin", quote).body().equals(first.body()));
  }

  @Test
  void aDuplicateInFlightWaitsForTheFirst() throws Exception {
    CompletableFuture<Boolean> gate = new CompletableFuture<>();
    server.area.gate = gate;
    CompletableFuture<HttpResponse<String>> first = send("k", OFFER);
    Waits.until("the first waits at the gate", () -> server.area.came.get() == 1);
    CompletableFuture<HttpResponse<String>> second = send("k", OFFER);
    Waits.until("both are under way", () -> running() == 2);
    CompletableFuture<HttpResponse<String>> other = send("k", "{\"offer_id\":\"a-o2\"}");
    assertEquals(422, other.get(60, TimeUnit.SECONDS).statusCode());
    assertFalse(first.isDone() || second.isDone());
    gate.complete(true);
    String one = first.get(60, TimeUnit.SECONDS).body();
    assertEquals(one, second.get(60, TimeUnit.SECONDS).body());
    assertEquals(1, server.area.came.get());
  }

  /** Requests under way but for the one that asks. */
  private int running() {
    String metrics = server.get("/metrics", "admin").body();
    String line =
        metrics.lines().filter(l -> l.startsWith("ieum_http_running ")).findFirst().orElseThrow();
    return (int) Double.parseDouble(line.substring(line.indexOf(' '))) - 1;
  }

  private CompletableFuture<HttpResponse<String>> send(String key, String body) {
    return server.client.sendAsync(
        server.request("POST", "/v1/bookings", "admin", body).header(KEY, key).build(),
        BodyHandlers.ofString());
  }
}
