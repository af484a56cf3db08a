package org.ieum.server.figures;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;

/** What is known of a ride that is not over. Times are ms since 1970; 0 when not known. */
final class UnderWay {
  final long windowStart;
  final long latestDropOff;
  final long toldPickup;
  final long toldDropOff;

  /** The promises that are at risk, by what they are about. */
  final Set<String> atRisk = new HashSet<>();

  int riders;
  boolean isAboard;

  /** Stays when a rider has to change the vehicle. */
  boolean hasBoarded;

  boolean isBroken;

  /** As confirmed. */
  UnderWay(JsonNode data) {
    riders = riders(data);
    windowStart = time(data, "pickup_window_start");
    latestDropOff = time(data, "latest_drop_off_time");
    toldPickup = time(data, "planned_pickup_time");
    toldDropOff = time(data, "planned_drop_off_time");
  }

  /** Riders and wheelchairs of a party that an event tells. */
  static int riders(JsonNode data) {
    return data.path("passenger_count").asInt() + data.path("wheelchairs").asInt();
  }

  private static long time(JsonNode data, String field) {
    try {
      return OffsetDateTime.parse(data.path(field).asText()).toInstant().toEpochMilli();
    } catch (DateTimeParseException e) {
      return 0;
    }
  }
}
