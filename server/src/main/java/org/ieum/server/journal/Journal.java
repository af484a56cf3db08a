package org.ieum.server.journal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The events of one area in the order in which they happened. Reading is for any thread; {@link
 * #append} is for the area's writer.
 */
public interface Journal {
  /** Number of the last event on disk, 0 when there is none. */
  long lastSeq();

  /** Hash of the last event on disk, "" when there is none. */
  String lastHash();

  /** The last snapshot. */
  Optional<Snapshot> findSnapshot();

  /**
   * Reads all events behind a number, in order, and checks their chain on the way.
   *
   * @throws JournalDamaged when an event is missing or was changed
   */
  void replay(long after, Consumer<StoredEvent> reader);

  /** Up to so many events, in order. */
  List<StoredEvent> read(EventFilter filter, int limit);

  /**
   * Hands a batch to the committer and returns at once. Batches go to disk in order, several in one
   * transaction.
   *
   * @return completes when the batch is on disk, on the committer's thread; fails with {@link
   *     JournalUnavailable} when it is not there after some seconds, though it waits and will be
   *     ({@link JournalUnavailable#batchWaits}), or at once when the queue is full and the batch
   *     was not taken
   * @throws IllegalArgumentException when the events' numbers do not follow those before
   */
  CompletableFuture<Void> append(Batch batch);

  /**
   * Keeps a snapshot when all events up to it are on disk; returns at once. Its hash may be "", for
   * who makes it need not wait until the last event has one; then the right one is put in.
   */
  void keep(Snapshot snapshot);

  /**
   * The answer given before to a command with this key, if it is still kept.
   *
   * @throws JournalUnavailable when it is not on disk yet: nobody may rely on it
   */
  Optional<KeptAnswer> findAnswer(String scope, String key);

  /** Whether batches go to disk at present. */
  boolean isAvailable();

  /**
   * Whether nothing will be written any more, because somebody else has written or the database has
   * lost something: what this process knows is not what is on disk.
   */
  boolean hasStopped();

  /** Batches that wait to go to disk. */
  int waiting();

  /** How it keeps up. */
  JournalHealth health();

  /**
   * Tells of all events that come to disk from now on, in order, after each transaction and before
   * its futures complete. On the committer's thread, so the listener must be quick.
   */
  void onCommitted(Consumer<List<StoredEvent>> listener);

  /**
   * Checks the whole chain.
   *
   * @throws JournalDamaged when an event is missing or was changed
   */
  default void verify() {
    replay(0, event -> {});
  }
}
