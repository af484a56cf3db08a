package org.ieum.server.area;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ieum.server.journal.Batch;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalHealth;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.Snapshot;
import org.ieum.server.journal.StoredEvent;

/** A journal whose commits and whose reading about bookings can be held back, as by a slow disk. */
final class HeldJournal implements Journal {
  private final Journal journal;
  private final Queue<Runnable> held = new ArrayDeque<>();
  private boolean holdsCommits;
  private volatile CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);

  HeldJournal(Journal journal) {
    this.journal = journal;
  }

  synchronized void holdCommits() {
    holdsCommits = true;
  }

  synchronized void commit() {
    holdsCommits = false;
    held.forEach(Runnable::run);
    held.clear();
  }

  void holdReads() {
    reading = new CompletableFuture<>();
  }

  void letRead() {
    reading.complete(null);
  }

  @Override
  public synchronized CompletableFuture<Void> append(Batch batch) {
    if (!holdsCommits) {
      return journal.append(batch);
    }
    CompletableFuture<Void> commit = new CompletableFuture<>();
    held.add(() -> commit.complete(null));
    return commit.thenCompose(unused -> journal.append(batch));
  }

  @Override
  public List<StoredEvent> read(EventFilter filter, int limit) {
    if (filter.booking() != null) {
      reading.join();
    }
    return journal.read(filter, limit);
  }

  @Override
  public long lastSeq() {
    return journal.lastSeq();
  }

  @Override
  public String lastHash() {
    return journal.lastHash();
  }

  @Override
  public Optional<Snapshot> findSnapshot() {
    return journal.findSnapshot();
  }

  @Override
  public void replay(long after, Consumer<StoredEvent> reader) {
    journal.replay(after, reader);
  }

  @Override
  public synchronized void keep(Snapshot snapshot) {
    if (!holdsCommits) {
      journal.keep(snapshot);
    }
  }

  @Override
  public Optional<KeptAnswer> findAnswer(String scope, String key) {
    return journal.findAnswer(scope, key);
  }

  @Override
  public boolean hasStopped() {
    return journal.hasStopped();
  }

  @Override
  public boolean isAvailable() {
    return journal.isAvailable();
  }

  @Override
  public int waiting() {
    return journal.waiting();
  }

  @Override
  public JournalHealth health() {
    return journal.health();
  }

  @Override
  public void onCommitted(Consumer<List<StoredEvent>> listener) {
    journal.onCommitted(listener);
  }
}
