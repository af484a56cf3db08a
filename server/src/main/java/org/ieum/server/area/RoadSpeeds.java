package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * All roads that are closed or driven at another speed than usual.
 *
 * @param speeds of them
 * @param reason for the record
 * @param since ms since 1970, UTC; 0 when all have always been as usual
 */
record RoadSpeeds(List<RoadSpeed> speeds, String reason, long since) {
  static final RoadSpeeds USUAL = new RoadSpeeds(List.of(), "", 0);

  RoadSpeeds {
    speeds = List.copyOf(speeds);
  }

  /** Whether somebody asks for what holds already. */
  boolean isAs(RoadSpeeds asked) {
    return speeds.equals(asked.speeds) && reason.equals(asked.reason);
  }

  RoadSpeeds from(long utc) {
    return new RoadSpeeds(speeds, reason, utc);
  }

  ObjectNode write() {
    ObjectNode data = EventText.object();
    ArrayNode list = data.putArray("speeds");
    speeds.forEach(speed -> speed.write(list.addObject()));
    return data.put("reason", reason);
  }

  /** Reads what {@link #write} wrote. */
  static RoadSpeeds read(JsonNode data, long since) {
    List<RoadSpeed> speeds = new ArrayList<>();
    data.path("speeds").forEach(speed -> speeds.add(RoadSpeed.read(speed)));
    return new RoadSpeeds(speeds, data.path("reason").asText(), since);
  }
}
