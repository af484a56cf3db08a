package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Party;
import org.ieum.model.TimeType;

/**
 * What a series asks for each time, as its event tells it. Of the places it keeps the nearest stops
 * and the walks to them to the half minute, not the places themselves: these may be homes, and
 * events are never deleted.
 *
 * @param start of the rule, by clocks in the area
 * @param pickups at most {@link #MOST_STOPS}
 * @param dropoffs at most {@link #MOST_STOPS}
 * @param kind code of the kind of riders, "" for adults
 */
record SeriesPlan(
    String id,
    String rider,
    String rrule,
    LocalDateTime start,
    TimeType timeType,
    Party party,
    List<Reach> pickups,
    List<Reach> dropoffs,
    String origin,
    String kind) {
  static final int MOST_STOPS = 3;
  private static final int ROUNDED_TO = 30_000;

  /** A stop and the walk to it, ms. */
  record Reach(String stopId, int walk) {}

  SeriesPlan {
    // Snapshots that were written before there were fares do not have it.
    kind = kind == null ? "" : kind;
    pickups = List.copyOf(pickups);
    dropoffs = List.copyOf(dropoffs);
  }

  /** The stops that are kept of all within reach. */
  static List<Reach> reach(List<CandidatePoint> points, EventText text) {
    return points.stream()
        .sorted(
            Comparator.comparingInt(CandidatePoint::walkDuration)
                .thenComparingInt(CandidatePoint::stopPoint))
        .limit(MOST_STOPS)
        .map(point -> new Reach(text.stopId(point.stopPoint()), rounded(point.walkDuration())))
        .toList();
  }

  private static int rounded(int walk) {
    return (walk + ROUNDED_TO - 1) / ROUNDED_TO * ROUNDED_TO;
  }

  /** The stops that the map still has. */
  static List<CandidatePoint> points(List<Reach> reach, EventText text) {
    List<CandidatePoint> points = new ArrayList<>();
    for (Reach one : reach) {
      if (text.stop(one.stopId()) >= 0) {
        points.add(new CandidatePoint(text.stop(one.stopId()), one.walk()));
      }
    }
    return points;
  }

  void write(ObjectNode data) {
    data.put("series_id", id).put("rider_id", rider).put("rrule", rrule);
    data.put("start", start.toString()).put("time_type", EventText.code(timeType));
    data.put("passenger_count", party.riders()).put("wheelchairs", party.wheelchairs());
    write(data.putArray("pickups"), pickups);
    write(data.putArray("drop_offs"), dropoffs);
    data.put("request_origin", origin);
    if (!kind.isEmpty()) {
      data.put("rider_kind", kind);
    }
  }

  private static void write(ArrayNode array, List<Reach> reach) {
    for (Reach one : reach) {
      array.addObject().put("stop_id", one.stopId()).put("walk_ms", one.walk());
    }
  }

  static SeriesPlan read(JsonNode data) {
    return new SeriesPlan(
        data.path("series_id").asText(),
        data.path("rider_id").asText(),
        data.path("rrule").asText(),
        LocalDateTime.parse(data.path("start").asText()),
        TimeType.valueOf(data.path("time_type").asText().toUpperCase(Locale.ROOT)),
        new Party(data.path("passenger_count").asInt(), data.path("wheelchairs").asInt()),
        reach(data.path("pickups")),
        reach(data.path("drop_offs")),
        data.path("request_origin").asText(),
        data.path("rider_kind").asText());
  }

  private static List<Reach> reach(JsonNode array) {
    List<Reach> reach = new ArrayList<>();
    for (JsonNode one : array) {
      reach.add(new Reach(one.path("stop_id").asText(), one.path("walk_ms").asInt()));
    }
    return reach;
  }
}
