package org.ieum.server.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which everything of a demonstration happens; what is left ends with it. */
final class DemoThread implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoThread.class);
  private static final long PATIENCE_S = 5;

  private final ScheduledThreadPoolExecutor executor;

  DemoThread(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
  }

  @Override
  public void execute(Runnable task) {
    after(0, task);
  }

  /** Does something in so many nanoseconds, unless all has ended by then. */
  void after(long nanos, Runnable task) {
    try {
      var unused = executor.schedule(() -> run(task), nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} has ended", executor);
    }
  }

  /** Does something again and again. */
  void every(long nanos, Runnable task) {
    var unused =
        executor.scheduleWithFixedDelay(() -> run(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Goes on with a reply. */
  void then(CompletableFuture<Reply> reply, Consumer<Reply> next) {
    var unused = reply.thenAccept(came -> execute(() -> next.accept(came)));
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("the demonstration met a fault", e);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
