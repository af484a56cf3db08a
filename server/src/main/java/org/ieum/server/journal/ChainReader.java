package org.ieum.server.journal;

import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the events of one area and checks their chain on the way. Where events of long ago were
 * deleted, the chain hangs on the anchor, which keeps the hash of the last one.
 */
final class ChainReader {
  private static final int PAGE = 2_000;

  private final String area;
  private final Reads reads;
  private final boolean hasAnchors;
  private final EventTable events;
  private final AnchorTable anchors;

  ChainReader(String area, Reads reads) {
    this(area, reads, /* hasAnchors= */ true);
  }

  /**
   * Reads a journal of any age.
   *
   * @param hasAnchors not in a database from before the migration that lets events be deleted
   */
  ChainReader(String area, Reads reads, boolean hasAnchors) {
    this.area = area;
    this.reads = reads;
    this.hasAnchors = hasAnchors;
    events = new EventTable(area);
    anchors = new AnchorTable(area);
  }

  /**
   * Checks all that is there, and returns the last event.
   *
   * @param reader of the events; where somebody deletes old ones meanwhile, all that are left come
   *     once more
   * @throws JournalDamaged when an event is missing or was changed
   */
  Tail verify(Consumer<StoredEvent> reader) {
    Tail anchor = anchor();
    while (true) {
      Tail last = reads.read(events::tail);
      try {
        if (last.seq() <= anchor.seq() && !anchor.equals(Tail.EMPTY)) {
          throw damaged(anchor.seq() + 1, "is missing, and so are all behind it");
        }
        replay(anchor.seq(), last.seq(), reader);
        return last;
      } catch (JournalDamaged e) {
        Tail now = anchor();
        if (now.equals(anchor)) {
          throw e;
        }
        // Somebody deleted old events meanwhile.
        anchor = now;
      }
    }
  }

  /** The last event that was deleted. */
  Tail anchor() {
    return hasAnchors ? reads.read(anchors::read) : Tail.EMPTY;
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
    String hash = hash(after);
    long seq = after;
    while (seq < last) {
      int limit = (int) Math.min(PAGE, last - seq);
      EventFilter behind = EventFilter.after(seq);
      List<StoredEvent> page = reads.read(connection -> events.read(connection, behind, limit));
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

  /** The hash of an event, which may be the last that was deleted. */
  private String hash(long seq) {
    Tail anchor = anchor();
    if (seq == anchor.seq()) {
      return anchor.hash();
    }
    if (seq < anchor.seq()) {
      throw damaged(
          seq + 1, "was deleted as all up to " + anchor.seq() + ", and no snapshot is behind them");
    }
    return reads
        .read(connection -> events.findHash(connection, seq))
        .orElseThrow(() -> damaged(seq, "is missing"));
  }

  JournalDamaged damaged(long seq, String what) {
    return new JournalDamaged("journal of " + area + ": event " + seq + " " + what);
  }
}
