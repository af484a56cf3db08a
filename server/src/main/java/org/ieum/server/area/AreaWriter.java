package org.ieum.server.area;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ieum.journey.RideOffer;
import org.ieum.journey.RideWish;
import org.ieum.progress.InputException;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.journal.Batch;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalDamaged;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.Snapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches the fleet of an area. Others hand it work through an inbox. It never
 * waits for the disk: what was decided goes to the journal's committer, and whoever asked is told
 * when it is there, and so is whoever asks later and sees it. Quotes promise nothing and are told
 * at once. What only follows from decisions and the time, such as where vehicles are, follows again
 * after a crash, so nobody waits for it.
 */
final class AreaWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AreaWriter.class);

  /** So often vehicles move when nobody asks for anything, ms. */
  private static final int TICK = 200;

  /** Whoever could report nothing for longer must not be found missing, ns. */
  private static final long LONGEST_PAUSE = 10_000_000_000L;

  /** Events between two snapshots. */
  private static final int SNAPSHOT_EVERY = 10_000;

  /** Tasks that may wait for rides of long ago to be read. */
  private static final int MOST_READS = 1_000;

  private final AreaSetup setup;
  private final Journal journal;
  private final InstantSource clock;
  final Desk desk;
  private final Quotes quotes;
  private final PastRides pastRides;
  private final Inbox inbox;
  final RoadChanges roads;
  private final Thread thread;
  private final CountDownLatch started = new CountDownLatch(1);

  /** Tells those who asked, so that neither writer nor committer does what follows. */
  private final ExecutorService answers;

  /** Reads rides of long ago, which a slow database may make last. */
  private final ExecutorService reads;

  /** Writes snapshots down, which takes a while. */
  private final ExecutorService snapshots;

  private volatile boolean isReady;
  private volatile boolean isClosing;
  private volatile @Nullable RuntimeException failure;

  private long lastUtc;
  private long lastSnapshot;
  private long lastTick;

  /** When commands could be carried out last, by System.nanoTime. */
  private long lastServed;

  /** Completes when the last command's events, which end with decidedSeq, are on disk. */
  private CompletableFuture<Void> decided = CompletableFuture.completedFuture(null);

  private long decidedSeq;

  AreaWriter(AreaSetup setup, Journal journal, InstantSource clock, String life) {
    this.setup = setup;
    this.journal = journal;
    this.clock = clock;
    desk = new Desk(setup, life);
    quotes = new Quotes(desk);
    pastRides = new PastRides(setup.zone(), desk.text, desk.bookingViews, journal);
    roads = new RoadChanges(this, desk);
    inbox = new Inbox(setup.id(), setup.queue());
    thread = new Thread(this::run, "writer-" + setup.id());
    // What comes to disk after the area was closed is told by the committer.
    answers =
        new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("answers-" + setup.id()),
            (task, closed) -> task.run());
    reads =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_READS),
            named("reads-" + setup.id()));
    snapshots = Executors.newSingleThreadExecutor(named("snapshots-" + setup.id()));
  }

  static ThreadFactory named(String name) {
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

  boolean hasFailed() {
    return failure != null;
  }

  /** Indices of stop points that are closed; for any thread. */
  Set<Integer> closedStops() {
    return desk.closedStops;
  }

  int queueLength() {
    return inbox.size();
  }

  CompletableFuture<QuoteView> quote(Asked asked) {
    return hand(Work.of(Work.Kind.QUOTE, unused -> quotes.quote(asked), null));
  }

  /** What a search for journeys has to know. */
  CompletableFuture<JourneyFacts> journeyFacts(Asked asked) {
    return hand(Work.of(Work.Kind.QUOTE, unused -> quotes.journeyFacts(asked, lastUtc), null));
  }

  CompletableFuture<List<Optional<RideOffer>>> offerRides(
      String rider, Asked asked, List<RideWish> wishes) {
    return hand(Work.of(Work.Kind.QUOTE, unused -> quotes.offers(rider, asked, wishes), null));
  }

  /** Keeps journeys to be confirmed; gives their ids. */
  CompletableFuture<List<String>> holdJourneys(List<HeldJourneys.Held> journeys) {
    return hand(
        Work.of(
            Work.Kind.QUOTE,
            unused -> journeys.stream().map(one -> desk.journeys.hold(one, lastUtc)).toList(),
            null));
  }

  <T> CompletableFuture<T> ask(AreaTask<T> task) {
    return hand(Work.of(Work.Kind.QUESTION, task, null));
  }

  /**
   * Carries out a command.
   *
   * @param render makes the answer that is kept with it, or null
   */
  <T> CompletableFuture<T> order(AreaTask<T> task, @Nullable Function<T, KeptAnswer> render) {
    return hand(Work.of(Work.Kind.COMMAND, task, render));
  }

  private <T> CompletableFuture<T> hand(Work<T> work) {
    if (isReady()) {
      inbox.hand(work);
    } else {
      inbox.refuse(work);
    }
    return work.future();
  }

  private void run() {
    try {
      lastSnapshot = new AreaStart(setup, journal, desk).run(clock.millis());
      flush();
      lastUtc = clock.millis();
      lastServed = System.nanoTime();
      isReady = true;
      started.countDown();
      while (failure == null && (!isClosing || !inbox.isEmpty())) {
        next();
      }
      if (failure == null) {
        finish();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new IllegalStateException("the writer was interrupted", e));
    } catch (RuntimeException e) {
      fail(e);
    } catch (Error e) {
      fail(new IllegalStateException(e.toString(), e));
    } finally {
      inbox.close();
      started.countDown();
    }
  }

  private void fail(RuntimeException e) {
    failure = e;
    boolean isFault =
        !(e instanceof InputException
            || e instanceof JournalDamaged
            || e instanceof JournalUnavailable);
    // Who waits for the start is told the others, and needs no stack trace.
    if (isReady || isFault) {
      LOG.error("area {} stops: {}", setup.id(), e.getMessage(), e);
    }
  }

  private void next() throws InterruptedException {
    Work<?> work = inbox.await(TICK);
    try {
      carryOut(work);
    } catch (RuntimeException | Error e) {
      if (work != null) {
        work.refuse(e);
      }
      throw e;
    }
  }

  private void carryOut(@Nullable Work<?> work) {
    if (!journal.isAvailable()) {
      if (work != null && work.kind() == Work.Kind.QUESTION) {
        answer(work);
      } else if (work != null) {
        work.refuse(unavailable());
      }
      return;
    }
    lastUtc = Math.max(lastUtc, clock.millis());
    if (System.nanoTime() - lastServed > LONGEST_PAUSE) {
      desk.begin(lastUtc);
      desk.resumeService();
    }
    lastServed = System.nanoTime();
    prebook();
    if (work == null || work.kind() != Work.Kind.QUESTION || lastUtc - lastTick >= TICK) {
      desk.begin(lastUtc);
    }
    if (lastUtc - lastTick >= TICK) {
      lastTick = lastUtc;
      desk.advance();
      desk.tracking.listen(desk);
      new ScooterClock(desk).run();
      flush();
    }
    if (work != null) {
      answer(work);
    }
    if (desk.told.lastSeq() - lastSnapshot >= SNAPSHOT_EVERY) {
      keepSnapshot();
    }
  }

  /** Books rides of series whose moment has come: decisions, so that nobody sees them earlier. */
  private void prebook() {
    if (new Prebooking(desk).run(lastUtc)) {
      decided = written(new Batch(desk.told.take(), null));
      decidedSeq = desk.told.lastSeq();
    }
  }

  private Refusal unavailable() {
    return Refusal.unavailable("the journal of area " + setup.id() + " does not answer");
  }

  /**
   * Does what somebody waits for. Whatever goes wrong with that, also with writing the answer down,
   * what the desk has told goes to the journal, for it has happened.
   */
  private <T> void answer(Work<T> work) {
    Runnable tell;
    KeptAnswer kept = null;
    try {
      T result = work.task().run(new Operations(desk, work.past()));
      kept = work.render() == null ? null : work.render().apply(result);
      tell = () -> work.future().complete(result);
    } catch (PastRides.Unread e) {
      flush();
      read(e.bookingId(), work);
      return;
    } catch (RuntimeException e) {
      tell = () -> work.refuse(e);
    }
    List<JournalEvent> events = desk.told.take();
    boolean isNew = !events.isEmpty() || kept != null;
    CompletableFuture<Void> own = isNew ? written(new Batch(events, kept)) : null;
    if (work.kind() == Work.Kind.QUOTE) {
      answers.execute(tell);
    } else if (work.kind() == Work.Kind.COMMAND && own != null) {
      decided = own;
      decidedSeq = desk.told.lastSeq();
      tellWhen(own, tell, work);
    } else if (journal.lastSeq() >= decidedSeq) {
      answers.execute(tell);
    } else {
      tellWhen(decided, tell, work);
    }
  }

  /** Tells when something is on disk. */
  private void tellWhen(CompletableFuture<Void> onDisk, Runnable tell, Work<?> work) {
    var unused =
        onDisk.whenCompleteAsync(
            (done, e) -> {
              if (e == null) {
                tell.run();
              } else {
                work.refuse(work.kind() == Work.Kind.COMMAND ? e : unavailable());
              }
            },
            answers);
  }

  /** Has a task done again when a booking has been read. */
  private void read(String bookingId, Work<?> work) {
    try {
      reads.execute(
          () -> {
            try {
              inbox.hand(work.with(bookingId, pastRides.find(bookingId)));
            } catch (RuntimeException e) {
              // What was not read was not done either.
              work.refuse(e instanceof JournalUnavailable ? unavailable() : e);
            }
          });
    } catch (RejectedExecutionException e) {
      work.refuse(
          Refusal.unavailable("area " + setup.id() + " has " + MOST_READS + " bookings to read"));
    }
  }

  /** Hands events that nobody waits for to the journal. */
  private void flush() {
    List<JournalEvent> events = desk.told.take();
    if (!events.isEmpty()) {
      var unused = written(new Batch(events, null));
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
    lastSnapshot = desk.told.lastSeq();
    long seq = lastSnapshot;
    SnapshotText.Content content = desk.content();
    snapshots.execute(() -> journal.keep(new Snapshot(seq, "", SnapshotText.write(content))));
  }

  private void finish() {
    flush();
    if (desk.isOpen() && desk.told.lastSeq() > 0 && journal.isAvailable()) {
      journal.keep(new Snapshot(desk.told.lastSeq(), "", SnapshotText.write(desk.content())));
    }
  }

  @Override
  public void close() {
    isClosing = true;
    roads.close();
    try {
      thread.join();
      reads.shutdown();
      reads.awaitTermination(10, TimeUnit.SECONDS);
      snapshots.shutdown();
      snapshots.awaitTermination(10, TimeUnit.SECONDS);
      answers.shutdown();
      answers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
