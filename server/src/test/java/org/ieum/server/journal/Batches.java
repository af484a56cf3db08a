package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Small batches, and waiting for what becomes of them. */
final class Batches {
  private Batches() {}

  static JournalEvent event(long seq) {
    return new JournalEvent(
        seq,
        1_700_000_000_000L + seq,
        seq % 3 == 0 ? "ride_confirmed" : "vehicle_arrived",
        seq % 3 == 0 ? "b" + seq % 5 : null,
        seq % 2 == 0 ? "v" + seq % 4 : null,
        "{\"n\":" + seq + ",\"place\":\"서울 \uD83D\uDE8C\"}");
  }

  static Batch batch(long seq) {
    return new Batch(List.of(event(seq)), null);
  }

  static Batch batch(long first, long last) {
    List<JournalEvent> events =
        LongStream.rangeClosed(first, last).mapToObj(Batches::event).toList();
    return new Batch(events, null);
  }

  static KeptAnswer answer(String key, String request, long time) {
    return new KeptAnswer(new AnswerKey("operator", key, request), time, 201, "{\"id\":\"x\"}");
  }

  /** Appends one event a batch and waits for the last. */
  static void fill(Journal journal, long first, long last) {
    @Nullable CompletableFuture<Void> done = null;
    for (long seq = first; seq <= last; seq++) {
      done = journal.append(batch(seq));
    }
    if (done != null) {
      get(done);
    }
  }

  static void get(CompletableFuture<Void> done) {
    done.orTimeout(20, TimeUnit.SECONDS).join();
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("never came true: " + what);
      }
      Thread.sleep(5);
    }
  }
}
