package org.ieum.server.journal;

import java.util.List;

/**
 * Where a chain of events ends.
 *
 * @param seq number of the last event, 0 when there is none
 * @param hash of that event, "" when there is none
 */
record Tail(long seq, String hash) {
  static final Tail EMPTY = new Tail(0, "");

  /** The end when these come behind it. */
  Tail then(List<StoredEvent> events) {
    if (events.isEmpty()) {
      return this;
    }
    StoredEvent last = events.get(events.size() - 1);
    return new Tail(last.event().seq(), last.hash());
  }

  @Override
  public String toString() {
    return seq == 0 ? "nothing" : "event " + seq + " with hash " + hash;
  }
}
