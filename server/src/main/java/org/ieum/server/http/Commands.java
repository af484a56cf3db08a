package org.ieum.server.http;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.ieum.server.api.Refusal;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaTask;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.KeptAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out each command with an idempotency key once. Its answer is kept by the journal together
 * with what was decided; a refusal decides nothing and is not kept, so the same command may be
 * tried again. One that comes while the first is still running waits for it.
 */
final class Commands {
  /** Says that an answer was given before. */
  static final String REPLAY = "Idempotent-Replay";

  private final ConcurrentMap<String, Running> running = new ConcurrentHashMap<>();
  private final RecentAnswers recent = new RecentAnswers();
  private final Clock clock;

  /** A command under way. */
  private record Running(AnswerKey key, CompletableFuture<Answer> answer) {}

  Commands(Clock clock) {
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  /** Has a command carried out by the writer of an area. */
  <T> CompletableFuture<Answer> order(Call call, Area area, int status, AreaTask<T> task) {
    AnswerKey key = call.key();
    if (key == null) {
      return area.order(task, null, Commands::keepNothing).thenApply(v -> Answer.of(status, v));
    }
    return once(
        key,
        () -> area.journal().findAnswer(key.scope(), key.key()),
        () -> order(area, key, status, task));
  }

  private <T> CompletableFuture<Answer> order(
      Area area, AnswerKey key, int status, AreaTask<T> task) {
    AtomicReference<Answer> first = new AtomicReference<>(Answer.empty(status));
    return area.order(
            task,
            key,
            view -> {
              String body = Json.text(view);
              first.set(Answer.of(status, body));
              return new KeptAnswer(key, clock.millis(), status, body);
            })
        .thenApply(view -> first.get());
  }

  /** Has something done that is in no journal; its answer is remembered for a while only. */
  CompletableFuture<Answer> ask(Call call, Supplier<CompletableFuture<Answer>> first) {
    AnswerKey key = call.key();
    if (key == null) {
      return first.get();
    }
    return once(
        key,
        () -> recent.find(key),
        () ->
            first
                .get()
                .thenApply(
                    answer -> {
                      String body = Json.text(answer.body());
                      recent.keep(new KeptAnswer(key, clock.millis(), answer.status(), body));
                      return Answer.of(answer.status(), body);
                    }));
  }

  private CompletableFuture<Answer> once(
      AnswerKey key,
      Supplier<Optional<KeptAnswer>> kept,
      Supplier<CompletableFuture<Answer>> first) {
    // No scope and no key has a space.
    String id = key.scope() + " " + key.key();
    Running mine = new Running(key, new CompletableFuture<>());
    Running other = running.putIfAbsent(id, mine);
    if (other != null) {
      checkSame(other.key(), key);
      return other.answer().thenApply(answer -> answer.with(REPLAY, "true"));
    }
    try {
      Optional<KeptAnswer> before = findKept(kept);
      CompletableFuture<Answer> answer =
          before.isPresent() ? replay(before.get(), key) : first.get();
      return answer.whenComplete((done, fault) -> end(id, mine, done, fault));
    } catch (RuntimeException e) {
      end(id, mine, null, e);
      throw e;
    }
  }

  private static Optional<KeptAnswer> findKept(Supplier<Optional<KeptAnswer>> kept) {
    try {
      return kept.get();
    } catch (JournalUnavailable e) {
      if (e.batchWaits()) {
        throw e;
      }
      throw Refusal.unavailable(
          "the journal does not answer, and nothing was tried; ask again with the same idempotency"
              + " key");
    }
  }

  private void end(String id, Running mine, @Nullable Answer answer, @Nullable Throwable fault) {
    running.remove(id, mine);
    if (answer != null) {
      mine.answer().complete(answer);
    } else if (fault != null) {
      mine.answer().completeExceptionally(fault);
    }
  }

  private static CompletableFuture<Answer> replay(KeptAnswer kept, AnswerKey key) {
    checkSame(kept.key(), key);
    return CompletableFuture.completedFuture(
        Answer.of(kept.status(), kept.body()).with(REPLAY, "true"));
  }

  private static void checkSame(AnswerKey before, AnswerKey now) {
    if (!before.request().equals(now.request())) {
      throw Refused.of(422, "this Idempotency-Key was sent before with another request");
    }
  }

  private static <T> KeptAnswer keepNothing(T view) {
    throw new IllegalStateException("no key was given for the answer " + view);
  }
}
