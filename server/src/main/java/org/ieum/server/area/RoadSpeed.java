package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ieum.road.RoadClass;
import org.ieum.road.SpeedFactors;
import org.ieum.server.api.RoadSpeedInput;

/**
 * How roads are driven, as a client asked, with the road that this is about.
 *
 * @param edge number of the road, or {@link #NONE} for a class
 * @param forward whether it holds from the base node of the edge
 * @param backward whether it holds to the base node
 */
record RoadSpeed(RoadSpeedInput asked, int edge, boolean forward, boolean backward) {
  static final int NONE = -1;

  /** Adds the factor to those of other roads. */
  void addTo(SpeedFactors.Builder factors) {
    if (edge == NONE) {
      factors.roadClass(roadClass(), asked.speedFactor());
    }
    if (forward) {
      factors.forward(edge, asked.speedFactor());
    }
    if (backward) {
      factors.backward(edge, asked.speedFactor());
    }
  }

  /** The class that it is about. */
  private RoadClass roadClass() {
    return RoadClass.find(String.valueOf(asked.roadClass())).orElseThrow();
  }

  void write(ObjectNode data) {
    if (edge == NONE) {
      data.put("road_class", asked.roadClass());
    } else {
      data.put("lat", asked.lat()).put("lon", asked.lon());
      if (asked.heading() != null) {
        data.put("heading", asked.heading());
      }
      data.put("edge", edge).put("forward", forward).put("backward", backward);
    }
    data.put("speed_factor", asked.speedFactor());
  }

  /** Reads what {@link #write} wrote. */
  static RoadSpeed read(JsonNode data) {
    boolean isRoad = data.has("edge");
    RoadSpeedInput asked =
        new RoadSpeedInput(
            isRoad ? null : data.path("road_class").asText(),
            isRoad ? data.path("lat").asDouble() : null,
            isRoad ? data.path("lon").asDouble() : null,
            data.has("heading") ? data.path("heading").asInt() : null,
            data.path("speed_factor").asDouble());
    return new RoadSpeed(
        asked,
        isRoad ? data.path("edge").asInt() : NONE,
        data.path("forward").asBoolean(),
        data.path("backward").asBoolean());
  }
}
