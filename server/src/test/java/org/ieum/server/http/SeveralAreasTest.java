package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two areas in one server: a from 37 to 38 degrees north, b beyond. */
final class SeveralAreasTest {
  private final TestServer server = new TestServer(new FakeArea("a", 37), new FakeArea("b", 38));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aQuoteFindsItsAreaByThePickup() {
    String quote = EndpointsTest.QUOTE;
    assertEquals("a", server.post("/v1/quotes", "admin", quote).text("area_id"));
    assertEquals(
        "b", server.post("/v1/quotes", "admin", quote.replace("37.5", "38.5")).text("area_id"));
    Reply nowhere = server.post("/v1/quotes", "admin", quote.replace("37.5", "12")).is(200);
    assertEquals("out_of_area", nowhere.text("rejection_reason"));
    String named = quote.replace("{", "{\"area_id\":\"b\",");
    assertEquals("b", server.post("/v1/quotes", "admin", named).text("area_id"));
  }

  @Test
  void idsSayTheirArea() {
    assertEquals(
        "b-1", server.post("/v1/bookings", "admin", "{\"offer_id\":\"b-o1\"}").text("booking_id"));
    server.get("/v1/bookings/b-1", "admin").is(200);
    server.get("/v1/bookings/a-1", "admin").is(404);
    server.post("/v1/tasks/b-1:pickup/arrive", "admin", "").is(200);
  }

  @Test
  void listsNeedTheArea() {
    for (String path :
        new String[] {"/v1/bookings", "/v1/vehicles", "/v1/stops", "/v1/shifts", "/v1/audit_log"}) {
      server.get(path, "admin").isFault("area_id", "", "is missing");
      server.get(path + "?area_id=b", "admin").is(200);
      server.get(path + "?area_id=c", "admin").isProblem(404, "there is no area c");
    }
    assertEquals(2, server.get("/v1/areas", "admin").json().path("areas").size());
  }

  @Test
  void vehiclesAreFoundWhenThereIsOnlyOne() {
    assertEquals("b", server.get("/v1/vehicles/only", "admin").is(200).text("area_id"));
    server.get("/v1/vehicles/v1", "admin").isFault("area_id", "", "is missing");
    assertEquals("b", server.get("/v1/vehicles/v1?area_id=b", "admin").text("area_id"));
    server.get("/v1/vehicles/v7", "admin").isProblem(404, "there is no vehicle v7");
    server.get("/v1/drivers/v1/tasks?area_id=a", "driver").is(200);
  }
}
