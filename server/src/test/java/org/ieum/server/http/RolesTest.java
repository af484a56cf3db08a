package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, by its own table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RolesTest {
  private static final List<String> ROLES =
      List.of("rider", "driver", "call_agent", "dispatcher", "planner", "admin");
  private final TestServer server = TestServer.one();

  @BeforeAll
  void booking() {
    server.area.desk.add("r1", "v1");
  }

  @AfterAll
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/quotes, rider call_agent dispatcher admin",
    "POST, /v1/journeys, rider call_agent dispatcher admin",
    "POST, /v1/journeys/{journey_id}/confirm, rider call_agent dispatcher admin",
    "POST, /v1/bookings, rider call_agent dispatcher admin",
    "GET, /v1/bookings, rider driver call_agent dispatcher planner admin",
    "GET, /v1/bookings/{booking_id}, rider driver call_agent dispatcher planner admin",
    "GET, /v1/bookings/{booking_id}/events, rider driver call_agent dispatcher planner admin",
    "POST, /v1/bookings/{booking_id}/cancel, rider call_agent dispatcher admin",
    "POST, /v1/bookings/{booking_id}/board, driver dispatcher admin",
    "POST, /v1/bookings/{booking_id}/alight, driver dispatcher admin",
    "POST, /v1/bookings/{booking_id}/no_show, driver dispatcher admin",
    "GET, /v1/riders/{rider_id}, rider call_agent dispatcher admin",
    "PUT, /v1/riders/{rider_id}, rider call_agent dispatcher admin",
    "DELETE, /v1/riders/{rider_id}, rider call_agent dispatcher admin",
    "PATCH, /v1/bookings/{booking_id}, rider call_agent dispatcher admin",
    "GET, /v1/riders, call_agent dispatcher admin",
    "POST, /v1/riders/{rider_id}/lift_restriction, call_agent dispatcher admin",
    "GET, /v1/riders/{rider_id}/passes, rider call_agent dispatcher admin",
    "POST, /v1/riders/{rider_id}/passes, call_agent dispatcher admin",
    "POST, /v1/booking_series, rider call_agent dispatcher admin",
    "GET, /v1/booking_series, rider call_agent dispatcher admin",
    "GET, /v1/booking_series/{series_id}, rider call_agent dispatcher admin",
    "POST, /v1/booking_series/{series_id}/cancel, rider call_agent dispatcher admin",
    "POST, /v1/booking_series/{series_id}/occurrences/{occurrence_date}/cancel,"
        + " rider call_agent dispatcher admin",
    "GET, /v1/scooters, rider driver call_agent dispatcher planner admin",
    "GET, /v1/scooters/{scooter_id}, rider driver call_agent dispatcher planner admin",
    "POST, /v1/scooters/{scooter_id}/reservations, rider call_agent dispatcher admin",
    "GET, /v1/scooter_reservations/{reservation_id}, rider call_agent dispatcher planner admin",
    "POST, /v1/scooter_reservations/{reservation_id}/cancel, rider call_agent dispatcher admin",
    "POST, /v1/scooter_reservations/{reservation_id}/take, rider call_agent dispatcher admin",
    "POST, /v1/scooter_reservations/{reservation_id}/return, rider call_agent dispatcher admin",
    "GET, /v1/vehicles, driver call_agent dispatcher planner admin",
    "GET, /v1/vehicles/{vehicle_id}, driver call_agent dispatcher planner admin",
    "GET, /v1/vehicles/{vehicle_id}/route_plan, driver call_agent dispatcher planner admin",
    "POST, /v1/vehicles/{vehicle_id}/positions, driver dispatcher admin",
    "POST, /v1/vehicles/{vehicle_id}/breakdown, driver dispatcher admin",
    "POST, /v1/vehicles/{vehicle_id}/end_shift, dispatcher admin",
    "POST, /v1/bookings/{booking_id}/reassign, dispatcher admin",
    "GET, /v1/vehicles/{vehicle_id}/driving_record.csv, driver dispatcher planner admin",
    "GET, /v1/drivers/{driver_id}/tasks, driver dispatcher admin",
    "POST, /v1/tasks/{task_id}/arrive, driver dispatcher admin",
    "POST, /v1/tasks/{task_id}/complete, driver dispatcher admin",
    "POST, /v1/tasks/{task_id}/skip, driver dispatcher admin",
    "GET, /v1/areas, rider driver call_agent dispatcher planner admin",
    "GET, /v1/services, rider driver call_agent dispatcher planner admin",
    "GET, /v1/fares, rider driver call_agent dispatcher planner admin",
    "GET, /v1/stops, rider driver call_agent dispatcher planner admin",
    "GET, /v1/stops/{stop_id}, rider driver call_agent dispatcher planner admin",
    "POST, /v1/stops/{stop_id}/close, dispatcher admin",
    "POST, /v1/stops/{stop_id}/reopen, dispatcher admin",
    "GET, /v1/shifts, driver call_agent dispatcher planner admin",
    "POST, /v1/shifts, dispatcher planner admin",
    "GET, /v1/road_speeds, driver call_agent dispatcher planner admin",
    "PUT, /v1/road_speeds, dispatcher admin",
    "POST, /v1/improvements, dispatcher planner admin",
    "GET, /v1/audit_log, dispatcher planner admin",
    "GET, /v1/events, driver call_agent dispatcher planner admin",
    "GET, /metrics, dispatcher planner admin",
  })
  void whoMay(String method, String template, String allowed) {
    String path =
        template
            .replace("{booking_id}", "a-1")
            .replace("{rider_id}", "r1")
            .replace("{vehicle_id}", "v1")
            .replace("{driver_id}", "v1")
            .replace("{task_id}", "a-1:pickup")
            .replace("{series_id}", "a-s1")
            .replace("{occurrence_date}", "2026-03-03")
            .replace("{scooter_id}", "e1")
            .replace("{reservation_id}", "a-r1")
            .replace("{journey_id}", "a-j-r1")
            .replace("{stop_id}", "s1");
    // Wrong in a way that is found after the role: nothing is done.
    String wrong = path + "?wrong=1";
    for (String role : ROLES) {
      int status = server.send(method, wrong, role, "").status();
      boolean may = List.of(allowed.split(" ", -1)).contains(role);
      assertEquals(may ? 400 : 403, status, role);
    }
    Reply nobody = server.send(method, path, "", "").is(401);
    assertEquals("Bearer", nobody.header("WWW-Authenticate"));
    Reply stranger = server.send(method, path, "stranger", "").is(401);
    assertFalse(stranger.body().contains("stranger"), "a key is not said again");
  }

  @ParameterizedTest
  @CsvSource({"/health/live", "/health/ready", "/openapi.json", "/docs"})
  void openToAll(String path) {
    server.get(path, "").is(200);
  }

  @Test
  void theTableNamesAllThatNeedAKey() {
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : server.contract.api().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().has("security")) {
          described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    assertTrue(described.size() > 30);
    Set<String> missing =
        described.stream().filter(name -> !table().contains(name)).collect(Collectors.toSet());
    assertEquals(Set.of(), missing);
  }

  /** What the table of {@link #whoMay} names. */
  private static Set<String> table() {
    try {
      CsvSource source =
          RolesTest.class
              .getDeclaredMethod("whoMay", String.class, String.class, String.class)
              .getAnnotation(CsvSource.class);
      return Arrays.stream(source.value())
          .map(line -> line.split(", ", -1))
          .map(cells -> cells[0] + " " + cells[1])
          .collect(Collectors.toSet());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
