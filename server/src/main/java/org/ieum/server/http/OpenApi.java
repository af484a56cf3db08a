package org.ieum.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ieum.server.api.Problem;

/** The description of the API (OpenAPI 3.1), made of the table of endpoints. */
final class OpenApi {
  private static final String SECURITY = "key";

  private final Schemas schemas = new Schemas();
  private final ObjectNode document = Json.mapper().createObjectNode();

  private OpenApi() {}

  /** Describes all endpoints. */
  static ObjectNode describe(List<Endpoint> endpoints) {
    OpenApi api = new OpenApi();
    api.begin();
    for (Endpoint endpoint : endpoints) {
      api.add(endpoint);
    }
    return api.end();
  }

  private void begin() {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Ieum")
        .put("version", "1")
        .put(
            "description", "Rides on demand: quotes, bookings, vehicles and what becomes of them.");
    document.putObject("paths");
  }

  private void add(Endpoint endpoint) {
    ObjectNode operation =
        document
            .withObjectProperty("paths")
            .withObjectProperty(endpoint.path())
            .putObject(endpoint.method().toLowerCase(Locale.ROOT));
    operation.put("operationId", name(endpoint));
    operation.put("summary", endpoint.summary());
    operation.putArray("tags").add(tag(endpoint));
    if (!endpoint.isOpen()) {
      String roles =
          endpoint.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", "));
      operation.put("description", "For " + roles + ".");
      operation.putArray("security").addObject().putArray(SECURITY);
    }
    ArrayNode parameters = operation.putArray("parameters");
    for (Parameter parameter : endpoint.parameters()) {
      ObjectNode node = parameters.addObject();
      node.put("name", parameter.name()).put("in", parameter.in());
      node.put("required", parameter.required()).put("description", parameter.description());
      node.set("schema", Schemas.parameter(parameter.name()));
    }
    addBody(endpoint, operation);
    addResponses(endpoint, operation.putObject("responses"));
  }

  private void addBody(Endpoint endpoint, ObjectNode operation) {
    Class<?> request = endpoint.request();
    if (request != null) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      ObjectNode content = body.putObject("content").putObject(Answer.JSON);
      content.set("schema", schemas.reference(request));
    }
  }

  private void addResponses(Endpoint endpoint, ObjectNode responses) {
    ObjectNode good = responses.putObject(Integer.toString(endpoint.status()));
    good.put("description", endpoint.status() == 204 ? "Done" : "The answer");
    Class<?> response = endpoint.response();
    if (response != null) {
      ObjectNode content = good.putObject("content").putObject(Answer.JSON);
      content.set("schema", schemas.reference(response));
    } else if (endpoint.status() != 204) {
      ObjectNode content = good.putObject("content").putObject(endpoint.produces());
      content.putObject("schema").put("type", "string");
    }
    if (endpoint.refusals().contains(304)) {
      responses.putObject("304").put("description", "The version that is known is the last");
    }
    for (int status : endpoint.problems()) {
      ObjectNode node = responses.putObject(Integer.toString(status));
      node.put("description", Problems.TITLES.getOrDefault(status, ""));
      ObjectNode content = node.putObject("content").putObject(Answer.PROBLEM);
      content.set("schema", schemas.reference(Problem.class));
    }
  }

  private ObjectNode end() {
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas.definitions());
    components
        .putObject("securitySchemes")
        .putObject(SECURITY)
        .put("type", "http")
        .put("scheme", "bearer");
    return document;
  }

  /** Such as get_bookings_by_booking_id. */
  private static String name(Endpoint endpoint) {
    String path = endpoint.path().replaceFirst("^/v1", "").replace("{", "by_").replace("}", "");
    return endpoint.method().toLowerCase(Locale.ROOT) + path.replaceAll("[/.]", "_");
  }

  static String tag(Endpoint endpoint) {
    String path = endpoint.path();
    return path.startsWith("/v1/") ? path.split("/", -1)[2] : "system";
  }
}
