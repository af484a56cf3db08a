package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days on streets with turns and kerb sides, and in traffic. */
final class SimulateStreetsTest extends SimulatedDays {
  @Test
  void turnsAndKerbSidesMakeAnotherDay() throws IOException {
    Path free = folder.resolve("free");
    smallDay(free);
    List<String> options =
        List.of("--kerb-side=right", "--kerb-side=left", "--kerb-side=any", "--u-turn=2m");
    for (String option : options) {
      Path first = folder.resolve("first" + option);
      Path second = folder.resolve("second" + option);
      smallDay(first, "--turn-costs", option);
      smallDay(second, "--turn-costs", option);
      for (String file : FILES) {
        byte[] bytes = Files.readAllBytes(first.resolve(file));
        assertArrayEquals(bytes, Files.readAllBytes(second.resolve(file)), file);
        assertFalse(Arrays.equals(bytes, Files.readAllBytes(free.resolve(file))), file);
      }
      assertEquals(1, kpis(first).path("promisesKept").asDouble(), option);
      assertTrue(kpis(first).path("rides").asInt() > 80, option);
    }
  }

  @Test
  void turnOptionsThatMakeNoSenseAreRefused() {
    ProgramRun.of("simulate", "--kerb-side=left", "--out=" + folder)
        .assertRefused("--u-turn and --kerb-side need --turn-costs");
    ProgramRun.of("simulate", "--turn-costs", "--u-turn=2h", "--out=" + folder)
        .assertRefused("--u-turn: must take from 0s to 1h, was 2h");
    ProgramRun.of("simulate", "--turn-costs", "--kerb-side=middle", "--out=" + folder)
        .assertRefused("option '--kerb-side': must be one of right, left, any, was 'middle'");
  }

  @Test
  void rushHourBreaksPromisesAndSaysSo() throws IOException {
    Path usual = folder.resolve("usual");
    Path rush = folder.resolve("rush");
    Path again = folder.resolve("again");
    Path same = folder.resolve("same");
    Path speeds = folder.resolve("speeds.csv");
    Files.writeString(
        speeds,
        """
        road_class,factor,from
        primary,0.2,08:00
        secondary,0.2,08:00
        tertiary,0.2,08:00
        residential,0.2,08:00
        primary,1,09:30
        secondary,1,09:30
        tertiary,1,09:30
        residential,1,09:30
        """);
    Path constant =
        Files.writeString(folder.resolve("constant.csv"), "road_class,factor\nprimary,1\n");
    smallDay(usual);
    smallDay(rush, "--speed-factors=" + speeds);
    smallDay(again, "--speed-factors=" + speeds);
    smallDay(same, "--speed-factors=" + constant);
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(rush.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
    }
    assertArrayEquals(
        Files.readAllBytes(usual.resolve("requests.csv")),
        Files.readAllBytes(same.resolve("requests.csv")));
    assertEquals(0, kpis(usual).path("promisesBroken").asInt(-1));
    int broken = 0;
    int changed = 0;
    List<String> told = new ArrayList<>();
    for (String line : Files.readAllLines(rush.resolve("events.ndjson"))) {
      JsonNode event = JSON.readTree(line);
      changed += event.path("type").asText().equals("travel_times_changed") ? 1 : 0;
      if (event.path("type").asText().equals("promise_at_risk")) {
        broken++;
        told.add(event.path("request_id").asText());
        assertTrue(List.of("08:00:00", "09:30:00").contains(event.path("time").asText()), line);
      }
    }
    assertEquals(2, changed);
    assertTrue(broken > 0);
    assertEquals(told.stream().distinct().count(), kpis(rush).path("promisesBroken").asInt());
    for (Map<String, String> row : rows(rush.resolve("requests.csv"))) {
      if (row.getOrDefault("promise_kept", "").equals("false")) {
        assertTrue(told.contains(field(row, "request_id")), row::toString);
      }
    }
    assertTrue(kpis(rush).path("promisesKept").asDouble() < 1);
  }

  @Test
  void whatIsDrivenOverClosedRoadsIsCounted() throws IOException {
    Path speeds =
        Files.writeString(
            folder.resolve("closed.csv"),
            """
            road_class,factor,from
            secondary,closed,08:00
            tertiary,closed,08:00
            residential,closed,08:00
            unclassified,closed,08:00
            motorway,0.5,09:00
            other,2,09:00
            """);
    Path day = folder.resolve("day");
    ProgramRun run = smallDay(day, "--speed-factors=" + speeds);
    assertTrue(
        run.log().matches("(?s).*from 08:00 on, [1-9][0-9,]* road edges are closed, 0 slow.*"));
    assertTrue(run.log().contains("from 09:00 on, "), run.log());
    Set<String> affected = new HashSet<>();
    int cutOff = 0;
    for (String line : Files.readAllLines(day.resolve("events.ndjson"))) {
      JsonNode event = JSON.readTree(line);
      if (event.path("type").asText().equals("ride_affected")) {
        affected.add(event.path("request_id").asText());
      }
      cutOff += event.path("type").asText().equals("leg_cut_off") ? 1 : 0;
    }
    assertTrue(affected.size() > 0);
    assertEquals(affected.size(), kpis(day).path("ridesAffected").asInt(-1));
    int legs = kpis(day).path("legsCutOff").asInt(-1);
    assertTrue(legs > 0, () -> "legs driven " + legs);
    assertTrue(cutOff > 0);
    assertTrue(
        run.out().matches("(?s).*Driven over closed roads +" + legs + " legs .*"), run.out());
    String report = Files.readString(day.resolve("report.html"));
    assertTrue(report.contains("Rides affected by closed roads"), "report");
  }
}
