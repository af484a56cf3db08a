package org.ieum.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ieum.server.journal.AnswerKey;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one endpoint: nothing unknown, everything within its bounds. */
final class CallReader {
  /** Largest body, bytes. */
  static final int MAX_BODY = 64 * 1024;

  /** For endpoints without a body, which may still be sent {@code {}}. */
  private record Nothing() {}

  private final Endpoint endpoint;
  private final RecordReader<?> bodies;
  private final Set<String> queries;

  CallReader(Endpoint endpoint) {
    this.endpoint = endpoint;
    Class<?> request = endpoint.request();
    bodies = request == null ? new RecordReader<>(Nothing.class) : new RecordReader<>(request);
    queries =
        endpoint.parameters().stream()
            .filter(parameter -> parameter.in().equals("query"))
            .map(Parameter::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a request.
   *
   * @throws Refused naming what is wrong
   */
  Call read(Context ctx, Caller caller) {
    Map<String, List<String>> query = Query.parse(ctx.queryString());
    for (Map.Entry<String, List<String>> entry : query.entrySet()) {
      String name = Refused.shown(entry.getKey());
      if (!queries.contains(entry.getKey())) {
        throw Refused.of(
            name, String.join(",", entry.getValue()), "is not a parameter of this request");
      }
      if (entry.getValue().size() > 1) {
        throw Refused.of(name, String.join(",", entry.getValue()), "must be there once");
      }
    }
    Map<String, String> values = new HashMap<>();
    for (Parameter parameter : endpoint.parameters()) {
      String value = raw(ctx, parameter, query);
      if (value != null) {
        check(parameter.name(), value);
        values.put(parameter.name(), value);
      } else if (parameter.required()) {
        throw Refused.missing(parameter.name());
      }
    }
    // What changes something is read to its end first: a body that breaks off would be refused
    // when all was done.
    byte[] body = endpoint.method().equals("GET") ? new byte[0] : body(ctx);
    Object input = endpoint.takesBody() ? input(ctx, body) : null;
    return new Call(caller, values, input, key(ctx, caller, values, body));
  }

  private static @Nullable String raw(
      Context ctx, Parameter parameter, Map<String, List<String>> query) {
    return switch (parameter.in()) {
      case "path" -> ctx.pathParam(parameter.name());
      case "query" ->
          query.getOrDefault(parameter.name(), List.of()).stream().findFirst().orElse(null);
      default -> ctx.header(parameter.name());
    };
  }

  private static void check(String name, String value) {
    FieldRule rule = FieldRule.of(name);
    Optional<String> fault;
    if (rule.isText()) {
      fault = rule.findFault(value);
    } else if (FieldRule.isDegrees(name)) {
      fault =
          value.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?")
              ? rule.findFault(Double.parseDouble(value))
              : Optional.of("must be a number of degrees");
    } else if (value.matches("[0-9]{1,16}")) {
      fault = rule.findFault((double) Long.parseLong(value));
    } else {
      fault = Optional.of("must be a whole number");
    }
    if (fault.isPresent()) {
      throw Refused.of(name, value, fault.get());
    }
  }

  private Object input(Context ctx, byte[] body) {
    if (body.length == 0 && endpoint.request() == null) {
      return new Nothing();
    }
    // As it was sent: the library's own reading of it fails at a charset that is not known.
    String type =
        Optional.ofNullable(ctx.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
    if (!type.matches("application/json *(;.*)?")) {
      throw Refused.of(415, "the body must be application/json, was '" + Refused.shown(type) + "'");
    }
    if (body.length == 0) {
      throw Refused.of(400, "the body is missing");
    }
    return bodies.read(body);
  }

  private static byte[] body(Context ctx) {
    try {
      byte[] body = ctx.bodyInputStream().readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        throw Refused.of(413, "the body must have at most " + MAX_BODY + " bytes");
      }
      return body;
    } catch (IOException e) {
      throw Refused.of(400, "the body did not arrive as its headers say");
    }
  }

  private @Nullable AnswerKey key(
      Context ctx, Caller caller, Map<String, String> values, byte[] body) {
    String key = values.get(Endpoint.KEY);
    if (key == null) {
      return null;
    }
    String query = Optional.ofNullable(ctx.queryString()).orElse("");
    String request = endpoint.method() + " " + ctx.path() + "?" + query + "\n";
    return new AnswerKey(caller.id(), key, Sha256.hex(request, body));
  }
}
