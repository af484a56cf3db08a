package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the server says of itself, to hold its answers against. */
final class Contract {
  private final JsonNode api;
  private final Map<String, JsonSchema> schemas = new HashMap<>();
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  Contract(JsonNode api) {
    this.api = api;
  }

  JsonNode api() {
    return api;
  }

  /** Fails unless status, content type and body are as described. */
  void check(String method, String target, HttpResponse<String> response) {
    String what = method + " " + target + " -> " + response.statusCode() + " " + response.body();
    assertFalse(response.headers().firstValue("X-Request-Id").orElse("").isEmpty(), what);
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
    String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    JsonNode operation = operation(method, target.split("\\?", 2)[0]);
    if (operation.isMissingNode()) {
      assertTrue(Set.of(404, 405).contains(response.statusCode()), what);
      validate(what, "#/components/schemas/Problem", response.body());
      return;
    }
    JsonNode described = operation.path("responses").path("" + response.statusCode());
    assertFalse(described.isMissingNode(), what);
    JsonNode content = described.path("content");
    if (content.isMissingNode() || method.equals("HEAD")) {
      assertEquals("", response.body(), what);
      return;
    }
    String key = content.fieldNames().next();
    assertEquals(key.split(";", 2)[0], type, what);
    String reference = content.path(key).path("schema").path("$ref").asText();
    if (!reference.isEmpty()) {
      validate(what, reference, response.body());
    }
  }

  private void validate(String what, String reference, String body) {
    Set<ValidationMessage> faults = schema(reference).validate(Reply.tree(body));
    assertTrue(faults.isEmpty(), what + ": " + faults);
  }

  private JsonSchema schema(String reference) {
    return schemas.computeIfAbsent(
        reference,
        name -> {
          ObjectNode root = Json.mapper().createObjectNode();
          root.put("$ref", name);
          root.set("components", api.path("components"));
          return factory.getSchema(
              root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        });
  }

  /** The description of an operation; a missing node when there is none. */
  private JsonNode operation(String method, String path) {
    for (Map.Entry<String, JsonNode> entry : api.path("paths").properties()) {
      if (path.matches(entry.getKey().replaceAll("\\{[a-z_]+}", "[^/]+").replace(".", "\\."))) {
        String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return entry.getValue().path(verb);
      }
    }
    return api.path("nothing");
  }
}
