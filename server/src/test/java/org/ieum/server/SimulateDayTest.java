package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole days on the embedded map through the command line, judged by the files alone. */
final class SimulateDayTest {
  private static final List<String> FILES =
      List.of("kpis.json", "requests.csv", "vehicles.csv", "events.ndjson", "report.html");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path shared = Path.of("");

  @TempDir Path folder = Path.of("");

  private ProgramRun simulate(Path out, String... more) {
    List<String> args =
        new ArrayList<>(List.of("simulate", "--cache=" + shared.resolve("cache"), "--out=" + out));
    args.addAll(Arrays.asList(more));
    ProgramRun run = ProgramRun.of(args.toArray(new String[0]));
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.err());
    return run;
  }

  private ProgramRun smallDay(Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("--requests=200", "--vehicles=6"));
    args.addAll(Arrays.asList(more));
    return simulate(out, args.toArray(new String[0]));
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file.toFile())) {
      return rows.readAll();
    }
  }

  private static String field(Map<String, String> row, String name) {
    String value = row.get(name);
    assertTrue(value != null, () -> "no " + name + " in " + row);
    return String.valueOf(value);
  }

  private static double number(Map<String, String> row, String name) {
    return Double.parseDouble(field(row, name));
  }

  private static double seconds(Map<String, String> row, String name) {
    String[] parts = field(row, name).split(":", -1);
    return Integer.parseInt(parts[0]) * 3600.0
        + Integer.parseInt(parts[1]) * 60.0
        + Double.parseDouble(parts[2]);
  }

  private static JsonNode kpis(Path out) throws IOException {
    return JSON.readTree(out.resolve("kpis.json").toFile()).path("kpis");
  }

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
      if (event.path("type").asText().equals("promise_broken")) {
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
