package org.ieum.server.gbfs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.ieum.progress.InputException;

/**
 * One file of a system, with what all of them say.
 *
 * @param label path or URL, for people
 * @param dialect by its version
 * @param lastUpdated when its content was so
 * @param ttl after which it is worth another look; may be none
 * @param data its content
 */
record GbfsFile(String label, Dialect dialect, Instant lastUpdated, Duration ttl, JsonNode data) {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Understands a file.
   *
   * @throws InputException when it is no JSON, has no known version, or lacks what all files have
   */
  static GbfsFile parse(String label, byte[] bytes) {
    JsonNode root = json(label, bytes);
    String version = root.path("version").asText("");
    Dialect dialect =
        Dialect.find(version)
            .orElseThrow(
                () ->
                    new InputException(
                        label
                            + ": version must be 2.2, 2.3, 3.0 or 3.1, was "
                            + (version.isEmpty() ? "missing" : "'" + version + "'")));
    JsonNode data = root.path("data");
    if (!data.isObject()) {
      throw new InputException(label + ": data must be an object, was " + shown(data));
    }
    JsonNode ttl = root.path("ttl");
    if (!ttl.canConvertToInt() || ttl.asInt() < 0) {
      throw new InputException(label + ": ttl must be seconds, 0 or more, was " + shown(ttl));
    }
    Instant updated = lastUpdated(label, dialect, root.path("last_updated"));
    return new GbfsFile(label, dialect, updated, Duration.ofSeconds(ttl.asInt()), data);
  }

  private static JsonNode json(String label, byte[] bytes) {
    if (bytes.length == 0) {
      throw new InputException(label + ": the file is empty");
    }
    try {
      JsonNode root = MAPPER.readTree(bytes);
      if (!root.isObject()) {
        throw new InputException(label + ": must be a JSON object, was " + shown(root));
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new InputException(label + " line " + line + ": is no JSON: " + reason);
    } catch (IOException e) {
      throw new InputException(label + ": is no JSON: " + e.getMessage());
    }
  }

  private static Instant lastUpdated(String label, Dialect dialect, JsonNode value) {
    boolean isTwo = dialect == Dialect.TWO;
    try {
      if (isTwo && value.isIntegralNumber() && value.canConvertToLong()) {
        return Instant.ofEpochSecond(value.asLong());
      }
      if (!isTwo && value.isTextual()) {
        return OffsetDateTime.parse(value.asText()).toInstant();
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new InputException(
        label
            + ": last_updated must be "
            + (isTwo ? "seconds since 1970" : "a time like 2026-07-04T13:33:03Z")
            + ", was "
            + shown(value));
  }

  /** A value as people read it, not too long. */
  static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "missing" : value.toString();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
