package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Driving records of any length. */
final class DrivingRecordTest {
  private static final String PATH = "/v1/vehicles/v1/driving_record.csv";

  private final TestServer server = TestServer.one();

  @AfterEach
  void close() {
    server.close();
  }

  /** Departures of one vehicle, and something else before every thousandth. */
  private void drive(int departures) {
    FakeJournal journal = server.area.journal;
    for (int i = 0; i < departures; i++) {
      if (i % 1_000 == 0) {
        journal.add("shift_late", null, "v1", "{}");
        journal.add("vehicle_departed", null, "v2", "{}");
      }
      journal.add("vehicle_departed", null, "v1", "{}");
    }
  }

  @Test
  void aLongRecordIsWhole() {
    int departures = 210_500;
    drive(departures);
    List<String> lines = server.get(PATH, "planner").is(200).body().lines().toList();
    assertEquals(departures + 1, lines.size());
    for (int i = 0; i < departures; i++) {
      int event = i + 2 * (i / 1_000) + 3;
      String line = lines.get(i + 1);
      assertTrue(line.startsWith(event + ","), line);
      assertTrue(line.endsWith("," + Sha256.hex("event " + event)), line);
    }
    assertEquals("", server.send("HEAD", PATH, "planner", "").is(200).body());
  }

  @Test
  void aRecordThatCannotBeReadToItsEndDoesNotLookWhole() throws Exception {
    drive(30_000);
    server.area.journal.brokenBehind = 20_000;
    HttpResponse<InputStream> response =
        server.client.send(
            server.request("GET", PATH, "planner", "").build(), BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    try (InputStream body = response.body()) {
      assertThrows(IOException.class, body::readAllBytes);
    }
    server.area.journal.brokenBehind = Long.MAX_VALUE;
    assertEquals(30_001, server.get(PATH, "planner").is(200).body().lines().count());
  }

  @Test
  void aRecordThatCannotBeReadAtAllIsAProblem() {
    drive(1);
    server.area.journal.brokenBehind = -1;
    server.get(PATH, "planner").is(503);
  }
}
