package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One operation of a server, as its OpenAPI document describes it.
 *
 * @param roles who may; empty when no key is needed
 * @param parameters of path, query and headers
 * @param body fields of the body, perhaps none
 */
record ApiOperation(
    String method, String path, Set<String> roles, List<Field> parameters, List<Field> body) {
  /** The roles of the API. */
  static final List<String> ROLES =
      List.of("rider", "driver", "call_agent", "dispatcher", "planner", "admin");

  ApiOperation {
    roles = Set.copyOf(roles);
    parameters = List.copyOf(parameters);
    body = List.copyOf(body);
  }

  /**
   * A parameter or a field of the body.
   *
   * @param in path, query, header or body
   * @param schema of its value
   */
  record Field(String name, String in, boolean required, JsonNode schema) {
    /** The JSON type, "" when any. */
    String type() {
      JsonNode type = schema.path("type");
      return type.isArray() ? type.path(0).asText() : type.asText();
    }

    /** The words among which one must be chosen, perhaps none. */
    List<String> choices() {
      String pattern = schema.path("pattern").asText();
      boolean lists = pattern.matches("\\^\\([a-z_|]+\\)\\$");
      return lists
          ? List.of(pattern.substring(2, pattern.length() - 2).split("\\|", -1))
          : List.of();
    }
  }

  boolean takesBody() {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }

  boolean mayBeUsedBy(String role) {
    return roles.isEmpty() || roles.contains(role);
  }

  /** All operations of a document. */
  static List<ApiOperation> all(JsonNode api) {
    List<ApiOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        operations.add(operation(api, one.getKey(), path.getKey(), one.getValue()));
      }
    }
    return operations;
  }

  private static ApiOperation operation(JsonNode api, String verb, String path, JsonNode node) {
    Set<String> roles = new HashSet<>();
    if (node.has("security")) {
      for (String word : node.path("description").asText().split("[ ,.]+", -1)) {
        if (ROLES.contains(word)) {
          roles.add(word);
        }
      }
    }
    List<Field> parameters = new ArrayList<>();
    for (JsonNode one : node.path("parameters")) {
      parameters.add(
          new Field(
              one.path("name").asText(),
              one.path("in").asText(),
              one.path("required").asBoolean(),
              one.path("schema")));
    }
    JsonNode content = node.path("requestBody").path("content").path("application/json");
    JsonNode schema = resolved(api, content.path("schema"));
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    List<Field> body = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      body.add(
          new Field(
              field.getKey(),
              "body",
              required.contains(field.getKey()),
              resolved(api, field.getValue())));
    }
    return new ApiOperation(verb.toUpperCase(Locale.ROOT), path, roles, parameters, body);
  }

  private static JsonNode resolved(JsonNode api, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#/") ? api.at(reference.substring(1)) : schema;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
