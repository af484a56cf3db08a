package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong requests are refused, with the field and its value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
  private static final String QUOTE = EndpointsTest.QUOTE;

  private final TestServer server = TestServer.one();

  @AfterAll
  void close() {
    assertEquals(0, server.area.orders.get(), "nothing of this has reached the writer");
    assertEquals(0, server.area.quotes.get());
    server.close();
  }

  private Reply quote(String body) {
    return server.post("/v1/quotes", "admin", body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "passenger_count | 17 | 17 | must be from 0 to 16",
        "passenger_count | -1 | -1 | must be from 0 to 16",
        "passenger_count | \"2\" | 2 | must be a whole number",
        "passenger_count | 2.0 | 2.0 | must be a whole number",
        "passenger_count | 4294967297 | 4294967297 | must be from 0 to 16",
        "passenger_count | true | true | must be a whole number",
        "wheelchairs | 9 | 9 | must be from 0 to 8",
        "luggage | [1] | [1] | must be a whole number",
        "luggage | 1 | 1 | 'must be 0, since it is not taken into account yet'",
        "max_walk_distance | 5001 | 5001 | must be from 0 to 5000",
        "rider_id | 5 | 5 | must be a text",
        "rider_id | \"\" | '' | must have 1 to 128 characters",
        "rider_id | \"a\\nb\" | 'a\nb' | must be printable",
        "time_type | \"now\" | now | 'must be one of depart_at, arrive_by'",
        "request_origin | \"tv\" | tv | 'must be one of app, web, phone, kiosk, driver, api'",
        "requested_time | 5 | 5 | 'must be a time of this century with its zone, such as"
            + " 2026-01-31T08:30:00+09:00'",
        "requested_time | \"2026-01-01T08:00:00\" | 2026-01-01T08:00:00 | 'must be a time of this"
            + " century with its zone, such as 2026-01-31T08:30:00+09:00'",
        "requested_time | \"1999-01-01T08:00:00Z\" | 1999-01-01T08:00:00Z | 'must be a time of"
            + " this century with its zone, such as 2026-01-31T08:30:00+09:00'",
        "rider_kind | \"baby\" | baby | 'must be one of adult, youth, child'",
        "passengers | 1 | 1 | is not a field of this request",
      })
  void fields(String field, String json, String value, String message) {
    quote(QUOTE.replace("{", "{\"" + field + "\":" + json + ",")).isFault(field, value, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "90.1 | 90.1 | must be from -90 to 90",
        "-91 | -91 | must be from -90 to 90",
        "1e999 | \"Infinity\" | must be from -90 to 90",
        "\"37.5\" | 37.5 | must be a number",
        "null | '' | is missing",
      })
  void places(String json, String value, String message) {
    quote(QUOTE.replace("37.5", json)).isFault("pickup_lat", value, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speed_factor | 10.1 | 10.1 | must be from 0 to 10",
        "speed_factor | -0.1 | -0.1 | must be from 0 to 10",
        "speed_factor | \"closed\" | closed | must be a number",
        "speed_factor | null | '' | is missing",
        "heading | 360 | 360 | must be from 0 to 359",
        "heading | 1.5 | 1.5 | must be a whole number",
        "lat | 91 | 91 | must be from -90 to 90",
        "both | true | true | is not a field of this request",
      })
  void roadSpeeds(String field, String json, String value, String message) {
    String bad = "{\"speed_factor\":1,\"" + field + "\":" + json + "}";
    if (field.equals("speed_factor")) {
      bad = "{\"speed_factor\":" + json + "}";
    }
    server
        .send(
            "PUT",
            "/v1/road_speeds",
            "admin",
            "{\"reason\":\"r\",\"speeds\":[{\"speed_factor\":1}," + bad + "]}")
        .isFault("speeds[1]." + field, value, message);
  }

  @Test
  void listsOfRoadSpeeds() {
    String path = "/v1/road_speeds";
    String many = "{\"speed_factor\":1},".repeat(366) + "{\"speed_factor\":1}";
    String rest = "],\"reason\":\"r\"}";
    Reply reply = server.send("PUT", path, "admin", "{\"speeds\":[" + many + rest).is(400);
    assertTrue(reply.text("detail").startsWith("speeds must be a list of at most 366"));
    server
        .send("PUT", path, "admin", "{\"speeds\":[7" + rest)
        .isFault("speeds", "7", "must be a list of objects");
    server.send("PUT", path, "admin", "{\"speeds\":[]}").isFault("reason", "", "is missing");
    String unknown = "{\"speeds\":[{\"road_class\":\"lane\",\"speed_factor\":1}" + rest;
    Reply refused = server.send("PUT", path, "admin", unknown).is(400);
    assertTrue(refused.text("detail").startsWith("speeds[0].road_class must be one of motorway,"));
  }

  /** What dispatchers write for the record is kept, so nobody's number may stand in it. */
  @Test
  void reasons() {
    String wrong =
        "must hold no names or numbers of people, for it is kept: no @, no six digits in a row";
    String speeds = "{\"speeds\":[],\"reason\":\"%s\"}";
    for (String reason : List.of("call 070123456", "123456", "a@b.se", "x 2026050612 y")) {
      server
          .send("PUT", "/v1/road_speeds", "admin", speeds.formatted(reason))
          .isFault("reason", reason, wrong);
    }
    String number = "{\"reason\":\"ask 4631123456\"}";
    for (String path : List.of("vehicles/v1/breakdown", "bookings/a-1/reassign")) {
      server.post("/v1/" + path, "admin", number).isFault("reason", "ask 4631123456", wrong);
    }
    String end = number.replace("{", "{\"end_time\":\"2026-05-06T09:00:00Z\",");
    server
        .post("/v1/vehicles/v1/end_shift", "admin", end)
        .isFault("reason", "ask 4631123456", wrong);
    server
        .send("PUT", "/v1/road_speeds", "admin", speeds.formatted("x".repeat(201)))
        .isFault("reason", "x".repeat(100) + "…", "must have 1 to 200 characters");
    for (String reason : List.of("works at 12345, 08:00-09:30 on 2026-05-06", "x".repeat(200))) {
      assertEquals(Optional.empty(), FieldRule.of("reason").findFault(reason));
    }
    var field =
        server
            .get("/openapi.json", "")
            .json()
            .at("/components/schemas/ReassignInput/properties/reason");
    assertEquals(wrong, field.path("description").asText(), field.toString());
    assertEquals(200, field.path("maxLength").asInt());
  }

  @Test
  void nothingIsStoredOfGuests() {
    server
        .send("PUT", "/v1/riders/guest-1", "admin", "{\"name\":\"N\"}")
        .isProblem(400, "must not be a guest, was 'guest-1'");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Reply reply = quote("{\"pickup_lat\":99,\"wheels\":3}").is(400);
    assertEquals(5, reply.json().path("errors").size());
    assertEquals("pickup_lat must be from -90 to 90, was 99 (and 4 more)", reply.text("detail"));
    assertEquals("/v1/quotes", reply.text("instance"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"pickup_lat\": NaN} | 1 | 19",
        "{\"pickup_lat\": 1, | 1 | 18",
        "{\"pickup_lat\": 1, \"pickup_lat\": 2} | 1 | 31",
        "{} {} | 1 | 4",
      })
  void malformed(String body, int line, int column) {
    String detail = quote(body).is(400).text("detail");
    String start = "malformed JSON at line " + line + ", column " + column + ": ";
    assertTrue(detail.startsWith(start), detail);
  }

  @Test
  void notAnObject() {
    quote("[1]").isProblem(400, "the body must be a JSON object");
    quote("[[[[[[[[[1]]]]]]]]]").is(400);
    quote("{\"rider_id\":\"" + "x".repeat(9_000) + "\"}").is(400);
    server
        .send("POST", "/v1/quotes", "admin", "", "Content-Type", "application/json")
        .isProblem(400, "the body is missing");
  }

  @Test
  void bodies() throws Exception {
    String large = "{\"rider_id\":\"" + "x".repeat(70_000) + "\"}";
    quote(large).isProblem(413, "the body must have at most 65536 bytes");
    HttpRequest chunked =
        server
            .request("POST", "/v1/quotes", "admin", "")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
            .build();
    HttpResponse<String> response = server.client.send(chunked, BodyHandlers.ofString());
    assertEquals(413, response.statusCode());
    server
        .send("POST", "/v1/quotes", "admin", "", "Content-Type", "text/plain")
        .isProblem(415, "the body must be application/json, was 'text/plain'");
    server
        .post("/v1/stops/s1/close", "admin", "{\"why\":1}")
        .isFault("why", "1", "is not a field of this request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/bookings?limit=0 | limit | 0 | must be from 1 to 1000",
        "/v1/bookings?limit=1001 | limit | 1001 | must be from 1 to 1000",
        "/v1/bookings?limit=x | limit | x | must be a whole number",
        "/v1/bookings?limit=1&limit=2 | limit | 1,2 | must be there once",
        "/v1/bookings?page=2 | page | 2 | is not a parameter of this request",
        "/v1/scooters?lat=91&lon=1 | lat | 91 | must be from -90 to 90",
        "/v1/scooters?lat=1e1&lon=1 | lat | 1e1 | must be a number of degrees",
        "/v1/scooters?lat=1 | lon | '' | is missing",
        "/v1/scooters?lon=1.5 | lat | '' | is missing",
        "/v1/scooters?lat=1&lon=-1.5&cursor=e1 | cursor | e1 | is not to be had with lat and lon",
        "/v1/scooters?bbox=1,2,3 | bbox | 1,2,3 | 'must be west,south,east,north in degrees'",
        "/v1/scooters?bbox=1,2,0,3 | bbox | 1,2,0,3 | 'must be west,south,east,north in degrees'",
        "/v1/scooters?bbox=1,2,3,91 | bbox | 1,2,3,91 | 'must be west,south,east,north in degrees'",
        "/v1/audit_log?type=A | type | A | must be a type of event",
        "/v1/events?after=-1 | after | -1 | must be a whole number",
        "/v1/events?after=9999999999999999 | after | 9999999999999999 | must be from 0 to"
            + " 9007199254740991",
      })
  void parameters(String path, String field, String value, String message) {
    server.get(path, "admin").isFault(field, value, message);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=%zz, %zz",
    "limit=%, %",
    "limit=%ff, %ff",
    "%c3%28=1, %c3%28",
    "limit=5&area_id=%ed%a0%80, %ed%a0%80",
  })
  void queriesThatAreNoText(String query, String wrong) throws Exception {
    String answer = raw("GET /v1/bookings?" + query + " HTTP/1.1\r\n", "");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("the query has what is no UTF-8 in percent: " + wrong), answer);
  }

  @Test
  void whatIsNotEvenHttp() throws Exception {
    String post = "POST /v1/quotes HTTP/1.1\r\nContent-Type: application/json\r\n";
    for (String answer :
        new String[] {
          raw(post + "Content-Length: 500\r\n", "{\"pickup_lat\":"),
          raw(post + "Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"),
          raw(post + "Transfer-Encoding: chunked\r\n", "5\r\n{}"),
          raw("POST /v1/quotes HTTP/1.1\r\nContent-Type: application/json; charset\r\n", ""),
          raw("GET /v1/areas HTTP/1.1\r\nX-Bell: a\u0007b\r\n", ""),
          raw("GET /v1/areas HTTP/9\r\n", ""),
          raw("GET /v1/areas HTTP/2.0\r\n", ""),
          raw("TRACE * HTTP/1.1\r\n", ""),
          raw("DELETE /v1/stops HTTP/1.1\r\nX-Bell: a\u0007b\r\n", ""),
          raw("GET /v1/bookings/a%u0041-1 HTTP/1.1\r\n", ""),
          raw(post.replace("json", "json; charset=nothing") + "Content-Length: 2\r\n", "{}"),
          raw("GET /v1/bookings/%00 HTTP/1.1\r\n", ""),
          raw("GET /v1/bookings/%ff HTTP/1.1\r\n", ""),
          raw("GET /v1/bookings/%zz HTTP/1.1\r\n", ""),
        }) {
      assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d .*"), answer);
      assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
      assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
      assertFalse(answer.contains("Server:") || answer.contains("Jetty"), answer);
    }
  }

  @Test
  void nothingIsDoneForABodyThatBreaksOff() throws Exception {
    server.send("PUT", "/v1/riders/r9", "admin", "{\"name\":\"N\",\"phone\":\"123\"}").is(200);
    String answer = raw("DELETE /v1/riders/r9 HTTP/1.1\r\nContent-Length: 7\r\n", "{");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    server.get("/v1/riders/r9", "admin").is(200);
    server.send("DELETE", "/v1/riders/r9", "admin", "").is(204);
  }

  @Test
  void noHeaderChangesTheMethod() {
    String rider = "{\"name\":\"N\",\"phone\":\"123\"}";
    server.send("PUT", "/v1/riders/r8", "admin", rider).is(200);
    for (String method : new String[] {"GET", "PUT"}) {
      String body = method.equals("PUT") ? rider : "";
      server
          .send(method, "/v1/riders/r8", "admin", body, "X-HTTP-Method-Override", "DELETE")
          .isProblem(400, "a header cannot change the method");
    }
    server.get("/v1/riders/r8", "admin").is(200);
  }

  @Test
  void otherEncodings() throws Exception {
    String post = "POST /v1/quotes HTTP/1.1\r\nContent-Type: application/json\r\n";
    for (String body : new String[] {"\u0000\t\u0000\u0000", "\u00fe\u00ff\u0000\u0000{\u0000}"}) {
      String answer = raw(post + "Content-Length: " + body.length() + "\r\n", body);
      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      assertTrue(answer.contains("malformed JSON"), answer);
    }
  }

  /** Sends bytes and nothing more, and reads what comes until the connection ends. */
  private String raw(String head, String body) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server.port())) {
      socket.setSoTimeout(20_000);
      String rest = "Host: x\r\nAuthorization: Bearer admin\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((head + rest + body).getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void headers() {
    server
        .get("/v1/events", "admin", "Last-Event-ID", "x")
        .isFault("Last-Event-ID", "x", "must be a whole number");
    server
        .post("/v1/quotes", "admin", QUOTE, "Idempotency-Key", "a b")
        .isFault("Idempotency-Key", "a b", "must be visible ASCII");
    server
        .post("/v1/quotes", "admin", QUOTE, "Idempotency-Key", "k".repeat(129))
        .isFault("Idempotency-Key", "k".repeat(100) + "…", "must have 1 to 128 characters");
    server
        .send("POST", "/v1/bookings", "admin", "{\"offer_id\":\"a-o1\"}")
        .isFault("Idempotency-Key", "", "is missing");
    server
        .send("POST", "/v1/bookings/a-1/cancel", "admin", "{}")
        .isFault("Idempotency-Key", "", "is missing");
    Reply renamed = server.get("/v1/areas", "admin", "X-Request-Id", "a\u00e9 b").is(200);
    assertTrue(renamed.header("X-Request-Id").matches("[0-9a-f-]{36}"));
    server.get("/v1/areas", "", "Authorization", "Basic abc").is(401);
  }

  @Test
  void formats() {
    server.get("/v1/areas", "admin", "Accept", "text/html, application/*").is(200);
    server
        .get("/v1/areas", "admin", "Accept", "text/html, application/json;q=0")
        .isProblem(406, "this is to be had as application/json");
  }

  @Test
  void noSuchThing() {
    server.get("/v1/nothing", "admin").isProblem(404, "there is nothing here");
    Reply reply = server.send("DELETE", "/v1/bookings", "admin", "").is(405);
    assertTrue(reply.header("Allow").contains("GET") && reply.header("Allow").contains("POST"));
    assertEquals("application/problem+json", reply.header("Content-Type"));
  }

  @Test
  void headsThatAreTooLarge() throws Exception {
    HttpRequest request =
        server
            .request("GET", "/v1/areas", "admin", "")
            .header("X-Long", "x".repeat(20_000))
            .build();
    HttpResponse<String> response = server.client.send(request, BodyHandlers.ofString());
    assertEquals(431, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals(431, new Reply(response).json().path("status").asInt());
  }
}
