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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days on which riders choose among journeys, through the command line, judged by their files. */
final class SimulateJourneysTest extends SimulatedDays {
  private static final List<String> MODES = List.of("drt", "transit", "scooter");

  private void choosingDay(Path out, int trips, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("--journeys", "--requests=" + trips, "--vehicles=6", "--scooters=120"));
    args.addAll(List.of(more));
    simulate(out, args.toArray(new String[0]));
  }

  @Test
  void aDayRepeatsItselfAndItsFiguresAddUp() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    choosingDay(first, 400);
    choosingDay(second, 400);
    List<String> files = new ArrayList<>(FILES);
    files.addAll(List.of("journeys.csv", "scooters.csv"));
    for (String file : files) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
    }
    List<Map<String, String>> journeys = rows(first.resolve("journeys.csv"));
    assertEquals(400, journeys.size());
    JsonNode kpis = kpis(first);
    checkOutcomes(journeys, kpis);
    checkMixes(journeys, kpis);
    checkRides(journeys, rows(first.resolve("requests.csv")));
    checkScooters(journeys, rows(first.resolve("scooters.csv")), kpis);
    assertEquals(0, kpis.path("journeysInfeasible").asInt(-1));
    assertEquals(1, kpis.path("promisesKept").asDouble());
    String report = Files.readString(first.resolve("report.html"));
    assertTrue(report.contains("Mode shares") && report.contains("Last mile"));
  }

  private static void checkOutcomes(List<Map<String, String>> journeys, JsonNode kpis) {
    Map<String, Integer> outcomes = new HashMap<>();
    for (Map<String, String> row : journeys) {
      outcomes.merge(field(row, "outcome"), 1, Integer::sum);
      assertEquals(
          field(row, "outcome").equals("no_way"), field(row, "legs").isEmpty(), row::toString);
      if (field(row, "outcome").equals("arrived")) {
        assertTrue(seconds(row, "arrival_time") > seconds(row, "departure_time"), row::toString);
        assertTrue(seconds(row, "departure_time") >= seconds(row, "request_time"), row::toString);
        assertEquals("", field(row, "failure_cause"));
      }
    }
    assertEquals(outcomes.getOrDefault("arrived", 0), kpis.path("journeysMade").asInt());
    assertEquals(outcomes.getOrDefault("given_up", 0), kpis.path("journeysGivenUp").asInt());
    assertEquals(outcomes.getOrDefault("stranded", 0), kpis.path("journeysStranded").asInt());
    assertEquals(
        outcomes.getOrDefault("no_way", 0) / 400.0, kpis.path("journeysNoWay").asDouble(), 1e-6);
    assertEquals(0, outcomes.getOrDefault("under_way", 0));
    assertTrue(outcomes.getOrDefault("arrived", 0) > 300, outcomes::toString);
  }

  private static void checkMixes(List<Map<String, String>> journeys, JsonNode kpis) {
    Map<String, Integer> mixes = new HashMap<>();
    int made = 0;
    for (Map<String, String> row : journeys) {
      if (!field(row, "modes").isEmpty()) {
        mixes.merge(field(row, "modes"), 1, Integer::sum);
        made++;
      }
    }
    double sum = 0;
    for (Map.Entry<String, Integer> mix : mixes.entrySet()) {
      double share = kpis.path("modeShare_" + mix.getKey().replace('+', '_')).asDouble(-1);
      assertEquals((double) mix.getValue() / made, share, 1e-6, mix.getKey());
      sum += share;
    }
    assertEquals(1, sum, 1e-4);
    for (String mode : MODES) {
      assertTrue(mixes.keySet().stream().anyMatch(mix -> mix.contains(mode)), mixes::toString);
    }
  }

  /** Each ride by bus is that of one journey, and it arrives where the journey goes on. */
  private static void checkRides(
      List<Map<String, String>> journeys, List<Map<String, String>> requests) {
    Map<String, Map<String, String>> byId = new HashMap<>();
    for (Map<String, String> request : requests) {
      byId.put(field(request, "request_id"), request);
    }
    Set<String> used = new HashSet<>();
    for (Map<String, String> row : journeys) {
      String ids = field(row, "request_ids");
      List<String> rides = ids.isEmpty() ? List.of() : List.of(ids.split("\\+", -1));
      long legs =
          List.of(field(row, "legs").split("\\+", -1)).stream()
              .filter(leg -> leg.equals("drt"))
              .count();
      assertEquals(legs, rides.size(), row::toString);
      for (String id : rides) {
        assertTrue(used.add(id), id);
        Map<String, String> request = byId.getOrDefault(id, Map.of());
        assertEquals(field(row, "rider_id"), field(request, "rider_id"));
        if (field(row, "outcome").equals("arrived")) {
          assertEquals("served", field(request, "outcome"));
          assertEquals("true", field(request, "promise_kept"));
          assertTrue(seconds(request, "drop_off_time") <= seconds(row, "arrival_time"));
        }
      }
    }
    for (Map<String, String> request : requests) {
      boolean isOfJourney = used.contains(field(request, "request_id"));
      assertTrue(isOfJourney || field(request, "outcome").equals("cancelled"), request::toString);
    }
  }

  /** No scooter is ridden by two at once, leaves where it was not, or goes further than it can. */
  private static void checkScooters(
      List<Map<String, String>> journeys, List<Map<String, String>> rides, JsonNode kpis) {
    assertEquals(rides.size(), kpis.path("scooterRides").asInt());
    assertFalse(rides.isEmpty());
    Map<String, Map<String, String>> last = new HashMap<>();
    Map<String, Integer> perTrip = new HashMap<>();
    for (Map<String, String> ride : rides) {
      assertTrue(number(ride, "range_left_m") >= 0, ride::toString);
      Map<String, String> before = last.put(field(ride, "scooter_id"), ride);
      if (before != null) {
        assertTrue(seconds(before, "end_time") <= seconds(ride, "start_time"), ride::toString);
        assertEquals(field(before, "to_lat"), field(ride, "from_lat"));
        assertEquals(field(before, "to_lon"), field(ride, "from_lon"));
        assertEquals(
            number(before, "range_left_m") - number(ride, "distance_m"),
            number(ride, "range_left_m"));
      }
      perTrip.merge(field(ride, "trip_id"), 1, Integer::sum);
    }
    assertTrue(last.size() <= 120, () -> last.size() + " scooters of 120");
    assertTrue(rides.size() > last.size(), "no scooter is used twice");
    for (Map<String, String> row : journeys) {
      if (field(row, "outcome").equals("arrived")) {
        long legs =
            List.of(field(row, "legs").split("\\+", -1)).stream()
                .filter(leg -> leg.equals("scooter"))
                .count();
        assertEquals(legs, perTrip.getOrDefault(field(row, "trip_id"), 0).longValue());
      }
    }
  }

  @Test
  void whatRushHoursSpoilIsToldToRiders() throws IOException {
    StringBuilder speeds = new StringBuilder("road_class,factor,from\n");
    for (String change : List.of("0.3,07:30", "1,09:30", "0.3,16:00", "1,18:30")) {
      for (String road : List.of("primary", "secondary", "tertiary", "residential")) {
        speeds.append(road).append(',').append(change).append('\n');
      }
    }
    Path file = Files.writeString(folder.resolve("speeds.csv"), speeds);
    choosingDay(folder.resolve("rush"), 1500, "--speed-factors=" + file);
    JsonNode kpis = kpis(folder.resolve("rush"));
    assertTrue(kpis.path("promisesBroken").asInt() > 0, kpis::toString);
    assertEquals(0, kpis.path("journeysInfeasible").asInt(-1));
    boolean isTold = false;
    for (Map<String, String> row : rows(folder.resolve("rush").resolve("journeys.csv"))) {
      isTold |= field(row, "failure_cause").equals("delay");
    }
    assertTrue(isTold);
  }

  @Test
  void faresCount() throws IOException {
    Path fares =
        Files.writeString(
            folder.resolve("fares.yaml"),
            """
            currency: SEK
            tariffs:
              - {service: on_demand, base: 2000}
              - {service: scooter, base: 700}
            """);
    choosingDay(folder.resolve("paid"), 400, "--fares=" + fares);
    assertTrue(kpis(folder.resolve("paid")).path("journeyFare_average").asDouble() > 0);
    for (Map<String, String> row : rows(folder.resolve("paid").resolve("journeys.csv"))) {
      if (field(row, "modes").equals("drt")) {
        assertTrue(number(row, "fare") >= 2000, row::toString);
      } else if (field(row, "modes").equals("scooter")) {
        assertEquals(700, number(row, "fare"), row::toString);
      }
    }
  }

  @Test
  void aPlainDayKnowsNothingOfJourneys() throws IOException {
    smallDay(folder);
    assertFalse(Files.exists(folder.resolve("journeys.csv")));
    String kpis = Files.readString(folder.resolve("kpis.json"));
    for (String word : List.of("journeys", "scooters", "gtfs", "fares")) {
      assertFalse(kpis.contains(word), word);
    }
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    ProgramRun.of("simulate", "--scooters=5", "--out=" + folder)
        .assertRefused("--gtfs, --scooters and --fares need --journeys");
    ProgramRun.of("simulate", "--journeys", "--scooters=-1", "--out=" + folder)
        .assertRefused("--scooters must be from 0 to 10000, was -1");
  }
}
