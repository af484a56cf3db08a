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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole days on the embedded map through the command line, judged by the files alone. */
final class SimulateDayTest extends SimulatedDays {
  @Test
  void keyFiguresFollowFromTheTables() throws IOException {
    ProgramRun run = smallDay(folder);
    for (String file : FILES) {
      assertTrue(Files.size(folder.resolve(file)) > 0, file);
    }
    assertTrue(run.out().contains(folder.resolve("report.html").toString()), run.out());
    List<Map<String, String>> requests = rows(folder.resolve("requests.csv"));
    Map<String, Integer> outcomes = new HashMap<>();
    double wait = 0;
    double ride = 0;
    double walk = 0;
    double passengers = 0;
    for (Map<String, String> row : requests) {
      outcomes.merge(field(row, "outcome"), 1, Integer::sum);
      if (field(row, "outcome").equals("served")) {
        double waited = seconds(row, "boarding_time") - seconds(row, "pickup_window_start");
        double rode = seconds(row, "drop_off_time") - seconds(row, "boarding_time");
        assertEquals(waited, number(row, "wait_duration"), 1e-6);
        assertEquals(rode, number(row, "ride_duration"), 1e-6);
        assertEquals("true", field(row, "promise_kept"));
        assertTrue(seconds(row, "drop_off_time") <= seconds(row, "latest_drop_off_time"));
        assertTrue(seconds(row, "vehicle_arrival_time") <= seconds(row, "pickup_window_end"));
        wait += waited;
        ride += rode;
        walk += number(row, "access_walk_duration") + number(row, "egress_walk_duration");
      }
    }
    double vehicleKm = 0;
    double emptyKm = 0;
    for (Map<String, String> row : rows(folder.resolve("vehicles.csv"))) {
      vehicleKm += number(row, "distance_km");
      emptyKm += number(row, "empty_distance_km");
      passengers += number(row, "passengers");
    }
    JsonNode kpis = kpis(folder);
    int served = outcomes.getOrDefault("served", 0);
    assertEquals(200, requests.size());
    assertTrue(served > 100, outcomes::toString);
    assertEquals(200, kpis.path("requests").asInt());
    assertEquals(served, kpis.path("rides").asInt());
    assertEquals(
        outcomes.getOrDefault("rejected", 0) / 200.0, kpis.path("rejectionRate").asDouble(), 1e-6);
    assertEquals(outcomes.getOrDefault("cancelled", 0), kpis.path("cancelled").asInt());
    assertEquals(outcomes.getOrDefault("no_show", 0), kpis.path("noShows").asInt());
    assertEquals(wait / served, kpis.path("wait_average").asDouble(), 1e-5);
    assertEquals(ride / served, kpis.path("inVehicleTravelTime_mean").asDouble(), 1e-5);
    assertEquals(walk / served, kpis.path("walk_average").asDouble(), 1e-5);
    assertEquals(passengers, kpis.path("passengers").asDouble());
    assertEquals(vehicleKm, kpis.path("totalDistance").asDouble(), 0.01);
    assertEquals(emptyKm / vehicleKm, kpis.path("emptyRatio").asDouble(), 1e-4);
    assertEquals(1, kpis.path("promisesKept").asDouble());
  }

  @Test
  void eventsAgreeWithTheRequests() throws IOException {
    smallDay(folder);
    Map<String, String> last = new HashMap<>();
    Map<String, Integer> served = new HashMap<>();
    String time = "";
    for (String line : Files.readAllLines(folder.resolve("events.ndjson"))) {
      JsonNode event = JSON.readTree(line);
      assertTrue(time.compareTo(event.path("time").asText()) <= 0, line);
      time = event.path("time").asText();
      if (event.has("request_id")) {
        String id = event.path("request_id").asText();
        last.put(id, event.path("type").asText());
        served.merge(
            id, event.path("type").asText().equals("rider_alighted") ? 1 : 0, Integer::sum);
      }
    }
    Map<String, String> ends =
        Map.of(
            "served", "rider_alighted",
            "rejected", "ride_rejected",
            "cancelled", "ride_cancelled",
            "no_show", "rider_no_show");
    for (Map<String, String> row : rows(folder.resolve("requests.csv"))) {
      String id = field(row, "request_id");
      assertEquals(ends.get(field(row, "outcome")), last.get(id), row::toString);
      assertEquals(field(row, "outcome").equals("served") ? 1 : 0, served.get(id));
    }
  }

  @Test
  void theSeedDecidesEveryByte() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Path other = folder.resolve("other");
    smallDay(first);
    ProgramRun run = smallDay(second, "--json");
    smallDay(other, "--seed=2");
    for (String file : FILES) {
      byte[] bytes = Files.readAllBytes(first.resolve(file));
      assertArrayEquals(bytes, Files.readAllBytes(second.resolve(file)), file);
      assertFalse(Arrays.equals(bytes, Files.readAllBytes(other.resolve(file))), file);
    }
    assertEquals(Files.readString(second.resolve("kpis.json")).strip(), run.out().strip());
  }

  @Test
  void aDayReadFromItsOwnTableIsTheSameDay() throws IOException {
    Path made = folder.resolve("made");
    smallDay(made, "--cancel-share=0", "--no-show-share=0", "--incomplete-share=0");
    List<String> columns =
        List.of(
            "request_id",
            "rider_id",
            "request_time",
            "time_type",
            "requested_time",
            "pickup_lat",
            "pickup_lon",
            "drop_off_lat",
            "drop_off_lon",
            "passenger_count",
            "wheelchairs");
    StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, String> row : rows(made.resolve("requests.csv"))) {
      List<String> fields = new ArrayList<>();
      for (String column : columns) {
        String value = field(row, column);
        // Files of requests have whole seconds.
        fields.add(column.endsWith("_time") ? value.replaceFirst("\\..*", "") : value);
      }
      text.append(String.join(",", fields)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("day.csv"), text);
    Path read = folder.resolve("read");
    String[] options = {
      "--vehicles=6", "--cancel-share=0", "--no-show-share=0", "--incomplete-share=0"
    };
    List<String> args = new ArrayList<>(List.of("--demand=" + file));
    args.addAll(List.of(options));
    simulate(read, args.toArray(new String[0]));
    assertEquals(200, kpis(read).path("requests").asInt());
    double rides = kpis(made).path("rides").asDouble();
    assertEquals(rides, kpis(read).path("rides").asDouble(), 0.05 * rides);
    List<Map<String, String>> before = rows(made.resolve("requests.csv"));
    List<Map<String, String>> after = rows(read.resolve("requests.csv"));
    Map<String, Map<String, String>> byId = new HashMap<>();
    after.forEach(row -> byId.put(field(row, "request_id"), row));
    for (Map<String, String> row : before) {
      Map<String, String> again = byId.get(field(row, "request_id"));
      assertTrue(again != null, row::toString);
      for (String column : List.of("rider_id", "pickup_lat", "drop_off_lon", "wheelchairs")) {
        assertEquals(row.get(column), again == null ? "" : again.get(column));
      }
    }
  }

  @Test
  void requestsNobodyCanServeAreRejectedWithTheirReason() throws IOException {
    Path day =
        Files.writeString(
            folder.resolve("day.csv"),
            """
            request_time,pickup_lat,pickup_lon,drop_off_lat,drop_off_lon,passenger_count,wheelchairs
            08:00,57.7002,11.9532,57.7002,11.9532,1,0
            08:01,57.7002,11.9532,57.7006,11.9744,40,0
            08:02,57.7002,11.9532,57.7006,11.9744,3,3
            08:03,56.1000,11.9532,57.7006,11.9744,1,0
            03:04,57.7002,11.9532,57.7006,11.9744,1,0
            """);
    Path out = folder.resolve("out");
    ProgramRun run = simulate(out, "--demand=" + day, "--json");
    List<String> reasons = new ArrayList<>();
    for (Map<String, String> row : rows(out.resolve("requests.csv"))) {
      assertEquals("rejected", field(row, "outcome"));
      assertFalse(field(row, "rejection_detail").isBlank());
      reasons.add(field(row, "rejection_reason"));
    }
    assertEquals(
        List.of(
            "out_of_hours", "booking_rule", "booking_rule", "no_accessible_vehicle", "out_of_area"),
        reasons);
    JsonNode result = JSON.readTree(run.out());
    assertEquals(2, result.path("rejections").path("booking_rule").asInt());
    assertEquals(1, result.path("rejections").path("out_of_area").asInt());
    assertEquals(1, result.path("kpis").path("rejectionRate").asDouble());
    assertTrue(result.path("kpis").path("wait_average").isNull());
  }

  @Test
  void aFleetOfTwoShiftsWithBreaksServesAcrossMidnight() throws IOException {
    Path fleet =
        Files.writeString(
            folder.resolve("fleet.csv"),
            """
            vehicle_id,configurations,shift_start,shift_end,start_stop_id,end_stop_id,\
            break_start,break_end,break_duration,break_stop_id
            a,16/0;12/1,20:30,23:00,v0001,v0002,21:30,22:30,10m,v0002
            a,16/0;12/1,23:30,26:30,v0010,v0001,,,,
            b,8/0,22:00,26:00,v0002,,24:00,,15m,v0003
            """);
    Path out = folder.resolve("night");
    simulate(out, "--fleet=" + fleet, "--requests=150", "--start=22:00", "--end=26:00");
    List<Map<String, String>> vehicles = rows(out.resolve("vehicles.csv"));
    assertEquals(2, vehicles.size());
    assertEquals(10 / 60.0, number(vehicles.get(0), "break_h"), 0.001);
    assertEquals(15 / 60.0, number(vehicles.get(1), "break_h"), 0.001);
    assertEquals("26:30:00", field(vehicles.get(0), "shift_end"));
    assertTrue(number(vehicles.get(0), "rides") > 0 && number(vehicles.get(1), "rides") > 0);
    double late = 0;
    for (Map<String, String> row : rows(out.resolve("requests.csv"))) {
      boolean served = field(row, "outcome").equals("served");
      late += served && seconds(row, "drop_off_time") > 24 * 3600 ? 1 : 0;
    }
    assertTrue(late > 5, late + " rides after midnight");
  }

  @Test
  void oneBusAndOneRequestAreADay() throws IOException {
    simulate(folder, "--requests=1", "--vehicles=1");
    assertEquals(1, rows(folder.resolve("requests.csv")).size());
    assertEquals(1, kpis(folder).path("vehicles").asInt());
  }

  @Test
  void shiftsThatLeaveNoTimeToDriveAreBadInput() throws IOException {
    Path fleet =
        Files.writeString(
            folder.resolve("fleet.csv"),
            """
            vehicle_id,seats,shift_start,shift_end,start_stop_id,end_stop_id
            hasty,8,08:00:00,08:00:01,v0001,v0100
            """);
    ProgramRun.of(
            "simulate",
            "--cache=" + shared.resolve("cache"),
            "--out=" + folder.resolve("out"),
            "--fleet=" + fleet)
        .assertRefused("shifts of vehicle hasty leave no time to drive");
  }

  @Test
  void aFileInPlaceOfTheFolderIsToldBeforeTheDayIsSimulated() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");
    ProgramRun run =
        ProgramRun.of("simulate", "--cache=" + shared.resolve("cache"), "--out=" + file);
    run.assertRefused("--out " + file + ": is no folder");
    assertFalse(run.log().contains("3,000 requests"), run.log());
  }

  @Test
  void sharesThatDoNotFitTogetherAreBadInput() {
    ProgramRun.of(
            "simulate",
            "--cache=" + shared.resolve("cache"),
            "--out=" + folder,
            "--cancel-share=0.7",
            "--no-show-share=0.6")
        .assertRefused("must add up to at most 1, were 0.7 and 0.6");
    ProgramRun.of(
            "simulate",
            "--cache=" + shared.resolve("cache"),
            "--walk-speed=0.001",
            "--out=" + folder)
        .assertRefused("--walk-speed: walking speed must be at least 0.1");
  }

  @Test
  void stopsOnIsletsAreSetAsideByName() throws IOException {
    String map = SharedMaps.find("baengnyeong.osm.pbf");
    Path stops =
        Files.writeString(
            folder.resolve("stops.csv"),
            """
            stop_id,stop_name,stop_lat,stop_lon
            main1,Jinchon,37.950431,124.630070
            main2,South,37.951546,124.626930
            islet,Daecheong,37.836237,124.704618
            """);
    String[] args = {
      "--osm=" + map, "--stops=" + stops, "--requests=20", "--vehicles=2", "--max-walk=1km"
    };
    for (int run = 0; run < 2; run++) {
      String log = simulate(folder.resolve("out"), args).log();
      assertTrue(
          log.contains("1 stop set aside, on a street that is cut off from the others: islet"),
          log);
    }
    assertEquals(20, kpis(folder.resolve("out")).path("requests").asInt());
  }
}
