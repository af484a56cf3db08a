package org.ieum.server.journal;

import java.util.List;
import java.util.function.Consumer;

/** Reads the events of one area and checks their chain on the way. */
final class ChainReader {
  private static final int PAGE = 2_000;

  private final String area;
  private final Database database;
  private final EventTable events;

  ChainReader(String area, Database database) {
    this.area = area;
    this.database = database;
    events = new EventTable(area);
  }

  /** Checks all that is there, and returns the number of the last event. */
  long verify(Consumer<StoredEvent> reader) {
    long last = query(events::tail).seq();
    replay(0, last, reader);
    return last;
  }

  /**
   * Reads all events behind one number up to another.
   *
   * @throws JournalDamaged when an event is missing or was changed
   */
  void replay(long after, long last, Consumer<StoredEvent> reader) {
    if (after > last) {
      throw damaged(after, "is not there, the last event is " + last);
    }
    EventChain chain = new EventChain(area);
    String hash =
        query(connection -> events.findHash(connection, after))
            .orElseThrow(() -> damaged(after, "is missing"));
    long seq = after;
    while (seq < last) {
      int limit = (int) Math.min(PAGE, last - seq);
      EventFilter behind = EventFilter.after(seq);
      List<StoredEvent> page = query(connection -> events.read(connection, behind, limit));
      if (page.isEmpty()) {
        throw damaged(seq + 1, "is missing, and so are all up to " + last);
      }
      for (StoredEvent stored : page) {
        seq++;
        if (stored.event().seq() != seq) {
          throw damaged(seq, "is missing, the next is " + stored.event().seq());
        }
        hash = chain.hash(hash, stored.event());
        if (!hash.equals(stored.hash())) {
          throw damaged(
              seq,
              "was changed, or one before it: it has hash " + stored.hash() + ", expected " + hash);
        }
        reader.accept(stored);
      }
    }
  }

  JournalDamaged damaged(long seq, String what) {
    return new JournalDamaged("journal of " + area + ": event " + seq + " " + what);
  }

  private <T> T query(SqlQuery<T> query) {
    return SqlQuery.read(database, "journal of " + area, query);
  }
}
