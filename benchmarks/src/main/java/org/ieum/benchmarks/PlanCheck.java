package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks whether bookings and route plans, as the API tells them, fit together: each live booking is
 * picked up once and set down later by one vehicle, loads are what the bookings say and fit in,
 * times run forward and keep what was promised, and nothing that is over is in a route.
 */
final class PlanCheck {
  private final Map<String, JsonNode> bookings = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  /** Bookings that a vehicle sets down. */
  private final Set<String> served = new HashSet<>();

  private final boolean keepsPromises;

  private PlanCheck(boolean keepsPromises) {
    this.keepsPromises = keepsPromises;
  }

  /**
   * What is wrong, nothing when all is well.
   *
   * @param live bookings that are not over
   * @param plans of all vehicles
   */
  static List<String> faults(List<JsonNode> live, List<JsonNode> plans) {
    return faults(live, plans, /* keepsPromises= */ true);
  }

  /**
   * The same.
   *
   * @param keepsPromises whether plans may break none
   */
  static List<String> faults(List<JsonNode> live, List<JsonNode> plans, boolean keepsPromises) {
    PlanCheck check = new PlanCheck(keepsPromises);
    check.checkRiders(live);
    plans.forEach(check::checkPlan);
    for (String booking : check.bookings.keySet()) {
      if (!check.served.contains(booking)) {
        check.faults.add("live booking " + booking + " is in no route");
      }
    }
    return check.faults;
  }

  private void checkRiders(List<JsonNode> live) {
    Set<String> riders = new HashSet<>();
    for (JsonNode booking : live) {
      bookings.put(booking.path("booking_id").asText(), booking);
      if (!riders.add(booking.path("rider_id").asText())) {
        faults.add("rider " + booking.path("rider_id").asText() + " has two live bookings");
      }
    }
  }

  private void checkPlan(JsonNode plan) {
    String vehicle = plan.path("vehicle_id").asText();
    Map<String, OffsetDateTime> aboard = new HashMap<>();
    addThoseAboard(plan, aboard);
    OffsetDateTime last = OffsetDateTime.MIN;
    for (JsonNode stop : plan.path("stops")) {
      OffsetDateTime arrival = time(stop, "arrival_time");
      OffsetDateTime departure =
          stop.hasNonNull("departure_time") ? time(stop, "departure_time") : arrival;
      for (JsonNode id : stop.path("alighting")) {
        alight(vehicle, id.asText(), arrival, aboard);
      }
      for (JsonNode id : stop.path("boarding")) {
        board(vehicle, id.asText(), arrival, departure, aboard);
      }
      checkLoad(vehicle, stop, aboard.keySet());
      if (arrival.isBefore(last) || departure.isBefore(arrival)) {
        faults.add(vehicle + " goes back in time at " + stop);
      }
      last = departure;
    }
    aboard.keySet().forEach(id -> faults.add(vehicle + " never sets down " + id));
  }

  /** Those whose pickup has been: they have none in the plan. */
  private void addThoseAboard(JsonNode plan, Map<String, OffsetDateTime> aboard) {
    Set<String> boarding = new HashSet<>();
    for (JsonNode stop : plan.path("stops")) {
      stop.path("boarding").forEach(id -> boarding.add(id.asText()));
    }
    for (JsonNode stop : plan.path("stops")) {
      for (JsonNode node : stop.path("alighting")) {
        JsonNode booking = bookings.get(node.asText());
        if (!boarding.contains(node.asText()) && booking != null) {
          aboard.put(node.asText(), OffsetDateTime.MIN);
          if (!booking.path("state").asText().equals("onboard")) {
            faults.add(node.asText() + " has no pickup and is " + booking.path("state").asText());
          }
        }
      }
    }
  }

  private void board(
      String vehicle,
      String id,
      OffsetDateTime arrival,
      OffsetDateTime departure,
      Map<String, OffsetDateTime> aboard) {
    JsonNode booking = bookings.get(id);
    if (booking == null) {
      faults.add(vehicle + " picks up " + id + ", which is not live");
      return;
    }
    if (aboard.put(id, departure) != null || served.contains(id)) {
      faults.add(id + " is picked up twice");
    }
    if (keepsPromises && arrival.isAfter(time(booking, "pickup_window_end"))) {
      faults.add(id + " is picked up too late, at " + arrival);
    }
  }

  private void alight(
      String vehicle, String id, OffsetDateTime arrival, Map<String, OffsetDateTime> aboard) {
    JsonNode booking = bookings.get(id);
    OffsetDateTime from = aboard.remove(id);
    if (booking == null || from == null) {
      faults.add(vehicle + " sets down " + id + ", who is not aboard or not live");
      return;
    }
    if (!served.add(id)) {
      faults.add(id + " is set down twice");
    }
    if (!booking.path("vehicle_id").asText().equals(vehicle)) {
      faults.add(id + " is in " + vehicle + " and not in " + booking.path("vehicle_id").asText());
    }
    if (keepsPromises && arrival.isAfter(time(booking, "latest_drop_off_time"))) {
      faults.add(id + " is set down too late, at " + arrival);
    }
    // Durations are told in whole seconds.
    long longest = booking.path("max_ride_duration").asLong() + 1;
    if (keepsPromises
        && !from.equals(OffsetDateTime.MIN)
        && from.plusSeconds(longest).isBefore(arrival)) {
      faults.add(id + " rides too long, from " + from + " to " + arrival);
    }
  }

  private void checkLoad(String vehicle, JsonNode stop, Set<String> aboard) {
    int riders = stop.path("riders").asInt();
    int wheelchairs = stop.path("wheelchairs").asInt();
    int booked = 0;
    int bookedWheelchairs = 0;
    for (String id : aboard) {
      JsonNode booking = bookings.get(id);
      booked += booking == null ? 0 : booking.path("passenger_count").asInt();
      bookedWheelchairs += booking == null ? 0 : booking.path("wheelchairs").asInt();
    }
    if (riders != booked || wheelchairs != bookedWheelchairs) {
      faults.add(
          vehicle
              + " carries "
              + riders
              + "+"
              + wheelchairs
              + " behind "
              + stop
              + " but "
              + booked
              + "+"
              + bookedWheelchairs
              + " are booked");
    }
    boolean fits = wheelchairs == 0 ? riders <= 16 : wheelchairs <= 1 && riders <= 12;
    if (!fits || riders < 0 || wheelchairs < 0) {
      faults.add(vehicle + " carries " + riders + "+" + wheelchairs + " behind " + stop);
    }
  }

  private static OffsetDateTime time(JsonNode node, String name) {
    return OffsetDateTime.parse(node.path(name).asText());
  }
}
