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
   * @return completes when the batch is on disk; fails with {@link JournalUnavailable} when it
   *     cannot be known yet whether it will be
   */
  CompletableFuture<Void> append(Batch batch);

  /** Keeps a snapshot when all events up to it are on disk; returns at once. */
  void keep(Snapshot snapshot);

  /** The answer given before to a command with this key, if it is still kept. */
  Optional<KeptAnswer> findAnswer(String scope, String key);

  /** Whether batches go to disk at present. */
  boolean isAvailable();

  /** Batches that wait to go to disk. */
  int waiting();
}
