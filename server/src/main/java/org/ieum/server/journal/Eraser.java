package org.ieum.server.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Erases the traces of riders who were deleted. That rewrites a table, however many riders it is
 * for, so whoever comes while it goes on shares the next one. For any thread.
 */
final class Eraser {
  private final Runnable erasure;
  private final Lock turn = new ReentrantLock(true);

  /** Of the erasure that has not begun yet, if somebody waits for one. */
  private @Nullable CompletableFuture<Void> next;

  Eraser(Database database) {
    this(
        () -> {
          int unused =
              SqlQuery.write(
                  database,
                  "riders",
                  connection -> {
                    database.erase(connection);
                    return 0;
                  });
        });
  }

  /** With another way to erase, which throws {@link JournalUnavailable}. */
  Eraser(Runnable erasure) {
    this.erasure = erasure;
  }

  /**
   * Returns when an erasure is done that began after this was called, so that what the caller has
   * deleted is in it.
   *
   * @throws JournalUnavailable when it failed
   */
  void erase() {
    CompletableFuture<Void> mine;
    boolean isFirst;
    synchronized (this) {
      isFirst = next == null;
      mine = next == null ? new CompletableFuture<>() : next;
      next = mine;
    }
    if (isFirst) {
      run(mine);
    }
    try {
      mine.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof JournalUnavailable away
          ? new JournalUnavailable(String.valueOf(away.getMessage()))
          : e;
    }
  }

  private void run(CompletableFuture<Void> mine) {
    turn.lock();
    try {
      synchronized (this) {
        next = null;
      }
      erasure.run();
      mine.complete(null);
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      turn.unlock();
    }
  }
}
