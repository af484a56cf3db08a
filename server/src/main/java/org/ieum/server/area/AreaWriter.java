package org.ieum.server.area;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.journal.Batch;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.Snapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches the fleet of an area. Others hand it work through a queue. It never
 * waits for the disk: what was decided goes to the journal's committer, and whoever asked is told
 * when it is there.
 */
final class AreaWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AreaWriter.class);

  /** So often vehicles move when nobody asks for anything, ms. */
  private static final int TICK = 200;

  /** Events between two snapshots. */
  private static final int SNAPSHOT_EVERY = 10_000;

  private final AreaSetup setup;
  private final Journal journal;
  private final InstantSource clock;
  private final Desk desk;
  private final Operations operations;
  private final ArrayBlockingQueue<Work<?>> queue;
  private final Thread thread;
  private final CountDownLatch started = new CountDownLatch(1);

  /** Tells those who asked, so that neither writer nor committer does what follows. */
  private final ExecutorService answers;

  /** Writes snapshots down, which takes a while. */
  private final ExecutorService snapshots;

  private volatile boolean isReady;
  private volatile boolean isClosing;
  private volatile @Nullable RuntimeException failure;

  private long lastUtc;
  private long lastSnapshot;
  private long lastTick;

  AreaWriter(AreaSetup setup, Journal journal, InstantSource clock, String life) {
    this.setup = setup;
    this.journal = journal;
    this.clock = clock;
    desk = new Desk(setup, life);
    operations = new Operations(desk, journal);
    queue = new ArrayBlockingQueue<>(setup.queue());
    thread = new Thread(this::run, "writer-" + setup.id());
    answers = Executors.newFixedThreadPool(2, named("answers-" + setup.id()));
    snapshots = Executors.newSingleThreadExecutor(named("snapshots-" + setup.id()));
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  void start() {
    thread.start();
  }

  void awaitReady() throws InterruptedException {
    started.await();
    RuntimeException wrong = failure;
    if (wrong != null) {
      throw wrong;
    }
  }

  boolean isReady() {
    return isReady && !isClosing && failure == null;
  }

  /** Indices of stop points that are closed; for any thread. */
  Set<Integer> closedStops() {
    return desk.closedStops;
  }

  int queueLength() {
    return queue.size();
  }

  CompletableFuture<QuoteView> quote(Asked asked) {
    return hand(
        new Work<>(Kind.QUOTE, desk -> operations.quote(asked), null, new CompletableFuture<>()));
  }

  <T> CompletableFuture<T> ask(AreaTask<T> task) {
    return hand(new Work<>(Kind.QUESTION, task, null, new CompletableFuture<>()));
  }

  /**
   * Carries out a command.
   *
   * @param render makes the answer that is kept with it, or null
   */
  <T> CompletableFuture<T> order(AreaTask<T> task, @Nullable Function<T, KeptAnswer> render) {
    return hand(new Work<>(Kind.COMMAND, task, render, new CompletableFuture<>()));
  }

  private <T> CompletableFuture<T> hand(Work<T> work) {
    if (!isReady()) {
      work.refuse(Refusal.unavailable("area " + setup.id() + " is not in operation"));
    } else if (!queue.offer(work)) {
      work.refuse(
          Refusal.unavailable("area " + setup.id() + " has " + queue.size() + " commands waiting"));
    }
    return work.future();
  }

  private enum Kind {
    /** Changes nothing and takes no time. */
    QUESTION,
    /** Moves time on; need not be on disk to be answered. */
    QUOTE,
    /** Is on disk before it is answered. */
    COMMAND
  }

  /** Something to be done, and who waits for it. */
  private record Work<T>(
      Kind kind,
      AreaTask<T> task,
      @Nullable Function<T, KeptAnswer> render,
      CompletableFuture<T> future) {
    void refuse(RuntimeException why) {
      future.completeExceptionally(why);
    }
  }

  private void run() {
    try {
      new AreaStart(setup, journal, desk).run(clock.millis());
      flush();
      lastUtc = clock.millis();
      lastSnapshot = desk.lastSeq();
      isReady = true;
      started.countDown();
      while (failure == null && (!isClosing || !queue.isEmpty())) {
        carryOut(queue.poll(TICK, TimeUnit.MILLISECONDS));
      }
      RuntimeException wrong = failure;
      if (wrong == null) {
        finish();
      } else {
        fail(wrong);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new IllegalStateException("the writer was interrupted", e));
    } catch (RuntimeException e) {
      LOG.error("area {} stops: {}", setup.id(), e.getMessage(), e);
      fail(e);
    }
  }

  private void fail(RuntimeException e) {
    failure = e;
    started.countDown();
    for (Work<?> work = queue.poll(); work != null; work = queue.poll()) {
      work.refuse(Refusal.unavailable("area " + setup.id() + " has stopped"));
    }
  }

  private void carryOut(@Nullable Work<?> work) {
    if (!journal.isAvailable()) {
      if (work != null && work.kind() == Kind.QUESTION) {
        answer(work);
      } else if (work != null) {
        work.refuse(Refusal.unavailable("the journal of area " + setup.id() + " does not answer"));
      }
      return;
    }
    lastUtc = Math.max(lastUtc, clock.millis());
    if (work == null || work.kind() != Kind.QUESTION || lastUtc - lastTick >= TICK) {
      desk.begin(lastUtc);
    }
    if (lastUtc - lastTick >= TICK) {
      lastTick = lastUtc;
      desk.advance();
      flush();
    }
    if (work != null) {
      answer(work);
    }
    if (desk.lastSeq() - lastSnapshot >= SNAPSHOT_EVERY) {
      keepSnapshot();
    }
  }

  private <T> void answer(Work<T> work) {
    T result;
    try {
      result = work.task().run(operations);
    } catch (RuntimeException e) {
      flush();
      answers.execute(() -> work.refuse(e));
      return;
    }
    if (work.kind() != Kind.COMMAND) {
      flush();
      work.future().completeAsync(() -> result, answers);
      return;
    }
    List<JournalEvent> events = desk.take();
    KeptAnswer kept = work.render() == null ? null : work.render().apply(result);
    CompletableFuture<T> future = work.future();
    if (events.isEmpty() && kept == null) {
      future.completeAsync(() -> result, answers);
      return;
    }
    written(new Batch(events, kept))
        .whenCompleteAsync(
            (done, e) -> {
              if (e == null) {
                future.complete(result);
              } else {
                future.completeExceptionally(e);
              }
            },
            answers)
        .exceptionally(e -> null);
  }

  /** Hands events that nobody waits for to the journal. */
  private void flush() {
    List<JournalEvent> events = desk.take();
    if (!events.isEmpty()) {
      written(new Batch(events, null)).exceptionally(e -> null);
    }
  }

  /** Hands a batch to the journal; the area stops when that does not take it. */
  private CompletableFuture<Void> written(Batch batch) {
    CompletableFuture<Void> future = journal.append(batch);
    return future.whenComplete(
        (done, e) -> {
          if (e instanceof JournalUnavailable unavailable && !unavailable.batchWaits()) {
            LOG.error("area {} stops: its journal is behind: {}", setup.id(), e.getMessage());
            failure = unavailable;
          }
        });
  }

  private void keepSnapshot() {
    lastSnapshot = desk.lastSeq();
    long seq = lastSnapshot;
    SnapshotText.Content content = desk.content();
    snapshots.execute(() -> journal.keep(new Snapshot(seq, "", SnapshotText.write(content))));
  }

  private void finish() {
    flush();
    if (desk.isOpen() && desk.lastSeq() > 0 && journal.isAvailable()) {
      journal.keep(new Snapshot(desk.lastSeq(), "", SnapshotText.write(desk.content())));
    }
  }

  @Override
  public void close() {
    isClosing = true;
    try {
      thread.join();
      snapshots.shutdown();
      snapshots.awaitTermination(10, TimeUnit.SECONDS);
      answers.shutdown();
      answers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
