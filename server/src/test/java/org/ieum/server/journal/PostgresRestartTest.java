package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is stopped and started again while batches come. */
final class PostgresRestartTest {
  private static final JournalOptions HASTY =
      JournalOptions.DEFAULT.withPatience(Duration.ofMillis(400));

  @TempDir Path directory;

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(directory.resolve("data"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void nothingIsLostOrDoubled() throws Exception {
    int port = freePort();
    EmbeddedPostgres server = start(port);
    try (JournalStore store =
        JournalStore.open(server.getJdbcUrl("postgres", "postgres"), HASTY, Map.of())) {
      Journal journal = store.journal("porto");
      List<Long> told = Collections.synchronizedList(new ArrayList<>());
      journal.onCommitted(events -> events.forEach(stored -> told.add(stored.event().seq())));
      List<CompletableFuture<Void>> futures = new ArrayList<>();
      AtomicBoolean enough = new AtomicBoolean();
      Thread writer =
          new Thread(
              () -> {
                for (long seq = 1; !enough.get(); seq++) {
                  futures.add(journal.append(Batches.batch(seq)));
                  pause();
                }
              });
      writer.start();
      for (int round = 0; round < 2; round++) {
        long before = journal.lastSeq();
        Batches.await("writing", () -> journal.lastSeq() > before + 100);
        server.close();
        Batches.await("unavailable", () -> !journal.isAvailable());
        Thread.sleep(1_000);
        server = start(port);
        Batches.await("available", journal::isAvailable);
      }
      enough.set(true);
      writer.join();
      Batches.await("all on disk", () -> journal.waiting() == 0);

      assertEquals(futures.size(), journal.lastSeq());
      List<Long> expected = new ArrayList<>();
      int late = 0;
      for (CompletableFuture<Void> future : futures) {
        expected.add(expected.size() + 1L);
        if (future.isCompletedExceptionally()) {
          late++;
          assertTrue(fault(future).batchWaits());
        }
      }
      assertTrue(late > 0, "nobody was told");
      assertTrue(late < futures.size() - 100, "nobody was served");
      Batches.await("told of all", () -> told.size() >= expected.size());
      assertEquals(expected, told);
      List<Long> kept = new ArrayList<>();
      journal.replay(0, stored -> kept.add(stored.event().seq()));
      assertEquals(expected, kept);
    } finally {
      server.close();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JournalUnavailable fault(CompletableFuture<Void> future) {
    try {
      future.join();
      throw new AssertionError("did not fail");
    } catch (CompletionException e) {
      return (JournalUnavailable) Objects.requireNonNull(e.getCause());
    }
  }
}
