package org.ieum.server.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What goes back.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body record to be written as JSON, a text as it is, an event stream, or a driving record
 * @param headers further ones
 */
record Answer(int status, String type, Object body, Map<String, String> headers) {
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";
  static final String EVENTS = "text/event-stream";

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer of(int status, Object body) {
    return new Answer(status, JSON, body, Map.of());
  }

  static CompletableFuture<Answer> now(Object body) {
    return CompletableFuture.completedFuture(of(200, body));
  }

  static Answer empty(int status) {
    return new Answer(status, JSON, "", Map.of());
  }

  static Answer text(String type, String body) {
    return new Answer(200, type, body, Map.of());
  }

  static Answer record(DrivingRecord body) {
    return new Answer(200, DrivingRecord.TYPE, body, Map.of());
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }
}
