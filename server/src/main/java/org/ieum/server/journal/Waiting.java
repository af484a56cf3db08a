package org.ieum.server.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something that waits to go to disk, in its place of the queue. */
final class Waiting {
  private final Batch batch;
  private final @Nullable Snapshot snapshot;
  private final long since;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /** Only for the committer's thread. */
  private @Nullable List<StoredEvent> linked;

  Waiting(Batch batch, @Nullable Snapshot snapshot, long since) {
    this.batch = batch;
    this.snapshot = snapshot;
    this.since = since;
  }

  Batch batch() {
    return batch;
  }

  @Nullable Snapshot snapshot() {
    return snapshot;
  }

  /** When it came, by {@link System#nanoTime}. */
  long since() {
    return since;
  }

  CompletableFuture<Void> done() {
    return done;
  }

  /** The events with their hashes, null before they were given some. */
  @Nullable List<StoredEvent> linked() {
    return linked;
  }

  void link(List<StoredEvent> events) {
    linked = events;
  }
}
