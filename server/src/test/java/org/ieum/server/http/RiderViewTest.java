package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Riders do not see vehicles that may still be others. */
final class RiderViewTest {
  private static final String PATH = "/v1/bookings/a-1";

  private final TestServer server = TestServer.one();

  @BeforeEach
  void book() {
    server.area.desk.announced = false;
    server.area.desk.add("r1", "v1");
    server.area.event("ride_confirmed", "a-1", "v1", "{\"offered_vehicle_id\":\"v1\",\"cost\":7}");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static void assertHidden(JsonNode booking) {
    assertTrue(booking.path("vehicle_id").isNull(), booking.toString());
    assertFalse(booking.path("vehicle_announced").asBoolean(true), booking.toString());
  }

  @Test
  void onlyStaffSeeAVehicleThatIsNotSure() {
    assertHidden(server.get(PATH, "rider").is(200).json());
    for (String staff : List.of("driver", "call_agent", "dispatcher", "planner", "admin")) {
      JsonNode seen = server.get(PATH, staff).is(200).json();
      assertEquals("v1", seen.path("vehicle_id").asText(), staff);
      assertFalse(seen.path("vehicle_announced").asBoolean(true), staff);
    }
  }

  @Test
  void listsDoNotTellItEither() {
    JsonNode all = server.get("/v1/bookings", "rider").is(200).json().path("bookings");
    assertEquals(1, all.size());
    assertHidden(all.path(0));
    for (String role : List.of("rider", "planner")) {
      int found = role.equals("rider") ? 0 : 1;
      Reply in = server.get("/v1/bookings?vehicle_id=v1", role).is(200);
      assertEquals(found, in.json().path("bookings").size(), role);
    }
  }

  @Test
  void eventsDoNotTellItEither() {
    Reply events = server.get(PATH + "/events", "rider").is(200);
    JsonNode event = events.json().path("events").path(0);
    assertEquals(7, event.path("data").path("cost").asInt());
    assertFalse(events.body().contains("v1\""), events.body());
    JsonNode seen = server.get(PATH + "/events", "admin").json().path("events").path(0);
    assertEquals("v1", seen.path("vehicle_id").asText());
    assertEquals("v1", seen.path("data").path("offered_vehicle_id").asText());
  }

  @Test
  void answersToCommandsDoNotTellItEither() {
    String body = "{\"offer_id\":\"a-o1\",\"return_offer_id\":\"a-o1\"}";
    for (int time = 0; time < 2; time++) {
      JsonNode booked =
          server.post("/v1/bookings", "rider", body, "Idempotency-Key", "both").is(201).json();
      assertHidden(booked);
      assertHidden(booked.path("return_booking"));
    }
    assertHidden(server.post(PATH + "/cancel", "rider", "").is(200).json());
  }

  @Test
  void whatIsSureIsTold() {
    server.area.desk.announced = true;
    server.area.desk.add("r1", "v1");
    server.area.event("vehicle_announced", "a-2", "v1", "{}");
    assertEquals("v1", server.get("/v1/bookings/a-2", "rider").text("vehicle_id"));
    JsonNode events = server.get("/v1/bookings/a-2/events", "rider").json().path("events");
    assertEquals("vehicle_announced", events.path(0).path("type").asText());
    assertEquals("v1", events.path(0).path("vehicle_id").asText());
    Reply in = server.get("/v1/bookings?vehicle_id=v1", "rider").is(200);
    assertEquals(1, in.json().path("bookings").size());
  }
}
