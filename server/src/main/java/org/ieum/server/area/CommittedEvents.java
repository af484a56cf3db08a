package org.ieum.server.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ieum.server.api.EventView;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.StoredEvent;

/** The last events of an area in memory, told to those who listen on the committer's thread. */
final class CommittedEvents implements EventHub {
  /** Events that are kept for clients that come back. */
  static final int KEPT = 5_000;

  /** Makes of an event, which is kept as the text it is on disk, what clients get. */
  private final Function<JournalEvent, EventView> view;

  private final ArrayDeque<JournalEvent> kept = new ArrayDeque<>();
  private final CopyOnWriteArrayList<Listening> listeners = new CopyOnWriteArrayList<>();
  private long last;

  CommittedEvents(Function<JournalEvent, EventView> view) {
    this.view = view;
  }

  /** Begins behind what has been told in earlier lives of the process. */
  synchronized void begin(long lastSeq) {
    last = lastSeq;
  }

  /** Tells events that are on disk now. */
  synchronized void tell(List<StoredEvent> events) {
    for (StoredEvent stored : events) {
      kept.addLast(stored.event());
      last = stored.event().seq();
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
    }
    if (listeners.isEmpty()) {
      return;
    }
    List<EventView> views = events.stream().map(stored -> view.apply(stored.event())).toList();
    for (Listening listening : listeners) {
      listening.listener.accept(views);
    }
  }

  @Override
  public synchronized long oldest() {
    JournalEvent first = kept.peekFirst();
    return first == null ? last + 1 : first.seq();
  }

  @Override
  public synchronized long last() {
    return last;
  }

  @Override
  public synchronized Subscription subscribe(long after, Consumer<List<EventView>> listener) {
    List<EventView> missed = new ArrayList<>();
    for (JournalEvent event : kept) {
      if (event.seq() > after) {
        missed.add(view.apply(event));
      }
    }
    if (!missed.isEmpty()) {
      listener.accept(missed);
    }
    Listening listening = new Listening(listener);
    listeners.add(listening);
    return listening;
  }

  private final class Listening implements Subscription {
    private final Consumer<List<EventView>> listener;

    Listening(Consumer<List<EventView>> listener) {
      this.listener = listener;
    }

    @Override
    public void close() {
      listeners.remove(this);
    }
  }
}
