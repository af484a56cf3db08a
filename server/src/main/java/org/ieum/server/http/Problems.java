package org.ieum.server.http;

import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.ieum.server.api.FieldProblem;
import org.ieum.server.api.Problem;
import org.ieum.server.api.Refusal;
import org.ieum.server.journal.JournalUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an answer. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_AFTER = "Retry-After";

  /** All that are ever answered, by status. */
  static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "The request is wrong"),
          Map.entry(401, "A key is needed"),
          Map.entry(403, "Not allowed"),
          Map.entry(404, "Not there"),
          Map.entry(405, "Not with this method"),
          Map.entry(406, "Not in this format"),
          Map.entry(409, "It does not fit the state of things"),
          Map.entry(410, "No longer there"),
          Map.entry(412, "It has changed meanwhile"),
          Map.entry(413, "Too large"),
          Map.entry(415, "Not in this format"),
          Map.entry(422, "The idempotency key was used for something else"),
          Map.entry(429, "Too many requests"),
          Map.entry(431, "The headers are too large"),
          Map.entry(500, "A fault of the server"),
          Map.entry(503, "Not now"));

  private Problems() {}

  /** What lies beneath the wrappings of futures. */
  static Throwable cause(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null
        && (cause instanceof CompletionException || cause instanceof ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * The answer to a request that failed; faults of the server are logged.
   *
   * @param changes whether it may have changed something before it failed
   */
  static Answer answer(Throwable fault, boolean changes, String path, String requestId) {
    Throwable cause = cause(fault);
    if (cause instanceof Refused refused) {
      Answer answer =
          answer(refused.status(), refused.detail(), refused.errors(), null, path, requestId);
      for (Map.Entry<String, String> header : refused.headers().entrySet()) {
        answer = answer.with(header.getKey(), header.getValue());
      }
      return answer;
    }
    if (cause instanceof Refusal refusal) {
      return answer(refusal, path, requestId);
    }
    if (cause instanceof JournalUnavailable
        || cause instanceof TimeoutException
        || cause instanceof CancellationException) {
      LOG.warn("no answer in time: {}", cause.toString());
      return unavailable(
          changes
              ? "it is not known yet whether this was done; ask again with the same idempotency key"
              : "there was no answer in time; ask again",
          path,
          requestId);
    }
    if (cause instanceof MethodNotAllowedResponse refused) {
      String allowed = String.join(", ", refused.getDetails().values());
      return answer(405, "allowed here: " + allowed, List.of(), null, path, requestId)
          .with("Allow", allowed);
    }
    if (cause instanceof HttpResponseException refused && TITLES.containsKey(refused.getStatus())) {
      String detail = refused.getStatus() == 404 ? "there is nothing here" : "";
      return answer(refused.getStatus(), detail, List.of(), null, path, requestId);
    }
    if (cause instanceof HttpException refused && refused.getCode() < 500) {
      return answer(refused.getCode(), "this is not HTTP", List.of(), null, path, requestId);
    }
    LOG.error("fault in request {}", requestId, cause);
    String detail = "the operator finds more in the log, under this request_id";
    return answer(500, detail, List.of(), null, path, requestId);
  }

  private static Answer answer(Refusal refusal, String path, String requestId) {
    String detail = refusal.getMessage();
    Object instead = refusal.instead();
    if (instead instanceof Guard guard) {
      return answer(guard.status(), detail, List.of(), null, path, requestId);
    }
    return switch (refusal.kind()) {
      case INVALID -> {
        String field = refusal.field();
        List<FieldProblem> errors =
            field == null ? List.of() : List.of(new FieldProblem(field, null, detail));
        yield answer(400, detail, errors, null, path, requestId);
      }
      case NOT_FOUND -> answer(404, detail, List.of(), null, path, requestId);
      case CONFLICT -> answer(409, detail, List.of(), instead, path, requestId);
      case GONE -> answer(410, detail, List.of(), null, path, requestId);
      case UNAVAILABLE -> unavailable(detail, path, requestId);
    };
  }

  static Answer unavailable(String detail, String path, String requestId) {
    return answer(503, detail, List.of(), null, path, requestId).with(RETRY_AFTER, "1");
  }

  private static Answer answer(
      int status,
      String detail,
      List<FieldProblem> errors,
      @Nullable Object instead,
      String path,
      String requestId) {
    String title = TITLES.getOrDefault(status, "A problem");
    String type = "/docs#problem-" + status;
    Problem problem = new Problem(type, title, status, detail, path, errors, requestId, instead);
    return new Answer(status, Answer.PROBLEM, problem, Map.of());
  }
}
