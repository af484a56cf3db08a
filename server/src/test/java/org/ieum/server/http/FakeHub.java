package org.ieum.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ieum.server.api.EventView;
import org.ieum.server.area.EventHub;

/** Tells events on the thread that adds them. */
final class FakeHub implements EventHub {
  private final List<EventView> kept = new ArrayList<>();
  final List<Consumer<List<EventView>>> listeners = new CopyOnWriteArrayList<>();
  private long last;

  synchronized void add(EventView event) {
    kept.add(event);
    last = event.eventId();
    listeners.forEach(listener -> listener.accept(List.of(event)));
  }

  /** Keeps only the last ones. */
  synchronized void forget(int most) {
    while (kept.size() > most) {
      kept.remove(0);
    }
  }

  @Override
  public synchronized long oldest() {
    return kept.isEmpty() ? last + 1 : kept.get(0).eventId();
  }

  @Override
  public synchronized long last() {
    return last;
  }

  @Override
  public synchronized Subscription subscribe(long after, Consumer<List<EventView>> listener) {
    List<EventView> before = kept.stream().filter(event -> event.eventId() > after).toList();
    if (!before.isEmpty()) {
      listener.accept(before);
    }
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
