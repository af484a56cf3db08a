package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Days whose idle vehicles are moved to where riders are expected, by the command. */
final class SimulateRepositionTest extends SimulatedDays {
  @Test
  void aDayWithMovesRepeatsItselfAndKeepsItsPromises() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    smallDay(first, "--reposition=model");
    smallDay(second, "--reposition=model");
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
    }
    assertEquals(1, kpis(first).path("promisesKept").asDouble());
    assertTrue(kpis(first).path("repositioning").asDouble() > 0);
    String events = Files.readString(first.resolve("events.ndjson"));
    assertTrue(events.contains("\"vehicle_repositioned\""));
  }

  @Test
  void anEarlierDayTellsWhereRidersAreExpected() throws IOException {
    StringBuilder requests =
        new StringBuilder("request_time,pickup_lat,pickup_lon,drop_off_lat,drop_off_lon\n");
    for (int minute = 0; minute < 24 * 60; minute += 2) {
      String place = minute % 4 == 0 ? "57.7066,11.9670" : "57.6970,11.9865";
      requests
          .append(String.format("%02d:%02d,", minute / 60, minute % 60))
          .append(place)
          .append(",57.70,11.95\n");
    }
    Path history = Files.writeString(folder.resolve("history.csv"), requests);
    Path day = folder.resolve("day");
    smallDay(day, "--reposition=history", "--reposition-history=" + history);
    assertTrue(kpis(day).path("repositioning").asDouble() > 0);
    assertEquals(1, kpis(day).path("promisesKept").asDouble());
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    ProgramRun.of("simulate", "--reposition=best", "--out=" + folder)
        .assertRefused("option '--reposition': must be one of off, model, history, was 'best'");
    ProgramRun.of("simulate", "--reposition=history", "--out=" + folder)
        .assertRefused("--reposition history needs --reposition-history");
    ProgramRun.of("simulate", "--reposition-history=day.csv", "--out=" + folder)
        .assertRefused("--reposition-history needs --reposition history");
    // A server has no demand model.
    ProgramRun.of("serve", "--reposition=model")
        .assertRefused("option '--reposition': must be one of off, history, was 'model'");
  }
}
