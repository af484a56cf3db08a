package org.ieum.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who delete share erasures, and each has one that began after they deleted. */
final class EraserTest {
  private static final int RIDERS = 20;

  @TempDir private Path folder;

  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger came = new AtomicInteger();
  private final Semaphore allowed = new Semaphore(0);
  private final AtomicBoolean fails = new AtomicBoolean();
  private final Eraser eraser = new Eraser(this::erasure);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    allowed.release(1_000);
    threads.shutdownNow();
  }

  private void erasure() {
    begun.incrementAndGet();
    allowed.acquireUninterruptibly();
    if (fails.get()) {
      throw new JournalUnavailable("away");
    }
  }

  private Future<?> come() {
    return threads.submit(
        () -> {
          came.incrementAndGet();
          eraser.erase();
        });
  }

  @Test
  void whoComesMeanwhileSharesTheNext() throws Exception {
    Future<?> first = come();
    Batches.await("the first has begun", () -> begun.get() == 1);
    List<Future<?>> later = new ArrayList<>();
    for (int i = 0; i < RIDERS; i++) {
      later.add(come());
    }
    Batches.await("all have come", () -> came.get() == 1 + RIDERS);
    assertEquals(1, begun.get(), "one at a time");
    allowed.release();
    first.get(30, TimeUnit.SECONDS);
    Batches.await("the second has begun", () -> begun.get() == 2);
    for (Future<?> one : later) {
      assertFalse(one.isDone(), "the erasure that ran when they came is not enough");
    }
    // Some may not have got from counting to asking before the second began; they get a third.
    allowed.release(2);
    for (Future<?> one : later) {
      one.get(30, TimeUnit.SECONDS);
    }
    assertTrue(begun.get() <= 3, "erasures: " + begun.get());
  }

  @Test
  void aFailureIsToldToAllWhoWaited() throws Exception {
    fails.set(true);
    allowed.release(1_000);
    Future<?> first = come();
    var told = assertThrows(ExecutionException.class, () -> first.get(30, TimeUnit.SECONDS));
    assertEquals(JournalUnavailable.class.getName() + ": away", String.valueOf(told.getCause()));
    fails.set(false);
    come().get(30, TimeUnit.SECONDS);
    assertEquals(2, begun.get());
  }

  /** Riders who come and go at once, while events are written. */
  @Test
  void nothingIsLeftOfAnybody() throws Exception {
    Path file = folder.resolve("journal.db");
    try (JournalStore store = JournalStore.open("jdbc:sqlite:" + file)) {
      Journal journal = store.journal("porto");
      List<CompletableFuture<Void>> riding = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String id = "r" + i;
        riding.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int turn = 0; turn < 10; turn++) {
                    store.riders("").put(new Rider(id, "Secret " + id, "+46 31 777", null, 1));
                    assertTrue(store.riders("").delete(id));
                  }
                },
                threads));
      }
      Batches.fill(journal, 1, 100);
      for (CompletableFuture<Void> one : riding) {
        one.get(60, TimeUnit.SECONDS);
      }
      for (String name : List.of("journal.db", "journal.db-wal")) {
        Path on = folder.resolve(name);
        String bytes = Files.exists(on) ? new String(Files.readAllBytes(on), ISO_8859_1) : "";
        assertFalse(bytes.contains("Secret"), name);
      }
      assertEquals(100, store.verify("porto"));
    }
  }
}
