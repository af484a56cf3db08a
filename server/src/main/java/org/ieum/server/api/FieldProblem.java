package org.ieum.server.api;

import org.jspecify.annotations.Nullable;

/**
 * A wrong field of a request.
 *
 * @param field its name
 * @param value as it was sent, cut when long; null when missing
 * @param message what is wrong with it
 */
public record FieldProblem(String field, @Nullable String value, String message) {
  /** The same of a field within another, such as {@code places[2].} */
  public FieldProblem within(String place) {
    return new FieldProblem(place + field, value, message);
  }
}
