package org.ieum.server.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ieum.server.api.EventView;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.JournalUnavailable;
import org.ieum.server.journal.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last events of an area in memory, told to those who listen. One thread does both, in order,
 * so that neither the committer nor a request waits for listeners.
 */
final class CommittedEvents implements EventHub, AutoCloseable {
  /** Events that are kept for clients that come back. */
  static final int KEPT = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(CommittedEvents.class);
  private static final int PAGE = 1_000;

  /** Makes of an event, which is kept as the text it is on disk, what clients get. */
  private final Function<JournalEvent, EventView> view;

  private final ExecutorService thread;

  /** Of the thread, like all that follows but numbers. */
  private final ArrayDeque<JournalEvent> kept = new ArrayDeque<>();

  private final List<Listening> listeners = new ArrayList<>();
  private volatile long oldest = 1;
  private volatile long last;

  CommittedEvents(String area, Function<JournalEvent, EventView> view) {
    this.view = view;
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "events-" + area);
              made.setDaemon(true);
              return made;
            });
  }

  /** Begins with the last events of earlier lives of the process. */
  void begin(Journal journal) {
    last = journal.lastSeq();
    oldest = last + 1;
    run(() -> load(journal));
  }

  private void load(Journal journal) {
    long end = last;
    try {
      for (long after = Math.max(0, end - KEPT); after < end; after += PAGE) {
        for (StoredEvent stored : journal.read(new EventFilter(after, null, null, null), PAGE)) {
          if (stored.event().seq() <= end && stored.event().seq() > after) {
            kept.addLast(stored.event());
          }
        }
      }
    } catch (JournalUnavailable e) {
      kept.clear();
      LOG.warn("clients that come back begin anew: {}", e.getMessage());
    }
    noteOldest();
  }

  private void noteOldest() {
    JournalEvent first = kept.peekFirst();
    oldest = first == null ? last + 1 : first.seq();
  }

  /** Tells events that are on disk now. */
  void tell(List<StoredEvent> events) {
    run(() -> deliver(events));
  }

  private void deliver(List<StoredEvent> events) {
    for (StoredEvent stored : events) {
      kept.addLast(stored.event());
      last = stored.event().seq();
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
    }
    noteOldest();
    if (!listeners.isEmpty()) {
      List<EventView> views = events.stream().map(stored -> view.apply(stored.event())).toList();
      List.copyOf(listeners).forEach(listening -> listening.listener.accept(views));
    }
  }

  @Override
  public long oldest() {
    return oldest;
  }

  @Override
  public long last() {
    return last;
  }

  @Override
  public Subscription subscribe(long after, Consumer<List<EventView>> listener) {
    Listening listening = new Listening(listener);
    run(() -> begin(listening, after));
    return listening;
  }

  private void begin(Listening listening, long after) {
    List<EventView> missed = new ArrayList<>();
    for (JournalEvent event : kept) {
      if (event.seq() > after) {
        missed.add(view.apply(event));
      }
    }
    if (!missed.isEmpty()) {
      listening.listener.accept(missed);
    }
    if (!listening.isClosed) {
      listeners.add(listening);
    }
  }

  private void run(Runnable task) {
    try {
      thread.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.error("events could not be told", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("the area has been closed");
    }
  }

  /** Tells what has come, and then no more. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listening implements Subscription {
    private final Consumer<List<EventView>> listener;
    private volatile boolean isClosed;

    Listening(Consumer<List<EventView>> listener) {
      this.listener = listener;
    }

    @Override
    public void close() {
      isClosed = true;
      run(() -> listeners.remove(this));
    }
  }
}
