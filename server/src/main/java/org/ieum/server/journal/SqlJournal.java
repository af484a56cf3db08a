package org.ieum.server.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of one area in a database. */
final class SqlJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(SqlJournal.class);

  private final String area;
  private final Database database;
  private final JournalOptions options;
  private final WaitingQueue queue;
  private final Committer committer;
  private final Thread thread;
  private final ChainReader chain;
  private final EventTable events;
  private final AnswerTable answers;
  private final SnapshotTable snapshots;

  /** Number of the last event handed to the committer. */
  private long appended;

  SqlJournal(String area, Database database, JournalOptions options, CommitListener metrics) {
    this.area = area;
    this.database = database;
    this.options = options;
    queue = new WaitingQueue(options.queue());
    chain = new ChainReader(area, Reads.pooled(database, "journal of " + area));
    events = new EventTable(area);
    answers = new AnswerTable(area);
    snapshots = new SnapshotTable(area);
    committer = new Committer(area, database, options, queue, metrics);
    try {
      committer.open();
    } catch (SQLException e) {
      throw new JournalUnavailable("journal of " + area + " cannot be read: " + e.getMessage());
    }
    appended = committer.onDisk().seq();
    thread = new Thread(committer, "journal-" + area);
    thread.start();
  }

  @Override
  public long lastSeq() {
    return committer.onDisk().seq();
  }

  @Override
  public String lastHash() {
    return committer.onDisk().hash();
  }

  @Override
  public Optional<Snapshot> findSnapshot() {
    long last = lastSeq();
    return query(
        connection -> {
          EventChain hashes = new EventChain(area);
          for (SnapshotTable.Row row : snapshots.read(connection)) {
            Snapshot snapshot = row.snapshot();
            if (snapshot.seq() > last) {
              throw chain.damaged(
                  last,
                  "is the last event, but there is a snapshot behind event " + snapshot.seq());
            }
            Optional<String> hash = events.findHash(connection, snapshot.seq());
            if (hash.equals(Optional.of(snapshot.hash()))
                && hashes.digest(snapshot).equals(row.digest())) {
              return Optional.of(snapshot);
            }
            LOG.warn(
                "Snapshot of {} behind event {} is damaged and not used", area, snapshot.seq());
          }
          return Optional.empty();
        });
  }

  @Override
  public void replay(long after, Consumer<StoredEvent> reader) {
    chain.replay(after, lastSeq(), reader);
  }

  @Override
  public List<StoredEvent> read(EventFilter filter, int limit) {
    checkOnline();
    return query(connection -> events.read(connection, filter, limit));
  }

  @Override
  public synchronized CompletableFuture<Void> append(Batch batch) {
    long last = appended;
    for (JournalEvent event : batch.events()) {
      check(event, ++last);
    }
    CompletableFuture<Void> done = offer(new Waiting(batch, null, System.nanoTime()));
    if (!done.isCompletedExceptionally()) {
      appended = last;
    }
    return done;
  }

  /** PostgreSQL takes no zero characters in texts; one would block the queue for ever. */
  private static void check(JournalEvent event, long expected) {
    if (event.seq() != expected) {
      throw new IllegalArgumentException(
          "event must have number " + expected + ", was " + event.seq());
    }
    if (hasZero(event.type())
        || hasZero(event.booking())
        || hasZero(event.vehicle())
        || hasZero(event.data())) {
      throw new IllegalArgumentException(
          "texts of events must have no zero characters, event " + expected + " had one");
    }
  }

  private static boolean hasZero(@Nullable String text) {
    return text != null && text.indexOf('\0') >= 0;
  }

  private CompletableFuture<Void> offer(Waiting one) {
    if (!queue.offer(one)) {
      String why = committer.stopped();
      one.done()
          .completeExceptionally(
              new JournalUnavailable(
                  why != null
                      ? why
                      : "journal of "
                          + area
                          + " is closed or its queue is full ("
                          + waiting()
                          + " batches wait)"));
    }
    return one.done();
  }

  @Override
  public synchronized void keep(Snapshot snapshot) {
    if (snapshot.seq() > appended) {
      throw new IllegalArgumentException(
          "snapshot must be behind an event <= " + appended + ", was " + snapshot.seq());
    }
    var unused = offer(new Waiting(new Batch(List.of(), null), snapshot, System.nanoTime()));
  }

  @Override
  public Optional<KeptAnswer> findAnswer(String scope, String key) {
    if (queue.hasAnswer(scope, key)) {
      throw new JournalUnavailable("the answer to key " + key + " is not on disk yet", true);
    }
    checkOnline();
    Optional<KeptAnswer> found = query(connection -> answers.find(connection, scope, key));
    long oldest = options.clock().millis() - options.answersKept().toMillis();
    return found.filter(answer -> answer.time() >= oldest);
  }

  @Override
  public boolean isAvailable() {
    return committer.isOnline() && !queue.isOlderThan(impatient());
  }

  @Override
  public boolean hasStopped() {
    return committer.stopped() != null;
  }

  @Override
  public int waiting() {
    return queue.size();
  }

  @Override
  public JournalHealth health() {
    SnapshotTable.Mark snapshot = committer.lastSnapshot();
    return new JournalHealth(queue.waitingFor(), snapshot.seq(), snapshot.time());
  }

  @Override
  public void onCommitted(Consumer<List<StoredEvent>> reader) {
    committer.onCommitted(reader);
  }

  /** Tells those who waited too long; called now and then. */
  void tellImpatient() {
    for (Waiting one : queue.olderThan(impatient())) {
      if (!one.done().isDone()) {
        one.done()
            .completeExceptionally(
                new JournalUnavailable("journal of " + area + " does not come to disk", true));
      }
    }
  }

  private long impatient() {
    return System.nanoTime() - options.patience().toNanos();
  }

  /** Writes what waits if the database lets it, then ends. */
  void close() {
    Duration within = options.patience();
    queue.close(within);
    try {
      thread.join(within.plus(within).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Waiting> left = queue.all();
    if (!left.isEmpty()) {
      LOG.error("Journal of {} was closed with {} batches not on disk", area, left.size());
    }
    for (Waiting one : left) {
      one.done()
          .completeExceptionally(new JournalUnavailable("journal of " + area + " was closed"));
    }
  }

  /**
   * While the committer cannot connect, waiting for another connection would only hold up threads
   * that others need.
   */
  private void checkOnline() {
    if (!committer.isOnline() && committer.stopped() == null) {
      throw new JournalUnavailable("journal of " + area + " is not connected");
    }
  }

  private <T> T query(SqlQuery<T> query) {
    return SqlQuery.read(database, "journal of " + area, query);
  }
}
