package org.ieum.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused (RFC 9457).
 *
 * @param type where the kind of problem is described
 * @param title the kind in words
 * @param status of HTTP
 * @param detail what is wrong this time
 * @param instance the path that was asked for
 * @param errors the fields that are wrong
 * @param requestId for whoever asks the operator about it
 * @param instead what can be had instead, such as a quote with a fresh offer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldProblem> errors,
    String requestId,
    @Nullable Object instead) {
  public Problem {
    errors = List.copyOf(errors);
  }
}
