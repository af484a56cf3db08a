package org.ieum.server.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ieum.server.api.EventView;

/** The last events of an area in memory, told to those who listen on the committer's thread. */
final class CommittedEvents implements EventHub {
  /** Events that are kept for clients that come back. */
  static final int KEPT = 20_000;

  private final ArrayDeque<EventView> kept = new ArrayDeque<>();
  private final CopyOnWriteArrayList<Listening> listeners = new CopyOnWriteArrayList<>();
  private long last;

  /** Begins behind what has been told in earlier lives of the process. */
  synchronized void begin(long lastSeq) {
    last = lastSeq;
  }

  /** Tells events that are on disk now. */
  synchronized void tell(List<EventView> events) {
    for (EventView event : events) {
      kept.addLast(event);
      last = event.eventId();
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
    }
    for (Listening listening : listeners) {
      listening.listener.accept(events);
    }
  }

  @Override
  public synchronized long oldest() {
    EventView first = kept.peekFirst();
    return first == null ? last + 1 : first.eventId();
  }

  @Override
  public synchronized long last() {
    return last;
  }

  @Override
  public synchronized Subscription subscribe(long after, Consumer<List<EventView>> listener) {
    List<EventView> missed = new ArrayList<>();
    for (EventView event : kept) {
      if (event.eventId() > after) {
        missed.add(event);
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
