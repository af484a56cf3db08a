package org.ieum.server.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ieum.server.journal.JournalEvent;

/** Numbers what happens in an area, and keeps the events of it until they are taken. */
final class Told {
  private final List<JournalEvent> events = new ArrayList<>();
  private long lastSeq;

  /** Number of the last event, 0 when there is none. */
  long lastSeq() {
    return lastSeq;
  }

  /** Goes on behind what happened before. */
  void goOn(long seq) {
    lastSeq = seq;
  }

  /** A number for the next event. */
  long newSeq() {
    return ++lastSeq;
  }

  void add(JournalEvent event) {
    events.add(event);
  }

  /** The events since the last call. */
  List<JournalEvent> take() {
    List<JournalEvent> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  /** Takes events back that have been taken. */
  void takeBack(Collection<JournalEvent> taken) {
    events.addAll(0, taken);
  }

  /** Forgets all behind an event, which has not been taken. */
  void forgetBehind(long seq) {
    events.removeIf(event -> event.seq() > seq);
    lastSeq = seq;
  }
}
