package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.ieum.server.http.LiveServer.Heard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each role and each refusal over HTTP against an area in operation, with keys and with tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveAccessTest {
  private static final String RIDER = "anna";

  @TempDir private static Path folder;

  private LiveServer live;
  private String bookingId = "";
  private String vehicleId = "";
  private String otherVehicleId = "";
  private String dispatcher = "";
  private int riders;

  @BeforeAll
  void start() throws Exception {
    live = new LiveServer(folder, RateLimits.NONE, "city");
    dispatcher = live.key(Role.DISPATCHER, "");
    JsonNode booking = live.book(LiveServer.token(Role.RIDER, RIDER), RIDER);
    bookingId = booking.path("booking_id").asText();
    vehicleId = booking.path("vehicle_id").asText();
    otherVehicleId = vehicleId.equals("bus-01") ? "bus-02" : "bus-01";
  }

  @AfterAll
  void close() {
    live.close();
  }

  /** The path with ids of things that are there, and that are the rider's or the driver's own. */
  private String path(Endpoint endpoint, String rider, String booking, String vehicle) {
    return endpoint
        .path()
        .replace("{booking_id}", booking)
        .replace("{task_id}", booking + ":pickup")
        .replace("{rider_id}", rider)
        .replace("{vehicle_id}", vehicle)
        .replace("{driver_id}", vehicle)
        .replace("{stop_id}", live.area.stops().get(7).stopId())
        .replaceAll("[{][a-z_]+[}]", "1");
  }

  private long events() {
    return live.area.journal().lastSeq();
  }

  @TestFactory
  Stream<DynamicTest> eachEndpointForEachRole() {
    assertTrue(live.server.endpoints().size() > 30);
    return live.server.endpoints().stream()
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.method() + " " + endpoint.path(), () -> whoMay(endpoint)));
  }

  private void whoMay(Endpoint endpoint) {
    // Without what it needs, so that those who may are refused later, and nothing is done.
    String body = endpoint.request() == null ? "" : "{\"wrong\":1}";
    riders++;
    String rider = "rider-" + riders;
    JsonNode booking = live.book(LiveServer.token(Role.RIDER, rider), rider);
    String vehicle = booking.path("vehicle_id").asText();
    String path = path(endpoint, rider, booking.path("booking_id").asText(), vehicle);
    if (endpoint.isOpen()) {
      assertEquals(200, live.send(endpoint.method(), path, "", body).status());
      return;
    }
    long before = events();
    for (Role role : Role.values()) {
      if (endpoint.roles().contains(role)) {
        continue;
      }
      for (String credential : credentials(role, rider, vehicle)) {
        Heard refused = live.send(endpoint.method(), path, credential, body);
        assertEquals(403, refused.status(), role + " " + refused);
        String detail = refused.json().path("detail").asText();
        assertTrue(detail.startsWith("this is for "), detail);
        assertTrue(detail.endsWith("; your key is of a " + role.label()), detail);
      }
    }
    assertEquals("Bearer", refusal(endpoint.method(), path, "", body));
    for (String wrong : List.of("ieum_unknown", "a.b.c", LiveServer.token(Role.ADMIN, "x") + "x")) {
      assertEquals("Bearer error=\"invalid_token\"", refusal(endpoint.method(), path, wrong, body));
    }
    assertEquals(before, events(), "nothing was done for those who may not");
    String own = endpoint.request() == null && endpoint.method().equals("POST") ? "{}" : body;
    for (Role role : endpoint.roles()) {
      for (String credential : credentials(role, rider, vehicle)) {
        int status = live.send(endpoint.method(), path, credential, own).status();
        assertFalse(Set.of(401, 403, 429).contains(status) || status >= 500, role + " " + status);
      }
    }
  }

  private List<String> credentials(Role role, String rider, String vehicle) {
    String subject = role == Role.RIDER ? rider : vehicle;
    return List.of(live.key(role, subject), LiveServer.token(role, subject));
  }

  private String refusal(String method, String path, String credential, String body) {
    Heard refused = live.send(method, path, credential, body);
    assertEquals(401, refused.status(), refused.toString());
    assertFalse(!credential.isEmpty() && refused.body().contains(credential), "not said again");
    return refused.header("WWW-Authenticate");
  }

  /** Requests that are all right but for whose things they are about. */
  private List<String[]> foreignToRiders(String booking, String offer, String reservation) {
    return List.of(
        new String[] {"GET", "/v1/bookings/" + booking, ""},
        new String[] {"GET", "/v1/bookings/" + booking + "/events", ""},
        new String[] {"POST", "/v1/bookings/" + booking + "/cancel", "{}"},
        new String[] {"POST", "/v1/bookings", "{\"offer_id\":\"" + offer + "\"}"},
        new String[] {"POST", "/v1/quotes", live.quote(RIDER)},
        new String[] {"GET", "/v1/bookings?rider_id=anna", ""},
        new String[] {"GET", reservation, ""},
        new String[] {"POST", reservation + "/take", "{}"},
        new String[] {"POST", reservation + "/return", "{\"lat\":57.7,\"lon\":11.97}"},
        new String[] {"POST", reservation + "/cancel", "{}"},
        new String[] {"POST", "/v1/scooters/e2/reservations", "{\"rider_id\":\"anna\"}"},
        new String[] {"GET", "/v1/riders/anna", ""},
        new String[] {"PUT", "/v1/riders/anna", "{\"name\":\"B\",\"phone\":\"123\"}"},
        new String[] {"DELETE", "/v1/riders/anna", ""});
  }

  private List<String[]> foreignToDrivers(String booking) {
    return List.of(
        new String[] {"GET", "/v1/bookings/" + booking, ""},
        new String[] {"GET", "/v1/bookings/" + booking + "/events", ""},
        new String[] {"POST", "/v1/bookings/" + booking + "/board", "{}"},
        new String[] {"POST", "/v1/bookings/" + booking + "/alight", "{}"},
        new String[] {"POST", "/v1/bookings/" + booking + "/no_show", "{}"},
        new String[] {"POST", "/v1/tasks/" + booking + ":pickup/arrive", "{}"},
        new String[] {"POST", "/v1/tasks/" + booking + ":pickup/complete", "{}"},
        new String[] {"POST", "/v1/tasks/" + booking + ":pickup/skip", "{}"},
        new String[] {"GET", "/v1/bookings?vehicle_id=" + vehicleId, ""},
        new String[] {"GET", "/v1/drivers/" + vehicleId + "/tasks", ""},
        new String[] {"GET", "/v1/vehicles/" + vehicleId, ""},
        new String[] {"GET", "/v1/vehicles/" + vehicleId + "/route_plan", ""},
        new String[] {"GET", "/v1/vehicles/" + vehicleId + "/driving_record.csv", ""},
        new String[] {
          "POST",
          "/v1/vehicles/" + vehicleId + "/positions",
          "{\"sequence\":1,\"lat\":57.7,\"lon\":11.97}"
        });
  }

  private void checkForeign(List<String[]> requests, List<String> strangers, String owner) {
    for (String[] request : requests) {
      for (String stranger : strangers) {
        long before = events();
        Heard refused = live.send(request[0], request[1], stranger, request[2]);
        assertEquals(403, refused.status(), request[0] + " " + request[1] + " " + refused);
        assertFalse(refused.body().contains("+46 31"), refused.body());
        assertEquals(before, events(), request[1]);
      }
      int status = live.send(request[0], request[1], owner, request[2]).status();
      assertNotEquals(403, status, request[0] + " " + request[1] + " of the owner");
    }
  }

  @Test
  void ridersSeeTheirOwnOnly() {
    live.send("PUT", "/v1/riders/anna", dispatcher, "{\"name\":\"Anna\",\"phone\":\"+46 31 1\"}");
    String anna = LiveServer.token(Role.RIDER, RIDER);
    String booking = live.book(anna, RIDER).path("booking_id").asText();
    Heard held = live.send("POST", "/v1/scooters/e1/reservations", anna, "{}");
    assertEquals(201, held.status(), held.toString());
    String reservation = "/v1/scooter_reservations/" + held.json().path("reservation_id").asText();
    checkForeign(
        foreignToRiders(booking, live.offer(anna, RIDER), reservation),
        List.of(live.key(Role.RIDER, "berta"), LiveServer.token(Role.RIDER, "berta")),
        anna);
    String berta = live.key(Role.RIDER, "berta");
    JsonNode own = live.book(berta, "berta");
    JsonNode list = live.send("GET", "/v1/bookings", berta, "").json().path("bookings");
    assertEquals(1, list.size());
    assertEquals(own.path("booking_id"), list.path(0).path("booking_id"));
  }

  @Test
  void driversSeeTheirVehicleOnly() {
    checkForeign(
        foreignToDrivers(bookingId),
        List.of(
            live.key(Role.DRIVER, otherVehicleId), LiveServer.token(Role.DRIVER, otherVehicleId)),
        live.key(Role.DRIVER, vehicleId));
    String other = LiveServer.token(Role.DRIVER, otherVehicleId);
    Map<String, String> lists = Map.of("/v1/vehicles", "vehicles", "/v1/shifts", "shifts");
    lists.forEach(
        (path, name) -> {
          JsonNode list = live.send("GET", path, other, "").json().path(name);
          assertFalse(list.isEmpty());
          list.forEach(one -> assertEquals(otherVehicleId, one.path("vehicle_id").asText(), path));
        });
  }

  @Test
  void aLifeByTokens() {
    String rider = LiveServer.token(Role.RIDER, "carla");
    JsonNode booking = live.book(rider, "carla");
    String path = "/v1/bookings/" + booking.path("booking_id").asText();
    String vehicle = booking.path("vehicle_id").asText();
    String driver = LiveServer.token(Role.DRIVER, vehicle);
    assertEquals(200, live.send("GET", path, driver, "").status());
    assertEquals(409, live.send("POST", path + "/board", driver, "{}").status(), "not there yet");
    assertEquals(200, live.send("POST", path + "/cancel", rider, "{}").status());
    Heard again = live.send("POST", path + "/cancel", rider, "{}");
    assertEquals(409, again.status(), again.toString());
  }

  @Test
  void aTokenOfOneAreaIsNoneOfAnother(@TempDir Path data) throws Exception {
    try (LiveServer two = new LiveServer(data, RateLimits.NONE, "north", "south")) {
      String north = LiveServer.token(Role.DISPATCHER, "carl", "north");
      String nowhere = LiveServer.token(Role.DISPATCHER, "carl", "west");
      JsonNode booking = two.book(two.key(Role.ADMIN, ""), "anna");
      String path = "/v1/bookings/" + booking.path("booking_id").asText();
      String south = LiveServer.token(Role.DISPATCHER, "carl", "south");
      assertEquals(200, two.send("GET", path, north, "").status());
      List<String[]> foreign = new ArrayList<>();
      foreign.add(new String[] {"GET", path, ""});
      foreign.add(new String[] {"POST", path + "/cancel", "{}"});
      for (String list :
          List.of("vehicles", "bookings", "shifts", "stops", "audit_log", "events")) {
        foreign.add(new String[] {"GET", "/v1/" + list + "?area_id=north", ""});
      }
      foreign.add(new String[] {"GET", "/v1/vehicles/bus-01?area_id=north", ""});
      foreign.add(
          new String[] {
            "POST", "/v1/quotes", two.quote("anna").replace("{", "{\"area_id\":\"north\",")
          });
      BiFunction<String[], String, Integer> status =
          (request, credential) ->
              two.send(request[0], request[1], credential, request[2]).status();
      for (String[] request : foreign) {
        assertEquals(403, status.apply(request, south), request[1]);
        assertEquals(403, status.apply(request, nowhere), request[1]);
        assertNotEquals(403, status.apply(request, north), request[1]);
      }
      assertEquals(1, two.send("GET", "/v1/areas", south, "").json().path("areas").size());
      JsonNode own = two.send("GET", "/v1/vehicles/bus-01", south, "").json();
      assertEquals("bus-01", own.path("vehicle_id").asText(), "no area_id is needed: " + own);
    }
  }

  @Test
  void ridersAreOfAllAreas(@TempDir Path data) throws Exception {
    try (LiveServer two = new LiveServer(data, RateLimits.NONE, "north", "south")) {
      String anna = "{\"name\":\"Anna\",\"phone\":\"+46 31 1\"}";
      String own = LiveServer.token(Role.RIDER, "anna", "north");
      assertEquals(200, two.send("PUT", "/v1/riders/anna", own, anna).status());
      List<String[]> requests =
          List.of(
              new String[] {"GET", "/v1/riders?phone=%2B46311", ""},
              new String[] {"GET", "/v1/riders/anna", ""},
              new String[] {"PUT", "/v1/riders/anna", anna.replace("Anna", "Berta")},
              new String[] {"DELETE", "/v1/riders/anna", ""});
      for (Role role : List.of(Role.CALL_AGENT, Role.DISPATCHER, Role.ADMIN)) {
        for (String[] request : requests) {
          String some = LiveServer.token(role, "carl", "north", "west");
          Heard refused = two.send(request[0], request[1], some, request[2]);
          assertEquals(403, refused.status(), role + " " + request[0] + " " + request[1]);
          assertFalse(refused.body().contains("Anna"), refused.body());
        }
        String all = LiveServer.token(role, "carl", "south", "north");
        assertEquals(200, two.send("GET", "/v1/riders?phone=%2B46311", all, "").status());
        Heard found = two.send("GET", "/v1/riders/anna", all, "");
        assertEquals("Anna", found.json().path("name").asText(), found.toString());
      }
      assertEquals(200, two.send("GET", "/v1/riders/anna", own, "").status());
      assertEquals(204, two.send("DELETE", "/v1/riders/anna", own, "").status());
    }
  }

  @Test
  void whoAsksTooOftenHasToWait(@TempDir Path data) throws Exception {
    try (LiveServer strict = new LiveServer(data, new RateLimits(1, 0), "city")) {
      String rider = LiveServer.token(Role.RIDER, RIDER);
      Heard answer = strict.send("GET", "/v1/bookings", rider, "");
      for (int i = 0; i < 100 && answer.status() == 200; i++) {
        answer = strict.send("GET", "/v1/bookings", rider, "");
      }
      assertEquals(429, answer.status(), answer.toString());
      assertEquals("1", answer.header("Retry-After"));
      assertEquals("at most 1 requests a second on average", answer.json().path("detail").asText());
      String other = LiveServer.token(Role.RIDER, "berta");
      assertEquals(200, strict.send("GET", "/v1/bookings", other, "").status());
      String staff = strict.key(Role.ADMIN, "");
      for (int i = 0; i < 50; i++) {
        assertEquals(200, strict.send("GET", "/v1/bookings", staff, "").status());
      }
    }
  }

  @Test
  void headersOfAllAnswers() {
    List<Heard> answers =
        List.of(
            live.send("GET", "/v1/bookings", dispatcher, ""),
            live.send("GET", "/v1/riders/anna", dispatcher, ""),
            live.send("GET", "/v1/events", dispatcher, ""),
            live.send("GET", "/v1/bookings", "", ""),
            live.send("GET", "/v1/bookings/city-zz", dispatcher, ""),
            live.send("GET", "/v1/nothing", dispatcher, ""),
            live.send("PATCH", "/v1/bookings", dispatcher, ""),
            live.send("GET", "/v1/areas?x=" + "y".repeat(20_000), dispatcher, ""),
            live.send("GET", "/docs", "", ""));
    for (Heard answer : answers) {
      assertEquals("nosniff", answer.header("X-Content-Type-Options"), answer.toString());
      assertEquals("no-store", answer.header("Cache-Control"), answer.toString());
      assertEquals("no-referrer", answer.header("Referrer-Policy"), answer.toString());
      String policy = answer.header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'"), answer + " " + policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertFalse(policy.contains("script-src"), policy);
      assertEquals("", answer.header("Server"), "no banner");
      assertEquals("", answer.header("X-Powered-By"), "no banner");
    }
  }
}
