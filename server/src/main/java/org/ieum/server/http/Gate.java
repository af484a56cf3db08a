package org.ieum.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ieum.server.api.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What all requests of an endpoint pass: who asks, may they, is it well formed; then its action,
 * and back. Threads of the server do not wait for answers, and those who complete them do not write
 * them.
 */
final class Gate implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  /** Of lines about answers 503, for an outage makes many. */
  private static final LogBudget BUSY = new LogBudget(20);

  private final Endpoint endpoint;
  private final CallReader reader;
  private final Access access;
  private final Traffic traffic;
  private final HttpMetrics metrics;

  Gate(Endpoint endpoint, Access access, Traffic traffic, HttpMetrics metrics) {
    this.endpoint = endpoint;
    this.reader = new CallReader(endpoint);
    this.access = access;
    this.traffic = traffic;
    this.metrics = metrics;
  }

  @Override
  public void handle(Context ctx) {
    long start = System.nanoTime();
    String requestId = RequestId.of(ctx);
    MDC.put(RequestId.FIELD, requestId);
    traffic.begin(ctx.req());
    try {
      CompletableFuture<Answer> answer = begin(ctx);
      if (answer.isDone()) {
        answer.handle((done, fault) -> end(ctx, requestId, start, done, fault)).join();
      } else {
        long patience = traffic.patience().toMillis();
        ctx.future(
            () ->
                answer
                    .copy()
                    .orTimeout(patience, TimeUnit.MILLISECONDS)
                    .handleAsync(
                        (done, fault) -> end(ctx, requestId, start, done, fault),
                        traffic.threads()));
      }
    } finally {
      MDC.remove(RequestId.FIELD);
    }
  }

  private CompletableFuture<Answer> begin(Context ctx) {
    try {
      checkMethod(ctx);
      Caller caller = access.check(ctx, endpoint);
      if (!endpoint.isOpen() && traffic.isDraining()) {
        throw Refused.of(503, "the server is closing", "Retry-After", "5");
      }
      checkAccepted(ctx);
      return endpoint.action().answer(reader.read(ctx, caller));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The library would let the header X-HTTP-Method-Override make a DELETE of a GET. */
  private void checkMethod(Context ctx) {
    String sent = ctx.req().getMethod();
    boolean isHead = sent.equals("HEAD") && endpoint.method().equals("GET");
    if (!isHead && !sent.equals(endpoint.method())) {
      throw Refused.of(400, "a header cannot change the method");
    }
  }

  private void checkAccepted(Context ctx) {
    String accepted = ctx.header("Accept");
    if (accepted != null && !Accept.allows(accepted, endpoint.produces())) {
      throw Refused.of(406, "this is to be had as " + endpoint.produces());
    }
  }

  private @Nullable Void end(
      Context ctx, String requestId, long start, @Nullable Answer done, @Nullable Throwable fault) {
    MDC.put(RequestId.FIELD, requestId);
    try {
      Answer answer =
          Optional.ofNullable(done)
              .orElseGet(
                  () -> Problems.answer(wrong(fault), endpoint.changes(), ctx.path(), requestId));
      write(ctx, answer);
      long nanos = System.nanoTime() - start;
      metrics.count(endpoint, answer.status(), nanos);
      LOG.debug(
          "{} {} -> {} in {} µs", endpoint.method(), ctx.path(), answer.status(), nanos / 1_000);
      if (answer.status() == 503
          && !endpoint.isOpen()
          && answer.body() instanceof Problem why
          && BUSY.take(start + nanos)) {
        LOG.info("{} {} -> 503: {}", endpoint.method(), endpoint.path(), why.detail());
      }
    } finally {
      MDC.remove(RequestId.FIELD);
    }
    return null;
  }

  private static Throwable wrong(@Nullable Throwable fault) {
    return fault == null ? new IllegalStateException("neither answer nor fault") : fault;
  }

  /** Puts an answer into the response. */
  static void write(Context ctx, Answer answer) {
    ctx.status(answer.status());
    answer.headers().forEach(ctx::header);
    Object body = answer.body();
    if (body instanceof EventStream stream) {
      stream.open(ctx);
    } else if (body instanceof DrivingRecord record) {
      record.write(ctx);
    } else if (!body.equals("")) {
      ctx.contentType(answer.type());
      ctx.result(
          body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.bytes(body));
    } else {
      ctx.removeHeader("Content-Type");
    }
  }
}
