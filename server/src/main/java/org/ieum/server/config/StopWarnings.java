package org.ieum.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.clip.JsonFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people should know about the stop points of a prepared area, whenever it was prepared. */
public final class StopWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(StopWarnings.class);

  private StopWarnings() {}

  /** Names stops that are not used, and says when the number of stops was limited. */
  public static void log(Path prepared) {
    Path report = prepared.resolve(AreaPreparation.REPORT);
    JsonNode stops = JsonFile.read(report).path("stops");
    stops.path("dropped").properties().forEach(StopWarnings::logDropped);
    if (stops.path("count").asInt() < 2) {
      LOG.warn("there is only one stop, and rides need two");
    }
    if (stops.path("limit_reached").asBoolean()) {
      LOG.warn(
          "the limit of {} stops was reached, more would cover more; see --max-stops or choose a"
              + " smaller area",
          stops.path("count").asInt());
    }
  }

  private static void logDropped(Map.Entry<String, JsonNode> reason) {
    StringJoiner ids = new StringJoiner(", ");
    reason.getValue().forEach(id -> ids.add(id.asText()));
    int count = reason.getValue().size();
    LOG.warn("{} {} set aside, {}: {}", count, count == 1 ? "stop" : "stops", reason.getKey(), ids);
  }
}
