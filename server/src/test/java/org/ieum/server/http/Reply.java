package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** An answer, to be looked at. */
record Reply(HttpResponse<String> response) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  JsonNode json() {
    return tree(body());
  }

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  String text(String field) {
    return json().path(field).asText();
  }

  /** Fails unless the status is this one. */
  Reply is(int status) {
    assertEquals(status, status(), body());
    return this;
  }

  /** Fails unless it is a problem of this status with this detail. */
  Reply isProblem(int status, String detail) {
    is(status);
    assertEquals(detail, text("detail"));
    return this;
  }

  /** Fails unless it is a wrong request about this field with this value. */
  Reply isFault(String field, String value, String message) {
    is(400);
    JsonNode error = json().path("errors").path(0);
    assertEquals(field, error.path("field").asText(), body());
    assertEquals(value, error.path("value").isNull() ? "" : error.path("value").asText(), body());
    assertEquals(message, error.path("message").asText(), body());
    return this;
  }
}
