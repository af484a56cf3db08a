package org.ieum.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON with names in snake case: strict and bounded when read. */
public final class Json {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_TEXT = 8_192;
  private static final int MAX_DIGITS = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT)
                          .maxNameLength(MAX_TEXT)
                          .maxNumberLength(MAX_DIGITS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(new SimpleModule("times").addSerializer(new Rfc3339()))
          .build();

  private Json() {}

  static ObjectMapper mapper() {
    return MAPPER;
  }

  /** The name in JSON of a component of a record. */
  static String nameOf(String component) {
    return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component);
  }

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as JSON. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a body.
   *
   * @throws Refused saying where it is not JSON
   */
  static JsonNode tree(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw Refused.of(400, "malformed JSON" + place + ": " + reason(e));
    } catch (IOException e) {
      // Its first bytes looked like UTF-32.
      throw Refused.of(400, "malformed JSON: it is no UTF-8");
    }
  }

  /** In the parser's words, but where these name classes. */
  private static String reason(JsonProcessingException fault) {
    if (fault instanceof StreamConstraintsException) {
      return "nested deeper than " + MAX_DEPTH + ", or a text longer than " + MAX_TEXT;
    }
    if (fault instanceof MismatchedInputException) {
      return "something follows the end";
    }
    return fault.getOriginalMessage().lines().findFirst().orElse("");
  }
}
