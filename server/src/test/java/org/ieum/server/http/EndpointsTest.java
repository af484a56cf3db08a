package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each endpoint when all is well, and its own refusals. */
final class EndpointsTest {
  private static final String KEY = "Idempotency-Key";

  static final String QUOTE =
      "{\"pickup_lat\":37.5,\"pickup_lon\":127.0,\"drop_off_lat\":37.6,\"drop_off_lon\":127.1}";

  private final TestServer server = TestServer.one();

  @AfterEach
  void close() {
    server.close();
  }

  private String booked() {
    return server
        .post("/v1/bookings", "dispatcher", "{\"offer_id\":\"a-o1\"}")
        .is(201)
        .text("booking_id");
  }

  @Test
  void quotes() {
    Reply quote = server.post("/v1/quotes", "rider", QUOTE).is(200);
    assertEquals("a-q1-r1", quote.text("quote_id"), "a rider asks for themselves");
    assertEquals("a-o1", quote.json().path("offers").path(0).path("offer_id").asText());
    assertEquals("a-q2-null", server.post("/v1/quotes", "admin", QUOTE).text("quote_id"));
    String outside = QUOTE.replace("37.5", "12.5");
    assertEquals(
        "out_of_area", server.post("/v1/quotes", "admin", outside).text("rejection_reason"));
    server
        .post("/v1/quotes", "admin", QUOTE.replace("{", "{\"area_id\":\"x\","))
        .isProblem(404, "there is no area x");
    server
        .post("/v1/quotes", "rider", QUOTE.replace("{", "{\"rider_id\":\"r2\","))
        .isProblem(403, "rider r2 is not you");
  }

  @Test
  void booksAnOffer() {
    Reply booking = server.post("/v1/bookings", "rider", "{\"offer_id\":\"a-o1\"}").is(201);
    assertEquals("2026-03-02T08:00:00+09:00", booking.text("pickup_window_start"));
    server
        .post("/v1/bookings", "admin", "{\"offer_id\":\"a-o2\"}")
        .isProblem(410, "offer a-o2 has expired");
    Reply conflict = server.post("/v1/bookings", "admin", "{\"offer_id\":\"a-o3\"}").is(409);
    JsonNode fresh = conflict.json().path("instead").path("offers").path(0);
    assertEquals("a-o9", fresh.path("offer_id").asText());
    server
        .post("/v1/bookings", "admin", "{\"offer_id\":\"a-o7\"}")
        .isProblem(404, "there is no offer a-o7");
    server
        .post("/v1/bookings", "admin", "{\"offer_id\":\"z-o1\"}")
        .isProblem(404, "there is no z-o1");
    server
        .post("/v1/bookings", "other_rider", "{\"offer_id\":\"a-o1\"}")
        .isProblem(403, "offer a-o1 is not yours");
    assertEquals(1, server.area.desk.bookings.size());
  }

  @Test
  void journeys() {
    String asked =
        "{\"origin_lat\":37.5,\"origin_lon\":127,\"destination_lat\":37.6,\"destination_lon\":127}";
    Reply found = server.post("/v1/journeys", "rider", asked).is(200);
    JsonNode journey = found.json().path("journeys").path(0);
    String id = journey.path("journey_id").asText();
    assertEquals("a-j-r1", id);
    assertEquals("walk", journey.path("legs").path(0).path("mode").asText());
    server
        .post("/v1/journeys", "admin", asked.replace("37.6", "91"))
        .isProblem(400, "destination_lat must be from -90 to 90, was 91");
    server.post("/v1/journeys", "admin", asked.replace("{", "{\"modes\":[\"rocket\"],")).is(400);
    server
        .post("/v1/journeys", "rider", asked.replace("{", "{\"rider_id\":\"r2\","))
        .isProblem(403, "rider r2 is not you");
    String confirm = "/v1/journeys/" + id + "/confirm";
    server
        .post(confirm, "other_rider", "", KEY, "j1")
        .isProblem(403, "journey a-j-r1 is not yours");
    Reply done = server.post(confirm, "rider", "", KEY, "j2").is(201);
    assertEquals("r1", done.json().path("bookings").path(0).path("rider_id").asText());
    Reply late = server.post("/v1/journeys/a-j-late/confirm", "admin", "", KEY, "j3").is(409);
    assertEquals(
        "a-j-late",
        late.json().path("instead").path("journeys").path(0).path("journey_id").asText());
    Reply walks = server.post("/v1/journeys/a-j-walks/confirm", "admin", "", KEY, "j5");
    walks.isProblem(400, "has nothing to confirm");
    assertEquals("journey_id", walks.json().path("errors").path(0).path("field").asText());
    assertFalse(walks.json().hasNonNull("instead"), "no search for another one");
    server
        .post("/v1/journeys/a-x/confirm", "admin", "", KEY, "j4")
        .isProblem(404, "journey a-x is not known");
  }

  @Test
  void aFaultOfTheServerTellsNothingOfIt() {
    Reply fault =
        server
            .post("/v1/bookings", "admin", "{\"offer_id\":\"a-o4\"}", "X-Request-Id", "mine-1")
            .is(500);
    assertTrue(!fault.body().contains("secret") && !fault.body().contains("Exception"));
    assertEquals("mine-1", fault.text("request_id"));
    assertEquals("mine-1", fault.header("X-Request-Id"));
  }

  @Test
  void listsBookingsPageByPage() {
    for (int i = 0; i < 5; i++) {
      server.area.desk.add(i == 4 ? "r2" : "r1", i == 3 ? "v2" : "v1");
    }
    Reply first = server.get("/v1/bookings?limit=3", "admin").is(200);
    assertEquals(3, first.json().path("bookings").size());
    Reply second =
        server.get("/v1/bookings?limit=3&cursor=" + first.text("next_cursor"), "admin").is(200);
    assertEquals("a-4", second.json().path("bookings").path(0).path("booking_id").asText());
    assertTrue(second.json().path("next_cursor").isNull());
    assertEquals(4, server.get("/v1/bookings", "rider").json().path("bookings").size());
    assertEquals(4, server.get("/v1/bookings", "driver").json().path("bookings").size());
    assertEquals(
        1, server.get("/v1/bookings?rider_id=r2", "planner").json().path("bookings").size());
    assertEquals(
        1, server.get("/v1/bookings?vehicle_id=v2", "planner").json().path("bookings").size());
    server.get("/v1/bookings?rider_id=r2", "rider").isProblem(403, "rider r2 is not you");
    server.get("/v1/bookings?vehicle_id=v2", "driver").isProblem(403, "vehicle v2 is not yours");
  }

  @Test
  void readsABookingByItsVersion() {
    String path = "/v1/bookings/" + booked();
    Reply booking = server.get(path, "planner").is(200);
    assertEquals("\"1\"", booking.header("ETag"));
    Reply known = server.get(path, "planner", "If-None-Match", "W/\"1\"").is(304);
    assertEquals("\"1\"", known.header("ETag"));
    server.get(path, "planner", "If-None-Match", "\"2\", \"3\"").is(200);
    Reply seen = server.get(path, "rider").is(200);
    String tag = String.valueOf(seen.header("ETag"));
    assertEquals("\"" + seen.json().path("version").asLong() + "\"", tag);
    server.get(path, "rider", "If-None-Match", tag).is(304);
    server.get(path, "rider", "If-None-Match", "\"1\"").is(200);
    server.post(path + "/cancel", "rider", "", "If-Match", "\"1\"").is(412);
    server.post(path + "/cancel", "rider", "", "If-Match", tag).is(200);
    server.get(path, "other_rider").isProblem(403, "booking a-1 is not yours");
    server.get(path, "other_driver").isProblem(403, "booking a-1 is not yours");
    server.get("/v1/bookings/a-99", "admin").isProblem(404, "there is no booking a-99");
    server.send("HEAD", path, "rider", "").is(200);
  }

  @Test
  void aBookingsLife() {
    String path = "/v1/bookings/" + booked();
    server
        .post(path + "/board", "driver", "{}", "If-Match", "\"5\"")
        .isProblem(412, "booking a-1 has changed: its version is 1");
    server.post(path + "/board", "other_driver", "{}").is(403);
    server.post(path + "/board", "driver", "{\"passenger_count\":1}", "If-Match", "\"1\"").is(200);
    server
        .post(path + "/cancel", "rider", "")
        .isProblem(409, "booking a-1 is onboard, not confirmed");
    server.post(path + "/alight", "driver", "{}").is(200);
    server.post("/v1/bookings/" + booked() + "/no_show", "driver", "").is(200);
    String cancelled = "/v1/bookings/" + booked() + "/cancel";
    server.post(cancelled, "other_rider", "").is(403);
    assertEquals("cancelled", server.post(cancelled, "rider", "").is(200).text("state"));
  }

  @Test
  void listsWhatHappened() {
    String id = booked();
    server.area.event("ride_confirmed", id, "v1", "{\"a\":1}");
    server.area.event("vehicle_departed", null, "v1", "{}");
    server.area.event("ride_boarded", id, "v1", "{}");
    Reply events = server.get("/v1/bookings/" + id + "/events", "rider").is(200);
    assertEquals(2, events.json().path("events").size());
    server.get("/v1/bookings/" + id + "/events", "other_rider").is(403);
    assertEquals(
        1,
        server
            .get("/v1/bookings/" + id + "/events?cursor=1", "admin")
            .json()
            .path("events")
            .size());
    server.get("/v1/bookings/a-77/events", "admin").isProblem(404, "there is no booking a-77");
    Reply log = server.get("/v1/audit_log?limit=2", "planner").is(200);
    assertEquals("2", log.text("next_cursor"));
    Reply rest = server.get("/v1/audit_log?cursor=2&limit=2", "planner").is(200);
    assertEquals(3, rest.json().path("events").path(0).path("event_id").asInt());
    Reply departures = server.get("/v1/audit_log?type=vehicle_departed&vehicle_id=v1", "admin");
    assertEquals(1, departures.json().path("events").size());
    Reply ofBooking = server.get("/v1/audit_log?booking_id=" + id, "admin");
    assertEquals(2, ofBooking.json().path("events").size());
    server
        .get("/v1/audit_log?cursor=x", "admin")
        .isFault("cursor", "x", "must be as a page before said");
  }

  @Test
  void vehicles() {
    assertEquals(2, server.get("/v1/vehicles", "planner").json().path("vehicles").size());
    assertEquals(1, server.get("/v1/vehicles", "driver").json().path("vehicles").size());
    assertEquals("at_stop", server.get("/v1/vehicles/v1", "driver").is(200).text("state"));
    server.get("/v1/vehicles/v2", "driver").isProblem(403, "vehicle v2 is not yours");
    server.get("/v1/vehicles/v9", "admin").isProblem(404, "there is no vehicle v9");
    Reply plan = server.get("/v1/vehicles/v1/route_plan", "driver").is(200);
    assertEquals("\"7\"", plan.header("ETag"));
    server.get("/v1/vehicles/v1/route_plan", "driver", "If-None-Match", "\"7\"").is(304);
    String position = "{\"sequence\":5,\"lat\":37.5,\"lon\":127.0}";
    server.post("/v1/vehicles/v1/positions", "driver", position).is(200);
    Reply older =
        server.post("/v1/vehicles/v1/positions", "driver", position.replace("5,", "4,")).is(200);
    assertEquals(5, older.json().path("sequence").asInt());
    assertEquals(
        5, server.get("/v1/vehicles/v1", "admin").json().path("position").path("sequence").asInt());
  }

  @Test
  void drivingRecord() {
    server.area.event(
        "vehicle_departed", null, "v1", "{\"stop_id\":\"s,1\",\"distance_m\":0,\"riders\":2}");
    server.area.event("ride_boarded", "a-1", "v1", "{}");
    server.area.event("vehicle_departed", null, "v2", "{}");
    server.area.event(
        "vehicle_arrived", null, "v1", "{\"stop_id\":\"s2\",\"distance_m\":812,\"riders\":2}");
    Reply record = server.get("/v1/vehicles/v1/driving_record.csv", "planner").is(200);
    assertEquals(
        "event_id,time,type,stop_id,distance_m,riders,hash\n"
            + "1,2026-02-25T06:13:20.001Z,vehicle_departed,\"s,1\",0,2,"
            + Sha256.hex("event 1")
            + "\n4,2026-02-25T06:13:20.004Z,vehicle_arrived,s2,812,2,"
            + Sha256.hex("event 4")
            + "\n",
        record.body());
    server.get("/v1/vehicles/v9/driving_record.csv", "admin").is(404);
  }

  @Test
  void scooters() {
    Reply all = server.get("/v1/scooters", "rider").is(200);
    assertEquals(3, all.json().path("scooters").size());
    assertTrue(all.json().path("scooters").path(0).path("reservable").asBoolean());
    assertFalse(all.json().path("scooters").path(2).path("reservable").asBoolean());
    assertTrue(all.json().path("next_cursor").isNull());
    Reply first = server.get("/v1/scooters?limit=2", "rider").is(200);
    assertEquals("e2", first.text("next_cursor"));
    Reply second = server.get("/v1/scooters?limit=2&cursor=e2", "rider").is(200);
    assertEquals(1, second.json().path("scooters").size());
    Reply box = server.get("/v1/scooters?bbox=126.5,37.55,127.5,38", "driver").is(200);
    assertEquals("e2", box.json().path("scooters").path(0).path("scooter_id").asText());
    assertEquals(1, box.json().path("scooters").size());
    Reply near = server.get("/v1/scooters?lat=37.9&lon=127.0&limit=1", "planner").is(200);
    assertEquals("e2", near.json().path("scooters").path(0).path("scooter_id").asText());
    assertTrue(near.json().path("next_cursor").isNull(), "there is one page of the nearest");
    assertEquals("free", server.get("/v1/scooters/x:e3", "rider").is(200).text("state"));
    server.get("/v1/scooters/e9", "rider").isProblem(404, "scooter e9 is not known");
  }

  @Test
  void aScootersLife() {
    String reservations = "/v1/scooters/e1/reservations";
    Reply held = server.post(reservations, "rider", "{}").is(201);
    assertEquals("r1", held.text("rider_id"), "a rider reserves for themselves");
    String path = "/v1/scooter_reservations/" + held.text("reservation_id");
    server
        .post(reservations, "rider", "{\"rider_id\":\"r2\"}")
        .isProblem(403, "rider r2 is not you");
    server.post(reservations, "admin", "{}").isFault("rider_id", "", "is missing");
    server
        .post("/v1/scooters/x:e3/reservations", "call_agent", "{\"rider_id\":\"r2\"}")
        .isProblem(409, "scooter x:e3 cannot be reserved here");
    server.get(path, "other_rider").isProblem(403, "scooter reservation a-r1 is not yours");
    server.get(path, "planner").is(200);
    for (String verb : new String[] {"cancel", "take", "return"}) {
      String body = verb.equals("return") ? "{\"lat\":37.5,\"lon\":127.0}" : "{}";
      server.post(path + "/" + verb, "other_rider", body).is(403);
    }
    assertEquals("riding", server.post(path + "/take", "rider", "").is(200).text("state"));
    String there = "{\"lat\":37.5,\"lon\":127.0,\"range\":800}";
    assertEquals("returned", server.post(path + "/return", "rider", there).is(200).text("state"));
    Reply other = server.post(reservations, "dispatcher", "{\"rider_id\":\"r2\"}").is(201);
    String second = "/v1/scooter_reservations/" + other.text("reservation_id");
    assertEquals("cancelled", server.post(second + "/cancel", "other_rider", "").text("reason"));
    server.get("/v1/scooter_reservations/a-r9", "admin").is(404);
    server.get("/v1/scooter_reservations/z-r1", "admin").isProblem(404, "there is no z-r1");
  }

  @Test
  void fares() {
    Reply fares = server.get("/v1/fares", "rider").is(200);
    JsonNode table = fares.json().path("fares").path(0);
    assertEquals("KRW", table.path("currency").asText());
    assertEquals(1_800, table.path("tariffs").path(0).path("adult").path("base").asInt());
    assertEquals(50, table.path("tariffs").path(0).path("child").path("percent").asInt());
  }

  @Test
  void tasks() {
    String id = booked();
    Reply tasks = server.get("/v1/drivers/v1/tasks", "driver").is(200);
    assertEquals(2, tasks.json().path("tasks").size());
    server.get("/v1/drivers/v2/tasks", "driver").isProblem(403, "vehicle v2 is not yours");
    String pickup = "/v1/tasks/" + id + ":pickup";
    String dropOff = "/v1/tasks/" + id + ":drop_off";
    server.post(pickup + "/arrive", "driver", "").is(200);
    assertEquals("arrived", server.post(dropOff + "/arrive", "driver", "").text("state"));
    server.post(pickup + "/complete", "other_driver", "").is(403);
    assertEquals("completed", server.post(pickup + "/complete", "driver", "").text("state"));
    assertEquals("onboard", server.get("/v1/bookings/" + id, "admin").text("state"));
    server.post(dropOff + "/complete", "driver", "").is(200);
    String other = booked();
    server.post("/v1/tasks/" + other + ":pickup/skip", "driver", "").is(200);
    assertEquals("no_show", server.get("/v1/bookings/" + other, "admin").text("state"));
    server.post("/v1/tasks/a-99:pickup/skip", "driver", "").is(404);
  }

  @Test
  void shiftsStopsServicesAreas() {
    assertEquals(2, server.get("/v1/shifts", "planner").json().path("shifts").size());
    assertEquals(1, server.get("/v1/shifts", "driver").json().path("shifts").size());
    String shift =
        "{\"vehicle_id\":\"v1\",\"start_time\":\"2026-03-03T08:00:00Z\","
            + "\"end_time\":\"2026-03-03T09:00:00Z\",\"start_stop_id\":\"s1\"}";
    server.post("/v1/shifts", "planner", shift).is(201);
    server
        .post("/v1/shifts", "planner", shift.replace("T09", "T07"))
        .isFault("end_time", "2026-03-03T07:00Z", "must be after start_time");
    assertEquals(2, server.get("/v1/stops", "rider").json().path("stops").size());
    assertEquals("Stop s1", server.get("/v1/stops/s1", "rider").text("stop_name"));
    server.get("/v1/stops/s9", "rider").isProblem(404, "there is no stop s9");
    assertTrue(server.post("/v1/stops/s1/close", "admin", "").json().path("closed").asBoolean());
    server.post("/v1/stops/s1/reopen", "dispatcher", "{}").is(200);
    server.post("/v1/stops/s9/close", "admin", "").is(404);
    assertEquals(1, server.get("/v1/services", "rider").json().path("services").size());
    assertEquals(1, server.get("/v1/areas", "rider").json().path("areas").size());
  }

  @Test
  void roadSpeeds() {
    Reply usual = server.get("/v1/road_speeds", "planner").is(200);
    assertTrue(usual.json().path("since").isNull());
    assertEquals(0, usual.json().path("speeds").size());
    String body =
        "{\"speeds\":[{\"road_class\":\"primary\",\"speed_factor\":0.5},"
            + "{\"lat\":37.5,\"lon\":127,\"heading\":90,\"speed_factor\":0}],"
            + "\"reason\":\"works\"}";
    Reply put = server.send("PUT", "/v1/road_speeds?area_id=a", "dispatcher", body).is(200);
    JsonNode road = put.json().path("speeds").path(1);
    assertEquals(90, road.path("heading").asInt());
    assertEquals("primary", road.path("road").path("road_class").asText());
    assertTrue(put.json().path("speeds").path(0).path("road").isNull());
    assertEquals("works", server.get("/v1/road_speeds", "driver").text("reason"));
    server.send("PUT", "/v1/road_speeds?area_id=b", "admin", body).is(404);
  }

  @Test
  void improvements() {
    Reply usual = server.post("/v1/improvements", "planner", "{}").is(200);
    assertEquals(2, usual.json().path("looks").asInt());
    assertEquals(60_000, usual.json().path("cost_saved").asLong());
    assertTrue(usual.json().path("everything_seen").asBoolean());
    Reply longer = server.post("/v1/improvements", "admin", "{\"longest_search\":5}").is(200);
    assertEquals(5, longer.json().path("looks").asInt());
    server.post("/v1/improvements", "dispatcher", "{\"longest_search\":6}").is(400);
    server.post("/v1/improvements?area_id=b", "admin", "{}").is(404);
  }

  @Test
  void riders() {
    server.get("/v1/riders/r1", "rider").isProblem(404, "nothing is known of rider r1");
    server.send("PUT", "/v1/riders/r1", "rider", "{\"name\":\"김\",\"phone\":\"+82 2 1\"}").is(200);
    assertEquals("김", server.get("/v1/riders/r1", "call_agent").text("name"));
    server.get("/v1/riders/r1", "other_rider").isProblem(403, "rider r1 is not you");
    server.send("DELETE", "/v1/riders/r1", "rider", "").is(204);
    server.send("DELETE", "/v1/riders/r1", "rider", "").is(404);
  }

  @Test
  void passesOfRiders() {
    String path = "/v1/riders/r1/passes";
    Reply given =
        server
            .send("POST", path, "call_agent", "{\"pass_id\":\"m\",\"valid_from\":\"2026-05-07\"}")
            .is(201);
    assertEquals("m", given.json().path("pass").path("pass_id").asText());
    assertEquals("2026-05-07", given.text("valid_from"));
    JsonNode passes = server.get(path, "rider").is(200).json().path("passes");
    assertEquals(1, passes.size());
    assertEquals(given.json(), passes.get(0));
    assertEquals(0, server.get("/v1/riders/r2/passes", "dispatcher").json().path("passes").size());
    server.get(path, "other_rider").isProblem(403, "rider r1 is not you");
    server.send("POST", path, "rider", "{\"pass_id\":\"m\"}").is(403);
    Reply wrong = server.send("POST", path, "admin", "{\"pass_id\":\"m\",\"valid_from\":\"May\"}");
    assertTrue(wrong.is(400).body().contains("must be a day such as 2026-05-06"), wrong.body());
  }
}
