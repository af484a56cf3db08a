package org.ieum.server.http;

import java.util.List;
import java.util.Map;
import org.ieum.server.api.FieldProblem;

/** A request that this layer refuses by itself. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_VALUE = 100;

  private final int status;
  private final transient List<FieldProblem> errors;
  private final transient Map<String, String> headers;

  private Refused(
      int status, String detail, List<FieldProblem> errors, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  static Refused of(int status, String detail) {
    return new Refused(status, detail, List.of(), Map.of());
  }

  static Refused of(int status, String detail, String header, String value) {
    return new Refused(status, detail, List.of(), Map.of(header, value));
  }

  /** Wrong fields, at least one. */
  static Refused of(List<FieldProblem> errors) {
    FieldProblem first = errors.get(0);
    String detail = first.field() + " " + first.message();
    if (first.value() != null) {
      detail += ", was " + first.value();
    }
    if (errors.size() > 1) {
      detail += " (and " + (errors.size() - 1) + " more)";
    }
    return new Refused(400, detail, errors, Map.of());
  }

  /** A wrong value of a field, parameter or header. */
  static Refused of(String field, String value, String message) {
    return of(List.of(new FieldProblem(field, shown(value), message)));
  }

  /** A field, parameter or header that is not there. */
  static Refused missing(String field) {
    return of(List.of(new FieldProblem(field, null, "is missing")));
  }

  /** A value as it is said again: not longer than a line. */
  static String shown(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }

  int status() {
    return status;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  List<FieldProblem> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }
}
