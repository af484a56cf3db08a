package org.ieum.server.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ieum.server.journal.Batch;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalHealth;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.Snapshot;
import org.ieum.server.journal.StoredEvent;
import org.jspecify.annotations.Nullable;

/** A journal in memory. */
final class FakeJournal implements Journal {
  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<String, KeptAnswer> answers = new HashMap<>();

  /** Pages behind a later event than this cannot be read. */
  volatile long brokenBehind = Long.MAX_VALUE;

  /** Kept answers cannot be read. */
  volatile boolean away;

  synchronized StoredEvent add(
      String type, @Nullable String booking, @Nullable String vehicle, String data) {
    long seq = events.size() + 1L;
    JournalEvent event =
        new JournalEvent(seq, 1_772_000_000_000L + seq, type, booking, vehicle, data);
    StoredEvent stored = new StoredEvent(event, Sha256.hex("event " + seq));
    events.add(stored);
    return stored;
  }

  synchronized void keep(KeptAnswer answer) {
    answers.put(answer.key().scope() + " " + answer.key().key(), answer);
  }

  @Override
  public synchronized long lastSeq() {
    return events.size();
  }

  @Override
  public synchronized String lastHash() {
    return events.isEmpty() ? "" : events.get(events.size() - 1).hash();
  }

  @Override
  public Optional<Snapshot> findSnapshot() {
    return Optional.empty();
  }

  @Override
  public void replay(long after, Consumer<StoredEvent> reader) {
    read(EventFilter.after(after), Integer.MAX_VALUE).forEach(reader);
  }

  @Override
  public synchronized List<StoredEvent> read(EventFilter filter, int limit) {
    if (filter.after() > brokenBehind) {
      throw new JournalUnavailable("it is broken behind " + brokenBehind);
    }
    return events.subList((int) Math.min(filter.after(), events.size()), events.size()).stream()
        .filter(stored -> fits(filter.booking(), stored.event().booking()))
        .filter(stored -> fits(filter.vehicle(), stored.event().vehicle()))
        .filter(stored -> fits(filter.type(), stored.event().type()))
        .limit(limit)
        .toList();
  }

  private static boolean fits(@Nullable Object wanted, @Nullable Object there) {
    return wanted == null || wanted.equals(there);
  }

  @Override
  public CompletableFuture<Void> append(Batch batch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void keep(Snapshot snapshot) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized Optional<KeptAnswer> findAnswer(String scope, String key) {
    if (away) {
      throw new JournalUnavailable("it is away");
    }
    return Optional.ofNullable(answers.get(scope + " " + key));
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public boolean hasStopped() {
    return false;
  }

  @Override
  public int waiting() {
    return 0;
  }

  @Override
  public JournalHealth health() {
    return new JournalHealth(0, 0, 0);
  }

  @Override
  public void onCommitted(Consumer<List<StoredEvent>> listener) {
    // Nothing comes to disk.
  }
}
