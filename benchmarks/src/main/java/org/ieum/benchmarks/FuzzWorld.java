package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * What is in the server while it is sent hostile requests, and how to see whether that changes.
 * Rides are booked many hours ahead, so that no vehicle moves and nothing happens by itself.
 */
final class FuzzWorld implements AutoCloseable {
  static final List<String> RIDERS =
      List.of("rider-0", "rider-1", "rider-2", "rider-3", "rider-4", "rider-5");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BOOKINGS_OF_EACH = 4;
  private static final int OFFER_MS = 30_000;

  /** A vehicle is back within that, ns. */
  private static final long REPAIR_NANOS = 10_000_000_000L;

  /** What vehicles and riders do as time goes on, without any command. */
  private static final Set<String> BY_THE_CLOCK =
      Set.of(
          "vehicle_departed",
          "vehicle_diverted",
          "vehicle_arrived",
          "vehicle_held",
          "contact_lost",
          "promise_at_risk",
          "promise_broken",
          "promise_restored",
          "rider_alighted",
          "shift_late",
          "day_begun");

  private final RawLine line;
  private final String host;
  private final String key;
  private final Random random;
  private final Map<String, List<String>> bookingsOfRider = new HashMap<>();
  private final Map<String, List<String>> bookingsInVehicle = new HashMap<>();
  private final Map<String, Offer> offers = new HashMap<>();
  private List<String> bookings = List.of();
  private List<String> vehicles = List.of();
  private List<JsonNode> stops = List.of();
  private long lastEvent;
  private int movesOfItself;
  private int sent;

  private record Offer(String id, long until) {}

  FuzzWorld(ServerProcess server, Random random) throws IOException {
    line = new RawLine(server.address());
    host = server.base().getAuthority();
    key = server.key();
    this.random = random;
    vehicles = texts(get("/v1/vehicles").path("vehicles"), "vehicle_id");
    stops = new ArrayList<>();
    get("/v1/stops").path("stops").forEach(stops::add);
    for (String rider : RIDERS) {
      call("PUT", "/v1/riders/" + rider, "{\"name\":\"A Name\",\"phone\":\"+46 31 123\"}");
    }
    restock();
  }

  private JsonNode call(String method, String path, String body) throws IOException {
    RawLine.Answer answer = answer(method, path, body);
    return answer.status() > 299 ? MissingNode.getInstance() : MAPPER.readTree(answer.body());
  }

  /** The answer when all is well, or when something is not there or not possible. */
  private RawLine.Answer answer(String method, String path, String body) throws IOException {
    sent++;
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nAuthorization: Bearer "
            + key
            + "\r\nIdempotency-Key: world-"
            + sent
            + "\r\n";
    if (!body.isEmpty()) {
      head += "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
    }
    byte[] bytes = (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    RawLine.Answer answer = line.send(bytes, false);
    boolean isRefused = answer.status() == 404 || answer.status() == 409;
    if (!isRefused && (answer.status() < 200 || answer.status() > 299)) {
      throw new IOException(method + " " + path + ": " + answer);
    }
    return answer;
  }

  private JsonNode get(String path) throws IOException {
    return call("GET", path, "");
  }

  /** The description of the server. */
  JsonNode api() throws IOException {
    return get("/openapi.json");
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.path(field).asText()));
    return texts;
  }

  /**
   * Brings vehicles back that were taken out, books until each rider has some rides again, opens
   * all stops and roads, and looks at what there is.
   */
  void restock() throws IOException {
    repair();
    look();
    for (String rider : RIDERS) {
      int missing = BOOKINGS_OF_EACH - bookingsOfRider.getOrDefault(rider, List.of()).size();
      for (int i = 0; i < missing; i++) {
        String offer = newOffer(rider);
        if (!offer.isEmpty()) {
          call("POST", "/v1/bookings", "{\"offer_id\":\"" + offer + "\"}");
        }
      }
    }
    for (JsonNode stop : get("/v1/stops").path("stops")) {
      if (stop.path("closed").asBoolean()) {
        call("POST", "/v1/stops/" + stop.path("stop_id").asText() + "/reopen", "{}");
      }
    }
    call("PUT", "/v1/road_speeds", "{\"speeds\":[],\"reason\":\"as usual\"}");
    look();
    newEvents();
  }

  /** The next breakdown takes the place of the last; this one is over at once. */
  private void repair() throws IOException {
    long end = System.nanoTime() + REPAIR_NANOS;
    List<String> broken = broken();
    for (String vehicle : broken) {
      Instant until = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
      String body = "{\"reason\":\"repaired\",\"until\":\"" + until + "\"}";
      call("POST", "/v1/vehicles/" + vehicle + "/breakdown", body);
    }
    while (!broken.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IOException("still out of service: " + broken);
      }
      LockSupport.parkNanos(REPAIR_NANOS / 100);
      broken = broken();
    }
  }

  private List<String> broken() throws IOException {
    List<String> broken = new ArrayList<>();
    for (JsonNode vehicle : get("/v1/vehicles").path("vehicles")) {
      if (vehicle.path("state").asText().equals("out_of_service")) {
        broken.add(vehicle.path("vehicle_id").asText());
      }
    }
    return broken;
  }

  /** Sees who has which ride now. */
  void look() throws IOException {
    bookingsOfRider.clear();
    bookingsInVehicle.clear();
    JsonNode list = get("/v1/bookings?limit=1000").path("bookings");
    bookings = texts(list, "booking_id");
    for (JsonNode one : list) {
      String id = one.path("booking_id").asText();
      of(bookingsOfRider, one.path("rider_id").asText()).add(id);
      of(bookingsInVehicle, one.path("vehicle_id").asText()).add(id);
    }
  }

  private static List<String> of(Map<String, List<String>> lists, String name) {
    return lists.computeIfAbsent(name, unseen -> new ArrayList<>());
  }

  /** The vehicle with the most rides. */
  String busiestVehicle() {
    String busiest = vehicles.get(0);
    for (String vehicle : vehicles) {
      if (bookingsIn(vehicle).size() > bookingsIn(busiest).size()) {
        busiest = vehicle;
      }
    }
    return busiest;
  }

  private List<String> bookingsIn(String vehicle) {
    return bookingsInVehicle.getOrDefault(vehicle, List.of());
  }

  private String any(List<String> list) {
    return list.isEmpty() ? ServerProcess.AREA + "-zzzz" : list.get(random.nextInt(list.size()));
  }

  /** A booking that somebody may see. */
  String booking(FuzzActor actor) {
    if (actor.isRider()) {
      return any(bookingsOfRider.getOrDefault(actor.subject(), List.of()));
    }
    return actor.isDriver() ? any(bookingsIn(actor.subject())) : any(bookings);
  }

  /** A booking that a rider or driver must not see, "" when there is none. */
  String foreignBooking(FuzzActor actor) {
    Map<String, List<String>> lists = actor.isRider() ? bookingsOfRider : bookingsInVehicle;
    List<String> own = lists.getOrDefault(actor.subject(), List.of());
    List<String> foreign = bookings.stream().filter(id -> !own.contains(id)).toList();
    return foreign.isEmpty() ? "" : any(foreign);
  }

  String vehicle(FuzzActor actor) {
    return actor.isDriver() ? actor.subject() : any(vehicles);
  }

  String foreignVehicle(FuzzActor actor) {
    return any(vehicles.stream().filter(id -> !id.equals(actor.subject())).toList());
  }

  String rider(FuzzActor actor) {
    return actor.isRider() ? actor.subject() : any(RIDERS);
  }

  String foreignRider(FuzzActor actor) {
    return any(RIDERS.stream().filter(id -> !id.equals(actor.subject())).toList());
  }

  /** Roads that are closed, or driven faster or slower than usual. */
  String roadSpeeds() {
    JsonNode stop = stop();
    return String.format(
        Locale.ROOT,
        "[{\"road_class\":\"track\",\"speed_factor\":0.5},"
            + "{\"lat\":%s,\"lon\":%s,\"speed_factor\":%d}]",
        stop.path("stop_lat").asText(),
        stop.path("stop_lon").asText(),
        random.nextInt(3));
  }

  JsonNode stop() {
    return stops.get(random.nextInt(stops.size()));
  }

  /** A time hours ahead. */
  String time() {
    int hours = 8 + random.nextInt(12);
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** An offer to a rider that still holds; an unknown one when none is to be had. */
  String offer(String rider) throws IOException {
    Offer offer = offers.get(rider);
    long now = System.nanoTime() / 1_000_000;
    if (offer == null || offer.until() < now) {
      String id = newOffer(rider);
      offer = new Offer(id.isEmpty() ? ServerProcess.AREA + "-x-o1" : id, now + OFFER_MS);
      offers.put(rider, offer);
    }
    return offer.id();
  }

  private String newOffer(String rider) throws IOException {
    JsonNode from = stop();
    JsonNode to = stop();
    String body =
        String.format(
            Locale.ROOT,
            "{\"rider_id\":\"%s\",\"pickup_lat\":%s,\"pickup_lon\":%s,\"drop_off_lat\":%s,"
                + "\"drop_off_lon\":%s,\"requested_time\":\"%s\"}",
            rider,
            from.path("stop_lat").asText(),
            from.path("stop_lon").asText(),
            to.path("stop_lat").asText(),
            to.path("stop_lon").asText(),
            time());
    return call("POST", "/v1/quotes", body).path("offers").path(0).path("offer_id").asText();
  }

  /**
   * What has come into the journal since the last call, but for what comes by itself.
   *
   * @return types of events
   */
  List<String> newEvents() throws IOException {
    List<String> types = new ArrayList<>();
    while (true) {
      JsonNode events = get("/v1/audit_log?limit=1000&cursor=" + lastEvent).path("events");
      for (JsonNode event : events) {
        lastEvent = event.path("event_id").asLong();
        String type = event.path("type").asText();
        if (BY_THE_CLOCK.contains(type)) {
          movesOfItself++;
        } else {
          types.add(type);
        }
      }
      if (events.size() < 1000) {
        return types;
      }
    }
  }

  /** How many events have come by themselves, as far as events were asked for. */
  int movesOfItself() {
    return movesOfItself;
  }

  /** All that clients see; the version and the times of a booking tell its route. */
  String state() throws IOException {
    StringBuilder state = new StringBuilder();
    for (String list :
        List.of("bookings?limit=1000", "vehicles", "stops", "shifts", "road_speeds")) {
      state.append(answer("GET", "/v1/" + list, "").body()).append('\n');
    }
    for (String rider : RIDERS) {
      RawLine.Answer answer = answer("GET", "/v1/riders/" + rider, "");
      state.append(answer.status() == 200 ? answer.body() : "unknown").append('\n');
    }
    return state.toString();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
