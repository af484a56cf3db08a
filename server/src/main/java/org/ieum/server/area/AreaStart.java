package org.ieum.server.area;

import java.util.List;
import java.util.Optional;
import org.ieum.progress.InputException;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.Snapshot;
import org.ieum.server.journal.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an area to where it was: its last snapshot, and what was decided since. */
final class AreaStart {
  private static final Logger LOG = LoggerFactory.getLogger(AreaStart.class);

  /** Changes of configuration behind a snapshot that are looked through for the last one. */
  private static final int MOST_CHANGES = 10_000;

  /** A pause that is shorter has kept nobody from reporting anything, ms. */
  private static final long SHORTEST_GAP = 10_000;

  private final AreaSetup setup;
  private final Journal journal;
  private final Desk desk;

  AreaStart(AreaSetup setup, Journal journal, Desk desk) {
    this.setup = setup;
    this.journal = journal;
    this.desk = desk;
  }

  /**
   * Brings the desk to where it was.
   *
   * @return number of the last event that a snapshot covers, 0 for none
   */
  long run(long now) {
    if (journal.lastSeq() == 0) {
      desk.open(now);
      LOG.info("area {}: opened", setup.id());
      return 0;
    }
    Optional<Snapshot> snapshot = journal.findSnapshot();
    long after = snapshot.map(Snapshot::seq).orElse(0L);
    SnapshotText.Content content =
        snapshot.map(kept -> SnapshotText.read(kept.data())).orElse(null);
    String before = fingerprint(after, content == null ? "" : content.fingerprint());
    boolean isSame = before.equals(setup.fingerprint());
    if (!isSame && after < journal.lastSeq()) {
      throw new InputException(
          "area "
              + setup.id()
              + ": its map, fleet or rules are others than when it last ran, and it was not stopped"
              + " cleanly then; start it once as it was and stop it, then change it");
    }
    try {
      if (content != null) {
        desk.restore(after, content);
      }
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "area "
              + setup.id()
              + ": its state does not go with map and fleet as configured: "
              + e.getMessage());
    }
    Replay replay = new Replay(desk);
    journal.replay(after, replay::accept);
    long replayed = replay.finish();
    if (content != null && content.followed() != null) {
      desk.tracking.restore(content.followed(), desk.text);
    }
    if (!isSame) {
      desk.configure();
    }
    if (now - desk.times().toUtc(desk.now()) > SHORTEST_GAP) {
      desk.begin(now);
      desk.resumeService();
    }
    LOG.info(
        "area {}: {} live bookings, event {}; {} events replayed",
        setup.id(),
        desk.dispatcher().liveBookings(),
        desk.told.lastSeq(),
        replayed);
    return after;
  }

  /**
   * The map, fleet and rules that the area ran on last.
   *
   * @param after number of the event behind which to look
   * @param before what they were then, "" when not known
   */
  private String fingerprint(long after, String before) {
    List<StoredEvent> changes =
        journal.read(new EventFilter(after, null, null, EventText.CONFIGURED), MOST_CHANGES);
    if (changes.isEmpty() && !before.isEmpty()) {
      return before;
    }
    StoredEvent last =
        changes.isEmpty()
            ? journal.read(new EventFilter(0, null, null, EventText.OPENED), 1).get(0)
            : changes.get(changes.size() - 1);
    return EventText.parse(last.event().data()).path("fingerprint").asText();
  }
}
