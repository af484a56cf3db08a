package org.ieum.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that brings one area's batches to disk: as many as wait in one transaction, then their
 * futures. While one transaction syncs the next ones gather, so the rate follows the load.
 *
 * <p>Whatever goes wrong, the batches stay in the queue with the hashes they were given, and a new
 * connection is tried. What it finds at the end of the table says what became of a commit whose
 * outcome was unknown: either the end that was known before, or that of a batch in the queue.
 * Should a lost commit be carried out later still, our second try meets it at the primary key, and
 * the same question is asked again. Any other end means that somebody else writes or that the
 * database lost something; then this thread stops for good, for it could only make things worse.
 *
 * <p>Its connection claims the area, so that a second server is refused at its start. Who loses the
 * connection loses the claim; should another server take it and write, the primary key refuses
 * whatever this one still sends, and the end of the table stops it.
 */
final class Committer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final long FORGET_EVERY_MS = 60_000;

  private final String area;
  private final Database database;
  private final JournalOptions options;
  private final WaitingQueue queue;
  private final Lock writing;
  private final CommitListener metrics;
  private final EventTable events;
  private final AnswerTable answers;
  private final SnapshotTable snapshots;
  private final EventChain chain;
  private final List<Consumer<List<StoredEvent>>> readers = new CopyOnWriteArrayList<>();

  private @Nullable Connection connection;
  private long forgotten = Long.MIN_VALUE;
  private volatile Tail onDisk = Tail.EMPTY;
  private volatile SnapshotTable.Mark lastSnapshot = SnapshotTable.Mark.NONE;
  private volatile boolean online;
  private volatile @Nullable String stopped;

  Committer(
      String area,
      Database database,
      JournalOptions options,
      WaitingQueue queue,
      CommitListener metrics) {
    this.area = area;
    this.database = database;
    this.options = options;
    this.queue = queue;
    this.metrics = metrics;
    writing = database.writing();
    events = new EventTable(area);
    answers = new AnswerTable(area);
    snapshots = new SnapshotTable(area);
    chain = new EventChain(area);
  }

  /**
   * Connects and reads where the chain ends; before the thread starts.
   *
   * @throws InputException when another server writes this journal
   */
  void open() throws SQLException {
    Connection open = database.connect();
    connection = open;
    try {
      if (!database.claim(open, area)) {
        throw new InputException(
            "area " + area + ": another server writes its journal in " + database.name());
      }
      onDisk = tail(open);
      lastSnapshot = snapshots.last(open);
      open.rollback();
      online = true;
    } finally {
      if (!online) {
        disconnect();
      }
    }
  }

  Tail onDisk() {
    return onDisk;
  }

  SnapshotTable.Mark lastSnapshot() {
    return lastSnapshot;
  }

  boolean isOnline() {
    return online;
  }

  /** Why nothing is written any more, null as long as something is. */
  @Nullable String stopped() {
    return stopped;
  }

  void onCommitted(Consumer<List<StoredEvent>> reader) {
    readers.add(reader);
  }

  @Override
  public void run() {
    try {
      while (writeSome()) {}
    } catch (JournalDamaged e) {
      stop(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop("was interrupted");
    } catch (RuntimeException | Error e) {
      LOG.error("Journal of {} failed", area, e);
      stop("failed with " + e);
    } finally {
      online = false;
      disconnect();
    }
  }

  /** Until the queue is closed and empty or the database fails; false when there is no more. */
  private boolean writeSome() throws InterruptedException {
    Duration pause = options.retryFirst();
    while (true) {
      try {
        Connection open = connection();
        List<Waiting> group = queue.awaitHead(options.group());
        if (group.isEmpty()) {
          return false;
        }
        write(open, group);
        pause = options.retryFirst();
      } catch (SQLException e) {
        if (online) {
          LOG.warn("Journal of {} cannot write, tries again: {}", area, reason(e));
        } else {
          LOG.debug("Journal of {} still cannot write: {}", area, reason(e));
        }
        online = false;
        disconnect();
        if (!queue.pause(pause)) {
          return false;
        }
        pause = min(pause.multipliedBy(2), options.retryLast());
      }
    }
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.connect();
      connection = open;
      if (!database.claim(open, area)) {
        // Once it has written something, we are out for good; until then it may go again.
        var unused = settled(events.tail(open));
        throw new SQLException("another server writes it");
      }
      finish(settled(tail(open)));
      LOG.info("Journal of {} is connected again at {}", area, onDisk);
      online = true;
    }
    return open;
  }

  private Tail tail(Connection open) throws SQLException {
    writing.lock();
    try {
      database.awaitWriters(open);
      Tail tail = events.tail(open);
      open.rollback();
      return tail;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Which of the waiting batches are on disk although nobody said so.
   *
   * @throws JournalDamaged when the table ends in another way
   */
  private List<Waiting> settled(Tail found) {
    if (found.equals(onDisk)) {
      return List.of();
    }
    List<Waiting> settled = new ArrayList<>();
    for (Waiting one : queue.all()) {
      List<StoredEvent> linked = one.linked();
      if (linked == null) {
        break;
      }
      settled.add(one);
      if (!linked.isEmpty() && onDisk.then(linked).equals(found)) {
        return settled;
      }
    }
    throw new JournalDamaged(
        "database ends at "
            + found
            + ", expected "
            + onDisk
            + "; somebody else writes it, or it was restored from a copy");
  }

  private void write(Connection open, List<Waiting> group) throws SQLException {
    List<StoredEvent> all = new ArrayList<>();
    List<KeptAnswer> kept = new ArrayList<>();
    for (Waiting one : group) {
      all.addAll(link(one, onDisk.then(all)));
      KeptAnswer answer = one.batch().answer();
      if (answer != null) {
        kept.add(answer);
      }
    }
    SnapshotTable.Mark mark = lastSnapshot;
    long start = System.nanoTime();
    writing.lock();
    try {
      events.insert(open, all);
      answers.insert(open, kept);
      for (Waiting one : group) {
        Snapshot snapshot = one.snapshot();
        if (snapshot != null) {
          keep(open, snapshot);
          mark = snapshots.last(open);
        }
      }
      forgetAnswers(open);
      open.commit();
    } finally {
      writing.unlock();
    }
    long nanos = System.nanoTime() - start;
    lastSnapshot = mark;
    tell(() -> metrics.committed(area, group.size(), all.size(), nanos));
    finish(group);
  }

  private List<StoredEvent> link(Waiting one, Tail before) {
    List<StoredEvent> linked = one.linked();
    if (linked == null) {
      linked = chain.link(before.hash(), one.batch().events());
      one.link(linked);
    }
    return linked;
  }

  private void keep(Connection open, Snapshot snapshot) throws SQLException {
    String hash = events.findHash(open, snapshot.seq()).orElse("");
    if (!snapshot.hash().isEmpty() && !snapshot.hash().equals(hash)) {
      LOG.error(
          "Snapshot of {} is not kept: event {} has hash {}, snapshot says {}",
          area,
          snapshot.seq(),
          hash,
          snapshot.hash());
      return;
    }
    Snapshot whole = new Snapshot(snapshot.seq(), hash, snapshot.data());
    snapshots.insert(open, whole, chain.digest(whole));
  }

  private void forgetAnswers(Connection open) throws SQLException {
    long now = options.clock().millis();
    if (forgotten == Long.MIN_VALUE || now - forgotten >= FORGET_EVERY_MS) {
      answers.forget(open, now - options.answersKept().toMillis());
      forgotten = now;
    }
  }

  /** These are on disk. */
  private void finish(List<Waiting> group) {
    List<StoredEvent> all = new ArrayList<>();
    for (Waiting one : group) {
      all.addAll(Objects.requireNonNull(one.linked()));
    }
    onDisk = onDisk.then(all);
    queue.remove(group.size());
    for (Waiting one : group) {
      one.done().complete(null);
    }
    if (!all.isEmpty()) {
      List<StoredEvent> committed = List.copyOf(all);
      for (Consumer<List<StoredEvent>> reader : readers) {
        tell(() -> reader.accept(committed));
      }
    }
  }

  /** What a listener does wrong must not stop the journal. */
  private void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("A listener to the journal of {} failed", area, e);
    }
  }

  private void stop(@Nullable String why) {
    String message = "journal of " + area + " stopped for good: " + why;
    LOG.error("{}", message);
    stopped = message;
    online = false;
    queue.close(Duration.ZERO);
    for (Waiting one : queue.all()) {
      one.done().completeExceptionally(new JournalUnavailable(message));
    }
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("Journal of {}: closing the connection failed", area, e);
      }
    }
  }

  /** Without the statement and its values, which the message about a batch begins with. */
  private static @Nullable String reason(SQLException e) {
    SQLException next = e.getNextException();
    return (next == null ? e : next).getMessage();
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
