package org.ieum.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of endpoints: routes, checks and the description of the API are made of it.
 *
 * @param method of HTTP
 * @param path with parameters in braces
 * @param summary what it does, in a sentence
 * @param roles who may; empty when no key is needed
 * @param parameters of path, query and headers
 * @param request record that the body is; null for none
 * @param status when all is well
 * @param response record that the answer is; null when it is not JSON
 * @param produces content type of the answer
 * @param refusals statuses that are its own, beside those that all share
 * @param action what it does
 */
record Endpoint(
    String method,
    String path,
    String summary,
    Set<Role> roles,
    List<Parameter> parameters,
    @Nullable Class<?> request,
    int status,
    @Nullable Class<?> response,
    String produces,
    Set<Integer> refusals,
    Action action) {
  static final String KEY = "Idempotency-Key";

  Endpoint {
    roles = Set.copyOf(roles);
    parameters = List.copyOf(parameters);
    refusals = Set.copyOf(refusals);
  }

  static Draft get(String path, String summary) {
    return new Draft("GET", path, summary);
  }

  static Draft put(String path, String summary) {
    return new Draft("PUT", path, summary);
  }

  static Draft patch(String path, String summary) {
    return new Draft("PATCH", path, summary);
  }

  static Draft delete(String path, String summary) {
    return new Draft("DELETE", path, summary);
  }

  static Draft post(String path, String summary) {
    return new Draft("POST", path, summary);
  }

  boolean isOpen() {
    return roles.isEmpty();
  }

  /** Whether it may change something; a quote promises nothing yet. */
  boolean changes() {
    return !method.equals("GET") && !path.equals("/v1/quotes");
  }

  boolean takesBody() {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }

  private static boolean takesKey(String method) {
    return method.equals("POST") || method.equals("PATCH");
  }

  /** Statuses of problems that it may answer with. */
  Set<Integer> problems() {
    Set<Integer> all = new TreeSet<>(refusals);
    all.addAll(Set.of(400, 406, 500));
    if (!isOpen()) {
      all.addAll(Set.of(401, 403, 429, 503));
    }
    if (path.contains("{") || parameters.stream().anyMatch(p -> p.name().equals("area_id"))) {
      all.add(404);
    }
    if (takesBody()) {
      all.addAll(Set.of(413, 415));
    }
    if (takesKey(method)) {
      all.addAll(Set.of(409, 422));
    }
    all.remove(304);
    return all;
  }

  /** An endpoint that is being described. */
  static final class Draft {
    private final String method;
    private final String path;
    private final String summary;
    private final Set<Role> roles = new TreeSet<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<Integer> refusals = new TreeSet<>();
    private @Nullable Class<?> request;
    private boolean needsKey;
    private int status = 200;
    private @Nullable Class<?> response;
    private String produces = Answer.JSON;

    private Draft(String method, String path, String summary) {
      this.method = method;
      this.path = path;
      this.summary = summary;
    }

    Draft roles(Role... allowed) {
      roles.addAll(List.of(allowed));
      return this;
    }

    Draft path(String name, String description) {
      parameters.add(new Parameter(name, "path", true, description));
      return this;
    }

    Draft query(String name, String description) {
      parameters.add(new Parameter(name, "query", false, description));
      return this;
    }

    Draft header(String name, String description) {
      parameters.add(new Parameter(name, "header", false, description));
      return this;
    }

    /** Several areas share the path. */
    Draft area() {
      return query("area_id", "the area; not needed when the server has only one");
    }

    /** The answer has a version, which may be asked for. */
    Draft versioned() {
      refusals.add(304);
      return header("If-None-Match", "ETag of a version that is known: 304 when it is the last");
    }

    /** It changes what has a version. */
    Draft guarded() {
      refusals.add(412);
      return header("If-Match", "ETag of the version to be changed: 412 when it is not the last");
    }

    Draft needsKey() {
      needsKey = true;
      return this;
    }

    Draft takes(Class<?> record) {
      request = record;
      return this;
    }

    Draft gives(Class<?> record) {
      response = record;
      return this;
    }

    Draft gives(int code, Class<?> record) {
      status = code;
      return gives(record);
    }

    Draft gives(String type) {
      produces = type;
      return this;
    }

    Draft empty() {
      status = 204;
      return this;
    }

    Draft refuses(Integer... statuses) {
      refusals.addAll(List.of(statuses));
      return this;
    }

    Endpoint does(Action action) {
      if (takesKey(method)) {
        parameters.add(
            new Parameter(KEY, "header", needsKey, "the same key and body get the same answer"));
      }
      return new Endpoint(
          method,
          path,
          summary,
          roles,
          parameters,
          request,
          status,
          response,
          produces,
          refusals,
          action);
    }
  }
}
